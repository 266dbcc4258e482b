import type { Authority, Law } from '../../core/law/law.ts';
import { checked } from './checked.ts';

/**
 * Names and addresses as the authorities publish them, known from a maintained public list of July 2026
 * that names its sources; `confirmed` where the page itself was seen.
 */
function authority(
  place: string,
  publisher: string,
  address: string,
  leadsTo: Authority['leadsTo'] = 'site',
  certainty: Authority['page']['certainty'] = 'reported',
): Authority {
  return { places: [place], leadsTo, page: { address, publisher, checked, certainty } };
}

export const gdprAuthorities: Law['authorities'] = [
  authority('AT', 'Österreichische Datenschutzbehörde', 'https://www.dsb.gv.at/'),
  authority(
    'BE',
    'Autorité de protection des données / Gegevensbeschermingsautoriteit',
    'https://www.dataprotectionauthority.be/citizen/actions/lodge-a-complaint',
    'complaint',
  ),
  authority('BG', 'Комисия за защита на личните данни', 'https://www.cpdp.bg/'),
  authority(
    'CY',
    'Γραφείο Επιτρόπου Προστασίας Δεδομένων Προσωπικού Χαρακτήρα',
    'https://www.dataprotection.gov.cy/',
  ),
  authority('CZ', 'Úřad pro ochranu osobních údajů', 'https://www.uoou.cz/'),
  // For most companies it is the authority of the Land, as this page says.
  authority(
    'DE',
    'Die Bundesbeauftragte für den Datenschutz und die Informationsfreiheit',
    'https://www.bfdi.bund.de/DE/Buerger/Inhalte/Allgemein/Datenschutz/Zust%C3%A4ndigkeit-BfDI.html',
    'guide',
    'confirmed',
  ),
  authority('DK', 'Datatilsynet', 'https://www.datatilsynet.dk/'),
  authority('EE', 'Andmekaitse Inspektsioon', 'https://www.aki.ee/'),
  authority('ES', 'Agencia Española de Protección de Datos', 'https://www.aepd.es/'),
  authority(
    'FI',
    'Tietosuojavaltuutetun toimisto',
    'https://tietosuoja.fi/ilmoitus-tietosuojavaltuutetulle',
    'complaint',
  ),
  authority(
    'FR',
    'Commission nationale de l’informatique et des libertés',
    'https://www.cnil.fr/fr/plaintes',
    'complaint',
  ),
  authority('GR', 'Αρχή Προστασίας Δεδομένων Προσωπικού Χαρακτήρα', 'https://www.dpa.gr/'),
  authority(
    'HR',
    'Agencija za zaštitu osobnih podataka',
    'https://azop.hr/zahtjev-za-utvrdivanje-povrede-prava/',
    'complaint',
  ),
  authority('HU', 'Nemzeti Adatvédelmi és Információszabadság Hatóság', 'https://www.naih.hu/'),
  authority(
    'IE',
    'Data Protection Commission',
    'https://forms.dataprotection.ie/contact',
    'complaint',
  ),
  authority('IT', 'Garante per la protezione dei dati personali', 'https://www.garanteprivacy.it/'),
  authority('LT', 'Valstybinė duomenų apsaugos inspekcija', 'https://vdai.lrv.lt/'),
  authority(
    'LU',
    'Commission nationale pour la protection des données',
    'https://cnpd.public.lu/en/particuliers/faire-valoir/formulaire-plainte.html',
    'complaint',
  ),
  authority('LV', 'Datu valsts inspekcija', 'https://www.dvi.gov.lv/'),
  authority(
    'MT',
    'Office of the Information and Data Protection Commissioner',
    'https://register.idpc.org.mt/report-breach/complaint/',
    'complaint',
  ),
  authority(
    'NL',
    'Autoriteit Persoonsgegevens',
    'https://autoriteitpersoonsgegevens.nl/nl/meldingsformulier-klachten',
    'complaint',
  ),
  authority('PL', 'Urząd Ochrony Danych Osobowych', 'https://www.uodo.gov.pl/'),
  authority('PT', 'Comissão Nacional de Proteção de Dados', 'https://www.cnpd.pt/'),
  authority(
    'RO',
    'Autoritatea Națională de Supraveghere a Prelucrării Datelor cu Caracter Personal',
    'https://www.dataprotection.ro/index.jsp?page=Plangeri_pagina_principala',
    'complaint',
  ),
  authority('SE', 'Integritetsskyddsmyndigheten', 'https://www.imy.se/'),
  authority('SI', 'Informacijski pooblaščenec', 'https://www.ip-rs.si/'),
  authority(
    'SK',
    'Úrad na ochranu osobných údajov Slovenskej republiky',
    'https://dataprotection.gov.sk/uoou/',
  ),
  authority('IS', 'Persónuvernd', 'https://www.personuvernd.is/'),
  authority(
    'LI',
    'Datenschutzstelle',
    'https://www.datenschutzstelle.li/services-und-downloads/formulare',
    'complaint',
    'confirmed',
  ),
  authority('NO', 'Datatilsynet', 'https://www.datatilsynet.no/'),
];

import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { laws } from '../../src/catalogue/laws/index.ts';

const files = readdirSync(new URL('../../src/catalogue/laws/', import.meta.url)).toSorted();
/** Beside the laws: the list, the day, and the authorities of the longest one. */
const beside = ['index.ts', 'checked.ts', 'gdpr-authorities.ts'];

/** Of legislators, gazettes and authorities; a sub-domain counts. */
const official = [
  'europa.eu',
  'legislation.gov.uk',
  'ico.org.uk',
  'admin.ch',
  'justice.gc.ca',
  'priv.gc.ca',
  'elegislation.gov.hk',
  'pcpd.org.hk',
  'cac.gov.cn',
  'ca.gov',
  'planalto.gov.br',
  'gov.br',
  'meity.gov.in',
  'egazette.gov.in',
  // The authorities of the EEA, by place.
  'dsb.gv.at',
  'autoriteprotectiondonnees.be',
  'dataprotectionauthority.be',
  'cpdp.bg',
  'dataprotection.gov.cy',
  'uoou.cz',
  'bfdi.bund.de',
  'datatilsynet.dk',
  'aki.ee',
  'aepd.es',
  'tietosuoja.fi',
  'cnil.fr',
  'dpa.gr',
  'azop.hr',
  'naih.hu',
  'dataprotection.ie',
  'garanteprivacy.it',
  'vdai.lrv.lt',
  'cnpd.public.lu',
  'dvi.gov.lv',
  'idpc.org.mt',
  'autoriteitpersoonsgegevens.nl',
  'uodo.gov.pl',
  'cnpd.pt',
  'dataprotection.ro',
  'imy.se',
  'ip-rs.si',
  'dataprotection.gov.sk',
  'personuvernd.is',
  'datenschutzstelle.li',
  'datatilsynet.no',
];

const pages = laws.flatMap(({ id, periods, authorities }) => [
  ...periods.flatMap(({ evidence }) => evidence.map((one) => ({ id, ...one }))),
  ...authorities.map(({ page }) => ({ id, ...page })),
]);

test('every law has a file of its own name, and no file is forgotten', async () => {
  const own = files.filter((file) => !beside.includes(file));
  expect(laws.map(({ id }) => `${id}.ts`).toSorted()).toEqual(own);
  for (const law of laws) {
    const module: { default: unknown } = await import(`../../src/catalogue/laws/${law.id}.ts`);
    expect(module.default).toBe(law);
  }
});

test('a law is cited from official pages only, and each such host is cited', () => {
  const hosts = pages.map(({ address }) => new URL(address).host);
  const isOf = (host: string, known: string) => host === known || host.endsWith(`.${known}`);
  expect(hosts.filter((host) => !official.some((known) => isOf(host, known)))).toEqual([]);
  expect(official.filter((known) => !hosts.some((host) => isOf(host, known)))).toEqual([]);
});

test('one page has one publisher, whoever cites it', () => {
  const publishers = new Map<string, Set<string>>();
  for (const { address, publisher } of pages) {
    publishers.set(address, (publishers.get(address) ?? new Set()).add(publisher));
  }
  expect([...publishers].filter(([, names]) => names.size > 1)).toEqual([]);
  expect(publishers.size).toBeGreaterThan(50);
});

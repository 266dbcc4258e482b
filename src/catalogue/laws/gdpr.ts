import type { Law } from '../../core/law/law.ts';
import { checked } from './checked.ts';
import { gdprAuthorities } from './gdpr-authorities.ts';

const regulation = {
  address: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  publisher: 'EUR-Lex',
  published: '2016-05-04',
  checked,
  certainty: 'inferred',
} as const;
/** The official list of all authorities below. */
const members = {
  address: 'https://www.edpb.europa.eu/about-edpb/about-edpb/members_en',
  publisher: 'European Data Protection Board',
  checked,
  certainty: 'inferred',
} as const;

const said = {
  words: 'gdpr',
  letter: 'gdpr',
  provisions: { right: 'Art. 21(1)', deadline: 'Art. 12(3)', complaint: 'Art. 77(1)' },
} as const;

export default {
  id: 'gdpr',
  title: 'General Data Protection Regulation (EU) 2016/679 (GDPR)',
  titles: {
    de: 'Datenschutz-Grundverordnung (EU) 2016/679 (DSGVO)',
    fr: 'Règlement général sur la protection des données (UE) 2016/679 (RGPD)',
    it: 'Regolamento generale sulla protezione dei dati (UE) 2016/679 (GDPR)',
    es: 'Reglamento general de protección de datos (UE) 2016/679 (RGPD)',
    'pt-BR': 'Regulamento Geral sobre a Proteção de Dados (UE) 2016/679 (RGPD)',
    nl: 'Algemene verordening gegevensbescherming (EU) 2016/679 (AVG)',
    pl: 'Ogólne rozporządzenie o ochronie danych (UE) 2016/679 (RODO)',
    cs: 'Obecné nařízení o ochraně osobních údajů (EU) 2016/679 (GDPR)',
    sv: 'Allmän dataskyddsförordning (EU) 2016/679 (GDPR)',
    ja: '一般データ保護規則 (EU) 2016/679 (GDPR)',
    ko: '일반 개인정보 보호법 (EU) 2016/679 (GDPR)',
    'zh-CN': '通用数据保护条例 (EU) 2016/679 (GDPR)',
    'zh-TW': '一般資料保護規則 (EU) 2016/679 (GDPR)',
    hi: 'सामान्य डेटा संरक्षण विनियमन (EU) 2016/679 (GDPR)',
    ar: 'اللائحة العامة لحماية البيانات (EU) 2016/679 (GDPR)',
  },
  periods: [
    {
      ...said,
      jurisdictions: ['EU'],
      from: '2018-05-25',
      evidence: [
        regulation,
        // Of this very use: that and how one objects to it.
        {
          address:
            'https://www.autoriteprotectiondonnees.be/citoyen/actualites/2025/09/29/entrainement-de-l-ia-de-linkedin-sur-vos-donnees-comment-faire-si-vous-voulez-vous-y-opposer',
          publisher: 'Autorité de protection des données (Belgium)',
          published: '2025-09-29',
          checked: '2026-11-23',
          certainty: 'confirmed',
        },
        members,
      ],
    },
    {
      ...said,
      jurisdictions: ['IS', 'LI', 'NO'],
      // Decision 154/2018 of the EEA Joint Committee.
      from: '2018-07-20',
      evidence: [
        regulation,
        {
          address: 'https://eur-lex.europa.eu/eli/dec/2018/1022/oj',
          publisher: 'EUR-Lex',
          checked,
          certainty: 'inferred',
        },
        {
          address:
            'https://www.datenschutzstelle.li/aktuelles/wichtiger-hinweis-ki-training-durch-linkedin-widerspruch-bis-2-november-2025',
          publisher: 'Datenschutzstelle (Liechtenstein)',
          checked: '2026-11-23',
          certainty: 'confirmed',
        },
        members,
      ],
    },
  ],
  authorities: gdprAuthorities,
} satisfies Law;

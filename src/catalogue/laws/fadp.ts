import type { Law } from '../../core/law/law.ts';
import { checked } from './checked.ts';

/** Says, too, that nobody has a claim to its action, and that civil courts decide. */
const report = {
  address: 'https://www.edoeb.admin.ch/de/anzeige-einreichen',
  publisher: 'Eidgenössischer Datenschutz- und Öffentlichkeitsbeauftragter',
  checked,
  certainty: 'confirmed',
} as const;

export default {
  id: 'fadp',
  title: 'Federal Act on Data Protection (DSG, LPD)',
  titles: {
    de: 'Bundesgesetz über den Datenschutz (DSG)',
    fr: 'Loi fédérale sur la protection des données (LPD)',
    it: 'Legge federale sulla protezione dei dati (LPD)',
  },
  periods: [
    {
      jurisdictions: ['CH'],
      from: '2023-09-01',
      words: 'fadp',
      letter: 'fadp',
      provisions: { right: 'Art. 30(2)(b), 30(3)', complaint: 'Art. 32(2), 49(1)' },
      evidence: [
        {
          address: 'https://www.fedlex.admin.ch/eli/cc/2022/491/en',
          publisher: 'Fedlex',
          checked,
          certainty: 'inferred',
        },
        report,
      ],
    },
  ],
  authorities: [{ places: ['CH'], leadsTo: 'complaint', page: report }],
} satisfies Law;

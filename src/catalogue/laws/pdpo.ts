import type { Law } from '../../core/law/law.ts';
import { checked } from './checked.ts';

const publisher = 'Privacy Commissioner for Personal Data (Hong Kong)';

export default {
  id: 'pdpo',
  title: 'Personal Data (Privacy) Ordinance (Cap. 486)',
  titles: { 'zh-CN': '个人资料（私隐）条例', 'zh-TW': '個人資料（私隱）條例' },
  periods: [
    {
      jurisdictions: ['HK'],
      from: '1996-12-20',
      words: 'pdpo',
      letter: 'pdpo',
      provisions: { right: 'Schedule 1, 3; s. 2(3)', complaint: 's. 37(1)' },
      evidence: [
        {
          address: 'https://www.elegislation.gov.hk/hk/cap486',
          publisher: 'Hong Kong e-Legislation',
          checked,
          certainty: 'inferred',
        },
        {
          address: 'https://www.pcpd.org.hk/english/complaints/introduction/introduction.html',
          publisher,
          checked,
          certainty: 'confirmed',
        },
      ],
    },
  ],
  authorities: [
    {
      places: ['HK'],
      leadsTo: 'complaint',
      page: {
        address:
          'https://www.pcpd.org.hk/english/complaints/how_complaint/complaint/complaint.html',
        publisher,
        checked,
        certainty: 'confirmed',
      },
    },
  ],
} satisfies Law;

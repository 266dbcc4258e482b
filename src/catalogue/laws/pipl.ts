import type { Law } from '../../core/law/law.ts';
import { checked } from './checked.ts';

const publisher = '国家互联网信息办公室';

export default {
  id: 'pipl',
  title: 'Personal Information Protection Law (个人信息保护法, PIPL)',
  titles: {
    'zh-CN': '中华人民共和国个人信息保护法',
    'zh-TW': '中華人民共和國個人信息保護法',
  },
  periods: [
    {
      jurisdictions: ['CN'],
      from: '2021-11-01',
      words: 'pipl',
      letter: 'pipl',
      provisions: { right: 'Art. 15, 27, 44', deadline: 'Art. 50', complaint: 'Art. 65' },
      evidence: [
        {
          address: 'https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm',
          publisher,
          published: '2021-08-20',
          checked,
          certainty: 'inferred',
        },
      ],
    },
  ],
  authorities: [
    {
      places: ['CN'],
      leadsTo: 'site',
      page: { address: 'https://www.cac.gov.cn/', publisher, checked, certainty: 'inferred' },
    },
  ],
} satisfies Law;

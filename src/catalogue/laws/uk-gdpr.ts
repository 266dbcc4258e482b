import type { Law } from '../../core/law/law.ts';
import { checked } from './checked.ts';

const publisher = 'legislation.gov.uk';
const rightToObject = {
  address: 'https://www.legislation.gov.uk/eur/2016/679/article/21',
  publisher,
  checked,
  certainty: 'inferred',
} as const;

const said = {
  jurisdictions: ['GB'],
  letter: 'uk-gdpr',
  words: 'uk-gdpr',
} satisfies Partial<Law['periods'][number]>;

export default {
  id: 'uk-gdpr',
  title: 'UK General Data Protection Regulation (UK GDPR), with the Data Protection Act 2018',
  periods: [
    // One may complain to the company itself from this day on; Art. 77 went the same day.
    {
      ...said,
      from: '2026-06-19',
      provisions: {
        right: 'UK GDPR Art. 21(1)',
        deadline: 'UK GDPR Art. 12(3), 12A',
        complaint: 'Data Protection Act 2018 s. 164A, 165',
      },
      evidence: [
        rightToObject,
        {
          address: 'https://www.legislation.gov.uk/ukpga/2025/18/section/103',
          publisher,
          checked,
          certainty: 'confirmed',
        },
        {
          address: 'https://www.legislation.gov.uk/ukpga/2018/12/section/165',
          publisher,
          checked,
          certainty: 'inferred',
        },
      ],
    },
  ],
  authorities: [
    {
      places: ['GB'],
      leadsTo: 'complaint',
      page: {
        address:
          'https://ico.org.uk/make-a-complaint/data-protection-complaints/data-protection-complaints/',
        publisher: 'Information Commissioner’s Office',
        checked,
        certainty: 'reported',
      },
    },
  ],
} satisfies Law;

import type { Law } from '../../core/law/law.ts';
import { checked } from './checked.ts';

const publisher = 'Privacy Commissioner of Canada';

export default {
  id: 'pipeda',
  title: 'Personal Information Protection and Electronic Documents Act (PIPEDA)',
  titles: {
    fr: 'Loi sur la protection des renseignements personnels et les documents électroniques (LPRPDE)',
  },
  periods: [
    {
      jurisdictions: ['CA'],
      // In force for commerce everywhere in Canada.
      from: '2004-01-01',
      words: 'pipeda',
      letter: 'pipeda',
      provisions: { right: 'Schedule 1, 4.3.8', complaint: 's. 11(1)' },
      evidence: [
        {
          address: 'https://laws-lois.justice.gc.ca/eng/acts/P-8.6/FullText.html',
          publisher: 'Justice Laws Website',
          checked,
          certainty: 'inferred',
        },
        {
          address:
            'https://www.priv.gc.ca/en/privacy-topics/privacy-laws-in-canada/the-personal-information-protection-and-electronic-documents-act-pipeda/p_principle/principles/p_consent/',
          publisher,
          checked,
          certainty: 'confirmed',
        },
        // Of the provinces that have laws of their own.
        {
          address:
            'https://www.priv.gc.ca/en/report-a-concern/file-a-formal-privacy-complaint/file-a-complaint-about-a-business/file-a-complaint-under-pipeda',
          publisher,
          checked,
          certainty: 'confirmed',
        },
      ],
    },
  ],
  authorities: [
    {
      places: ['CA'],
      leadsTo: 'complaint',
      page: {
        address:
          'https://www.priv.gc.ca/en/report-a-concern/file-a-formal-privacy-complaint/file-a-complaint-about-a-business/',
        publisher,
        checked,
        certainty: 'confirmed',
      },
    },
  ],
} satisfies Law;

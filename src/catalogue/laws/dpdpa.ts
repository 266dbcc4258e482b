import type { Law } from '../../core/law/law.ts';
import { checked } from './checked.ts';

const ministry = 'Ministry of Electronics and Information Technology (India)';
const evidence = [
  {
    address: 'https://www.meity.gov.in/static/uploads/2024/06/2bf1f0e9f04e6fb4f8fef35e82c42aa5.pdf',
    publisher: ministry,
    published: '2023-08-11',
    checked,
    certainty: 'inferred',
  },
  // G.S.R. 843(E) of 13 November 2025: which section is in force when. The notice itself has no address
  // that could be sourced.
  {
    address: 'https://egazette.gov.in/',
    publisher: 'The Gazette of India',
    checked,
    certainty: 'inferred',
  },
] satisfies Law['periods'][number]['evidence'];

// Eighteen months from a notice that is dated the 13th and was made public on the 14th of November 2025:
// the later day, as no right is told of before it is there.
const rightsFrom = '2027-05-14';

export default {
  id: 'dpdpa',
  title: 'Digital Personal Data Protection Act, 2023 (DPDP Act)',
  periods: [
    {
      jurisdictions: ['IN'],
      from: '2025-11-14',
      until: rightsFrom,
      words: 'dpdpa-coming',
      // Nothing that a letter could rest on yet.
      letter: 'request',
      provisions: { right: 's. 3(c)(ii), 6(4)', complaint: 's. 13' },
      evidence,
    },
    {
      jurisdictions: ['IN'],
      from: rightsFrom,
      words: 'dpdpa',
      letter: 'dpdpa',
      provisions: {
        right: 's. 6(4), 6(6)',
        deadline: 'DPDP Rules 2025, 14(3)',
        complaint: 's. 13',
      },
      evidence,
    },
  ],
  authorities: [
    {
      places: ['IN'],
      // Of the Data Protection Board of India no site could be sourced.
      leadsTo: 'site',
      page: {
        address: 'https://www.meity.gov.in/',
        publisher: ministry,
        checked,
        certainty: 'inferred',
      },
    },
  ],
} satisfies Law;

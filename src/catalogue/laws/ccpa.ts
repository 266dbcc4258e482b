import type { Law } from '../../core/law/law.ts';
import { checked } from './checked.ts';

function section(number: string) {
  return {
    address: `https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=${number}`,
    publisher: `California Legislative Information, § ${number}`,
    checked,
    certainty: 'inferred',
  } as const;
}

export default {
  id: 'ccpa',
  title: 'California Consumer Privacy Act (CCPA), as amended by the CPRA',
  periods: [
    {
      jurisdictions: ['US'],
      onlyIn: 'california',
      // As amended: “share” and “limit” are of this day.
      from: '2023-01-01',
      words: 'ccpa',
      letter: 'ccpa',
      provisions: {
        right: 'Cal. Civ. Code § 1798.105, § 1798.110',
        deadline: 'Cal. Civ. Code § 1798.130(a)(2)',
        complaint: 'Cal. Civ. Code § 1798.199.45',
      },
      evidence: [
        section('1798.105'),
        section('1798.110'),
        section('1798.130'),
        // What can be opted out of, and what can be limited.
        section('1798.120'),
        section('1798.121'),
        {
          address: 'https://oag.ca.gov/privacy/ccpa',
          publisher: 'Attorney General of California',
          checked,
          certainty: 'inferred',
        },
      ],
    },
  ],
  authorities: [
    {
      places: ['US'],
      leadsTo: 'site',
      page: {
        address: 'https://cppa.ca.gov/',
        publisher: 'California Privacy Protection Agency',
        checked,
        certainty: 'reported',
      },
    },
  ],
} satisfies Law;

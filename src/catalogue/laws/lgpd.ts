import type { Law } from '../../core/law/law.ts';
import { checked } from './checked.ts';

/** Says, too, that the company must have been asked first. */
const petition = {
  address:
    'https://www.gov.br/anpd/pt-br/canais_atendimento/cidadao-titular-de-dados/peticao-de-titular-contra-controlador-de-dados/reclamacao',
  // An “Autoridade” until February 2026.
  publisher: 'Agência Nacional de Proteção de Dados',
  checked,
  certainty: 'confirmed',
} as const;

export default {
  id: 'lgpd',
  title: 'Lei Geral de Proteção de Dados Pessoais, Lei 13.709/2018 (LGPD)',
  periods: [
    {
      jurisdictions: ['BR'],
      from: '2020-09-18',
      words: 'lgpd',
      letter: 'lgpd',
      provisions: {
        right: 'Art. 8 § 5, Art. 18 IX, Art. 18 § 2',
        deadline: 'Art. 18 § 4',
        complaint: 'Art. 18 § 1',
      },
      evidence: [
        {
          address: 'https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm',
          publisher: 'Presidência da República (Brazil)',
          published: '2018-08-15',
          checked,
          certainty: 'inferred',
        },
        petition,
      ],
    },
  ],
  authorities: [{ places: ['BR'], leadsTo: 'complaint', page: petition }],
} satisfies Law;

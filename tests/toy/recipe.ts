import type { Service } from '../../src/core/recipe/recipe.ts';

/*
 * A service that nobody has, and that is unlike LinkedIn in all that recipes may say: a box that protects when
 * it is ticked, a form that has to be saved, settings and sign-in on two sites, and site access that is asked for.
 */

const checked = '2026-11-23';
const help = {
  address: 'https://www.toy.example/help/sharing',
  publisher: 'Toy',
  published: '2025-01-01',
  checked,
  certainty: 'confirmed',
} as const;

export default {
  id: 'toy',
  name: 'Toy',
  origins: ['https://www.toy.example', 'https://settings.toy.example'],
  siteAccess: 'optional',
  settingsPages: ['https://settings.toy.example/privacy*'],
  warnOn: ['https://www.toy.example/*', 'https://settings.toy.example/*'],
  interstitials: {
    'signed-out': ['https://www.toy.example/sign-in'],
    challenge: ['https://www.toy.example/are-you-human'],
  },
  guestPages: ['https://www.toy.example/'],
  terms: [{ ...help, address: 'https://www.toy.example/terms' }],
  stateWords: {},
  batches: {
    pauseMs: { min: 1_000, max: 2_000 },
    stopAt: ['signed-out', 'challenge'],
  },
  settings: [
    {
      id: 'do-not-share',
      title: 'Do not share my data with partners',
      purpose: 'partners',
      protectedWhen: 'on',
      open: 'https://settings.toy.example/privacy',
      paths: ['/privacy'],
      probe: {
        kind: 'checkbox',
        hook: { attribute: 'id', value: 'doNotShare' },
        names: { en: ['Do not share my data with partners'] },
        request: '/api/privacy',
      },
      optOut: [
        { act: 'press' },
        {
          act: 'save',
          hook: { attribute: 'id', value: 'savePrivacy' },
          names: { en: ['Save changes'] },
        },
      ],
      rules: [
        {
          jurisdictions: ['*'],
          from: '2025-01-01',
          default: 'on',
          choice: 'opt-out',
          evidence: [help],
        },
      ],
      unsourced: [],
      evidence: [help],
    },
  ],
  pages: [],
} satisfies Service;

import { describe, expect, test } from 'vitest';
import { onePerson } from '../../../src/core/account/accounts.ts';
import { revisionIn } from '../../../src/core/store/revision.ts';
import {
  type KeptOverview,
  OVERVIEW,
  type Overview,
  opened,
} from '../../../src/core/verdict/overview.ts';

const DAY = '2026-11-23';
const NOW = { day: DAY, revision: 7 };

const overview: Overview = {
  accounts: onePerson,
  elsewhere: [],
  statuses: [],
  services: [],
  pages: [],
  unlisted: [{ address: 'https://www.linkedin.com/mypreferences/d/x', ids: ['someSwitch'] }],
  place: 'DE',
  banner: true,
  notify: false,
  language: 'browser',
  hasSetAside: false,
  keepsSetAside: false,
  hasLostAccounts: false,
  isStoreFull: false,
  batch: null,
  remindAfter: 30,
  reminder: { due: false },
  ruleChanges: [],
  managed: [],
};

const kept: KeptOverview = { version: OVERVIEW.version, ...NOW, overview };

test('what was kept is opened as it was, also when it comes from storage', () => {
  expect(OVERVIEW).toEqual({ area: 'local', key: 'overview', version: 11 });
  expect(opened(kept, NOW)).toEqual(overview);
  expect(opened(JSON.parse(JSON.stringify(kept)), NOW)).toEqual(overview);
});

describe('it is not opened', () => {
  test.each<[string, unknown]>([
    ['of nothing', undefined],
    ['of null', null],
    ['of a text', JSON.stringify(kept)],
    ['of a number', 1],
    ['of an empty object', {}],
    ['of a list', [kept]],
    ['in an envelope', { version: OVERVIEW.version, value: kept }],
    ['of an earlier version', { ...kept, version: OVERVIEW.version - 1 }],
    ['of a later version', { ...kept, version: OVERVIEW.version + 1 }],
    ['of the day before', { ...kept, day: '2026-11-22' }],
    ['of the day after', { ...kept, day: '2026-11-24' }],
    ['of no day', { ...kept, day: undefined }],
    ['of the store as it was', { ...kept, revision: 6 }],
    ['of a store that was emptied since', { ...kept, revision: 8 }],
    ['of no revision', { ...kept, revision: undefined }],
    ['without an overview', { ...kept, overview: undefined }],
    ['with half an overview', { ...kept, overview: { ...overview, statuses: undefined } }],
    ['with a text for one', { ...kept, overview: JSON.stringify(overview) }],
  ])('%s', (_, raw) => {
    expect(opened(raw, NOW)).toBeUndefined();
  });
});

test.each<[unknown, number]>([
  [7, 7],
  [undefined, 0],
  ['7', 0],
  [7.5, 0],
  [Number.NaN, 0],
  [{}, 0],
])('a store whose revision is %j is of revision %d', (stored, revision) => {
  expect(revisionIn(stored === undefined ? {} : { revision: stored })).toBe(revision);
});

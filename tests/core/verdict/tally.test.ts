import { expect, test } from 'vitest';
import { services } from '../../../src/catalogue/index.ts';
import { type Entry, entriesOf } from '../../../src/core/recipe/setting-key.ts';
import { type SettingStatus, statusOf } from '../../../src/core/verdict/status.ts';
import { tallyOf } from '../../../src/core/verdict/tally.ts';
import { type Verdict, verdicts } from '../../../src/core/verdict/verdict.ts';

const [entry] = entriesOf(services) as [Entry, ...Entry[]];
const bare = statusOf(entry, { jurisdiction: undefined, finding: null, errand: null }, 0);

function status(verdict: Verdict): SettingStatus {
  return { ...bare, judgement: { verdict, contradiction: false, stale: false } };
}

test('each setting is counted once, the most alarming first, and no count is nought', () => {
  const statuses = (['protected', 'unknown', 'protected', 'sharing'] as const).map(status);
  expect(tallyOf(statuses)).toEqual([
    { verdict: 'sharing', count: 1 },
    { verdict: 'unknown', count: 1 },
    { verdict: 'protected', count: 2 },
  ]);
  expect(tallyOf([])).toEqual([]);
});

test('every verdict is counted', () => {
  expect(tallyOf(verdicts.map(status).toReversed())).toEqual(
    verdicts.map((verdict) => ({ verdict, count: 1 })),
  );
});

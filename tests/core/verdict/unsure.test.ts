import { describe, expect, test } from 'vitest';
import { services } from '../../../src/catalogue/index.ts';
import { type Entry, entriesOf } from '../../../src/core/recipe/setting-key.ts';
import { badgeOf } from '../../../src/core/verdict/badge.ts';
import type { Overview } from '../../../src/core/verdict/overview.ts';
import { type SettingStatus, statusOf } from '../../../src/core/verdict/status.ts';
import { unsure, withoutRoom, withUnread } from '../../../src/core/verdict/unsure.ts';
import { type Verdict, verdicts } from '../../../src/core/verdict/verdict.ts';

const [entry] = entriesOf(services) as [Entry, ...Entry[]];
const bare = statusOf(entry, { jurisdiction: undefined, finding: null, errand: null }, 0);

function status(verdict: Verdict): SettingStatus {
  return { ...bare, judgement: { verdict, contradiction: false, stale: false } };
}

const calm: readonly Verdict[] = ['exempt', 'protected'];

describe.each(verdicts)('%s', (verdict) => {
  test(calm.includes(verdict) ? 'is not sure any more' : 'stays what it is', () => {
    const before = status(verdict);
    const after = unsure(before);
    if (calm.includes(verdict)) {
      expect(after).toEqual({
        ...before,
        judgement: { verdict: 'unknown', contradiction: false, stale: true },
      });
    } else expect(after).toBe(before);
    expect(badgeOf([after], []).tone).not.toBe('calm');
  });
});

test('where there is no room nothing reassures, in no container', () => {
  const overview = {
    isStoreFull: false,
    statuses: verdicts.map(status),
    elsewhere: verdicts.map((verdict) => ({ container: 'c', verdict, flippedBack: [] })),
  } as unknown as Overview;
  const full = withoutRoom(overview);
  expect(full.isStoreFull).toBe(true);
  const said = [
    ...full.statuses.map(({ judgement }) => judgement.verdict),
    ...full.elsewhere.map(({ verdict }) => verdict),
  ];
  expect(said).toHaveLength(2 * verdicts.length);
  expect(said.filter((verdict) => calm.includes(verdict))).toEqual([]);
  expect(said.filter((verdict) => verdict === 'sharing')).toHaveLength(2);
});

test('over a page that is not read, what stands on it does not reassure, and all else does', () => {
  const statuses = (['a/one', 'a/two', 'a/three'] as const).map((key) => ({
    ...status('protected'),
    key,
  }));
  const overview = { statuses } as unknown as Overview;
  expect(withUnread(overview, [])).toBe(overview);
  const said = withUnread(overview, ['a/two', 'a/other']).statuses;
  expect(said.map(({ judgement }) => judgement.verdict)).toEqual([
    'protected',
    'unknown',
    'protected',
  ]);
});

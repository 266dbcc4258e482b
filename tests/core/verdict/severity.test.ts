import { expect, test } from 'vitest';
import { purposes } from '../../../src/core/recipe/purpose.ts';
import { bySeverity } from '../../../src/core/verdict/severity.ts';
import { type Verdict, verdicts } from '../../../src/core/verdict/verdict.ts';

const forEachPurpose = (verdict: Verdict) => purposes.map((purpose) => ({ verdict, purpose }));
const [surely, , , ...lesser] = verdicts;
const inDoubt = purposes.flatMap((purpose) =>
  (['presumed-sharing', 'unknown'] as const).map((verdict) => ({ verdict, purpose })),
);
const all = [...forEachPurpose(surely), ...inDoubt, ...lesser.flatMap(forEachPurpose)];

test('what surely shares comes first, and the graver purpose before the lesser one', () => {
  expect(all.toReversed().toSorted(bySeverity)).toEqual(all);
  expect(all).toHaveLength(7 * 5);
});

test('what could not be read does not sink below a guess about a lesser purpose', () => {
  const unread = { verdict: 'unknown', purpose: 'ai-training' } as const;
  const guessed = { verdict: 'presumed-sharing', purpose: 'partners' } as const;
  const sharing = { verdict: 'sharing', purpose: 'ads' } as const;
  expect([guessed, unread, sharing].toSorted(bySeverity)).toEqual([sharing, unread, guessed]);
});

test('what is equally grave keeps its order', () => {
  const twins = all.flatMap((one) => [
    { ...one, id: 'first' },
    { ...one, id: 'second' },
  ]);
  const ids = twins.toSorted(bySeverity).map(({ id }) => id);
  expect(ids).toEqual(all.flatMap(() => ['first', 'second']));
});

test('what has flipped back stands before all that has not', () => {
  const flipped = all.map((one) => ({ ...one, hasFlippedBack: true }));
  const ranked = [...all, ...flipped].toSorted(bySeverity);
  expect(ranked).toEqual([...flipped, ...all]);
});

import { expect, test } from 'vitest';
import { purposes } from '../../../src/core/recipe/purpose.ts';
import { bySeverity } from '../../../src/core/verdict/severity.ts';
import { verdicts } from '../../../src/core/verdict/verdict.ts';

const all = verdicts.flatMap((verdict) => purposes.map((purpose) => ({ verdict, purpose })));

test('the verdict is asked first, then the purpose', () => {
  expect(all.toReversed().toSorted(bySeverity)).toEqual(all);
  expect(all).toHaveLength(7 * 5);
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

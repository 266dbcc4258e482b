import { expect, test } from 'vitest';
import { isFresh, provenances, unloadedOf } from '../../src/core/provenance.ts';

const all = provenances.flatMap((provenance) =>
  [false, true].map((touched) => ({ provenance, touched, settled: true })),
);

test('only a page that was loaded for the visit, and that nobody has touched, shows what was saved', () => {
  expect(all).toHaveLength(10);
  expect(all.filter(isFresh)).toEqual([{ provenance: 'loaded', touched: false, settled: true }]);
});

test('that somebody moved the control is the reason where both are so', () => {
  expect(all.map(unloadedOf)).toEqual([
    undefined,
    undefined,
    ...['moved-to', 'restored', 'prerendered', 'already-open'].flatMap((one) => [one, undefined]),
  ]);
});

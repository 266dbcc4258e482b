import { expect, test } from 'vitest';
import {
  isBefore,
  isFresh,
  provenances,
  unloadedOf,
} from '../../../src/core/reading/provenance.ts';

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

test.each<[string, number | undefined, number | undefined, boolean]>([
  ['before it', 999, 1000, true],
  ['at the same moment', 1000, 1000, false],
  ['after it', 1001, 1000, false],
  ['before a moment that is yet to come', 999, 2001, false],
  ['nobody knows when', undefined, 1000, false],
  ['before nothing that was noted', 999, undefined, false],
])('a document that was loaded %s', (_, loadedAt, moment, expected) => {
  expect(isBefore(loadedAt, moment, 2000)).toBe(expected);
});

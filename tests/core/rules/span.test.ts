import { expect, test } from 'vitest';
import {
  dayAt,
  heldWithin,
  isWithin,
  offsetOf,
  shareOf,
  yearsIn,
} from '../../../src/core/rules/span.ts';
import { daysAfter } from '../../../src/core/time/day.ts';

const span = { first: '2024-09-01', last: '2026-11-23' };

test.each([
  ['2024-09-01', 0, 0],
  ['2024-09-02', 1, 1 / 813],
  // Over a leap day and two changes of the clocks.
  ['2025-01-23', 144, 144 / 813],
  ['2026-11-23', 813, 1],
])('%s is %i days from the first, and %d along the span', (day, offset, share) => {
  expect(offsetOf(span, day)).toBe(offset);
  expect(dayAt(span, offset)).toBe(day);
  expect(shareOf(span, day)).toBeCloseTo(share, 10);
  expect(isWithin(span, day)).toBe(true);
  expect(heldWithin(span, day)).toBe(day);
});

test.each([
  ['2024-08-31', 0, '2024-09-01'],
  ['2026-11-24', 1, '2026-11-23'],
  // Half written.
  ['0002-01-23', 0, '2024-09-01'],
])('%s is beyond an end', (day, share, end) => {
  expect(isWithin(span, day)).toBe(false);
  expect(shareOf(span, day)).toBe(share);
  expect(heldWithin(span, day)).toBe(end);
});

test('nothing written is no day of a span', () => {
  expect(isWithin(span, '')).toBe(false);
});

test('a span of one day has no length, and its day is at its start', () => {
  const day = { first: span.first, last: span.first };
  expect(shareOf(day, span.first)).toBe(0);
});

test('the years that begin within', () => {
  expect(yearsIn(span)).toEqual(['2025-01-01', '2026-01-01']);
  expect(yearsIn({ first: '2025-01-01', last: '2025-12-31' })).toEqual([]);
});

test('days are counted over the ends of months and years', () => {
  expect(daysAfter('2024-12-31', 1)).toBe('2025-01-01');
  expect(daysAfter('2024-03-01', -1)).toBe('2024-02-29');
});

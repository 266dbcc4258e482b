import { expect, test } from 'vitest';
import { dayBefore, dayOf, daysBetween } from '../../src/core/day.ts';
import { DaySchema } from '../../src/core/day-schema.ts';

const HOUR = 3_600_000;

test.each([
  ['the epoch', 0, '1970-01-01'],
  ['the last millisecond of a day', Date.UTC(2025, 10, 2, 23, 59, 59, 999), '2025-11-02'],
  ['the first millisecond of a day', Date.UTC(2025, 10, 3), '2025-11-03'],
])('%s falls on its day in UTC', (_, now, day) => {
  expect(dayOf(now)).toBe(day);
});

test.each([
  ['2025-11-03', '2025-11-02'],
  ['2025-01-01', '2024-12-31'],
  ['2024-03-01', '2024-02-29'],
  ['2025-03-01', '2025-02-28'],
  // Days on which European clocks change: a day is a day of UTC all the same.
  ['2025-03-31', '2025-03-30'],
  ['2025-10-27', '2025-10-26'],
])('the day before %s is %s', (day, before) => {
  expect(dayBefore(day)).toBe(before);
});

test.each([
  ['the same moment', 0, 0],
  ['an hour less than a day', 23 * HOUR, 0],
  ['a whole day', 24 * HOUR, 1],
  ['an hour less than ninety-one days', 91 * 24 * HOUR - HOUR, 90],
  ['a clock that went back an hour', -HOUR, -1],
])('days between: %s', (_, distance, days) => {
  const earlier = Date.UTC(2026, 0, 1, 12);
  expect(daysBetween(earlier, earlier + distance)).toBe(days);
});

test.each(['2025-02-30', '2025-2-3', '2025-11-03T00:00:00Z', '03.11.2025', ''])(
  '"%s" is no day',
  (text) => {
    expect(DaySchema.safeParse(text).success).toBe(false);
  },
);

test('a day of a leap year is a day', () => {
  expect(DaySchema.safeParse('2024-02-29').success).toBe(true);
});

import { expect, test } from 'vitest';
import { DaySchema } from '../../../src/core/time/day.schema.ts';
import { dayBefore, dayOf, daysBetween } from '../../../src/core/time/day.ts';

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
  ['the last millisecond of the same day', 12 * HOUR - 1, 0],
  ['the first millisecond of the next', 12 * HOUR, 1],
  ['a whole day', 24 * HOUR, 1],
  ['the last millisecond of the ninetieth day', 90 * 24 * HOUR + 12 * HOUR - 1, 90],
  ['the first millisecond of the ninety-first', 90 * 24 * HOUR + 12 * HOUR, 91],
  ['a clock that went back within the day', -12 * HOUR, 0],
  ['a clock that went back to the day before', -12 * HOUR - 1, -1],
  ['a clock that went back a year', -365 * 24 * HOUR, -365],
])('days between noon and %s', (_, distance, days) => {
  const noon = Date.UTC(2026, 0, 1, 12);
  expect(daysBetween(noon, noon + distance)).toBe(days);
});

test('two moments have no day between them exactly when they fall on one day', () => {
  const start = Date.UTC(2026, 2, 28);
  const moments = Array.from({ length: 5 * 24 }, (_, hour) => start + hour * HOUR).flatMap(
    (moment) => [moment - 1, moment],
  );
  const pairs = moments.flatMap((one) => moments.map((other) => [one, other] as const));
  const wrong = pairs.filter(
    ([one, other]) => (daysBetween(one, other) === 0) !== (dayOf(one) === dayOf(other)),
  );
  expect(wrong).toEqual([]);
  expect(pairs).toHaveLength(240 * 240);
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

import { afterEach, expect, test } from 'vitest';
import { DaySchema } from '../../../src/core/time/day.schema.ts';
import { dayBefore, dayOf, daysAfter, daysBetween, daysFrom } from '../../../src/core/time/day.ts';

const HOUR = 3_600_000;

const { TZ } = process.env;
afterEach(() => liveIn(TZ));

/** Where the person is: no zone stands for wherever this runs. */
function liveIn(zone: string | undefined): void {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
}

const evening = Date.UTC(2026, 10, 30, 4);

test.each([
  ['UTC', 0, '1970-01-01'],
  ['UTC', Date.UTC(2025, 10, 2, 23, 59, 59, 999), '2025-11-02'],
  ['UTC', Date.UTC(2025, 10, 3), '2025-11-03'],
  ['America/Los_Angeles', evening, '2026-11-29'],
  ['Europe/Berlin', evening, '2026-11-30'],
  ['Asia/Tokyo', Date.UTC(2026, 10, 30, 15), '2026-12-01'],
  ['Pacific/Kiritimati', Date.UTC(2026, 10, 30, 10), '2026-12-01'],
])('in %s the moment %i falls on the day of the calendar there', (zone, moment, day) => {
  liveIn(zone);
  expect(dayOf(moment)).toBe(day);
});

test.each(['UTC', 'America/Los_Angeles', 'Europe/Berlin', 'Australia/Lord_Howe'])(
  'in %s a day is a day, also where clocks change',
  (zone) => {
    liveIn(zone);
    const days = Array.from({ length: 400 }, (_, index) => daysAfter('2026-01-01', index));
    const noons = days.map((day) => new Date(`${day}T12:00`).getTime());
    expect(noons.map(dayOf)).toEqual(days);
    const [first = 0] = noons;
    expect(noons.map((noon) => daysBetween(first, noon))).toEqual(days.map((_, index) => index));
    expect(daysFrom('2026-01-01', days.at(-1) ?? '')).toBe(399);
  },
);

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
  liveIn('UTC');
  const noon = Date.UTC(2026, 0, 1, 12);
  expect(daysBetween(noon, noon + distance)).toBe(days);
});

test('two moments have no day between them exactly when they fall on one day', () => {
  liveIn('America/Los_Angeles');
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

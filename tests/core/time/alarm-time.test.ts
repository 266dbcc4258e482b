import { expect, test } from 'vitest';
import { ringsInTime } from '../../../src/core/time/alarm-time.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 23, 12);

test.each<[string, number, boolean]>([
  ['in a day', DAY, true],
  ['in an hour', HOUR, true],
  ['at this moment', 0, true],
  // The browser rings at once what is overdue.
  ['a year ago, as the clock has jumped ahead', -365 * DAY, true],
  ['a millisecond after a day', DAY + 1, false],
  ['in a year, as it was set by a clock that was ahead', 365 * DAY, false],
])('a daily alarm that is to ring %s', (_, inMs, expected) => {
  const alarm = { scheduledTime: NOW + inMs, periodInMinutes: 24 * 60 };
  expect(ringsInTime(alarm, NOW)).toBe(expected);
});

test('an alarm that does not repeat is not the one', () => {
  expect(ringsInTime({ scheduledTime: NOW + HOUR }, NOW)).toBe(false);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RemindAfter } from '../../../src/core/store/items.ts';
import { LAST_MOMENT } from '../../../src/core/time/moment.schema.ts';
import { DEFAULT_REMIND_AFTER, remindAfters } from '../../../src/core/verdict/remind-after.ts';
import {
  type Checks,
  notifies,
  type Reminder,
  reminderOf,
} from '../../../src/core/verdict/reminder.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 23, 12);

/** Noon so many days before now; negative lies ahead. */
const ago = (days: number) => NOW - days * DAY;

function checks(over: Partial<Checks> = {}): Checks {
  return { remindAfter: 30, readAts: [], remindedAt: undefined, ...over };
}

const quiet: Reminder = { due: false };

describe('a check is due', () => {
  test.each<[string, Pick<Checks, 'remindAfter' | 'readAts'>, Reminder]>([
    ['not when nothing was ever read', { remindAfter: 7, readAts: [] }, quiet],
    ['not on the day it was made', { remindAfter: 7, readAts: [NOW] }, quiet],
    ['not on the seventh day', { remindAfter: 7, readAts: [ago(7)] }, quiet],
    ['on the eighth', { remindAfter: 7, readAts: [ago(8)] }, { due: true, since: '2026-11-15' }],
    ['not on the thirtieth day', { remindAfter: 30, readAts: [ago(30)] }, quiet],
    [
      'on the thirty-first',
      { remindAfter: 30, readAts: [ago(31)] },
      { due: true, since: '2026-10-23' },
    ],
    ['not on the ninetieth day', { remindAfter: 90, readAts: [ago(90)] }, quiet],
    [
      'on the ninety-first',
      { remindAfter: 90, readAts: [ago(91)] },
      { due: true, since: '2026-08-24' },
    ],
    ['never for who wants none', { remindAfter: 'never', readAts: [ago(5000)] }, quiet],
    ['never, whatever the clock', { remindAfter: 'never', readAts: [ago(-5000)] }, quiet],
    [
      'not while one of many is new',
      { remindAfter: 7, readAts: [ago(400), ago(2), ago(9)] },
      quiet,
    ],
    [
      'when the newest of many is old, since that one',
      { remindAfter: 7, readAts: [ago(400), ago(9), ago(10)] },
      { due: true, since: '2026-11-14' },
    ],
    [
      'not when it was read at the epoch of a new clock',
      { remindAfter: 7, readAts: [0, NOW] },
      quiet,
    ],
    ['not when the clock went back within a day', { remindAfter: 7, readAts: [NOW + 1] }, quiet],
    ['not when it was read a day ahead', { remindAfter: 7, readAts: [ago(-1)] }, quiet],
    ['when all was read two days ahead', { remindAfter: 7, readAts: [ago(-2)] }, { due: true }],
    [
      'when all was read years ahead',
      { remindAfter: 90, readAts: [ago(-365), ago(-4000), LAST_MOMENT] },
      { due: true },
    ],
    [
      'not when what counts beside a wrong clock is new',
      { remindAfter: 7, readAts: [ago(-365), ago(3)] },
      quiet,
    ],
    [
      'when what counts beside a wrong clock is old',
      { remindAfter: 7, readAts: [ago(-365), ago(20), ago(30)] },
      { due: true, since: '2026-11-03' },
    ],
  ])('%s', (_, over, expected) => {
    expect(reminderOf(checks(over), NOW)).toEqual(expected);
    // A reminder changes nothing about what is due.
    expect(reminderOf(checks({ ...over, remindedAt: NOW }), NOW)).toEqual(expected);
    expect(notifies(checks(over), NOW)).toBe(expected.due);
  });
});

describe('a notification', () => {
  test.each<[string, Partial<Checks>, boolean]>([
    ['is sent the first time', { readAts: [ago(40)] }, true],
    ['is not sent again at once', { readAts: [ago(40)], remindedAt: NOW }, false],
    ['is not sent again for so many days', { readAts: [ago(90)], remindedAt: ago(30) }, false],
    ['is sent again after them', { readAts: [ago(90)], remindedAt: ago(31) }, true],
    [
      'waits as long as the person says now',
      { remindAfter: 7, readAts: [ago(90)], remindedAt: ago(8) },
      true,
    ],
    ['is sent for a new period', { readAts: [ago(31)], remindedAt: ago(32) }, true],
    ['is not sent while nothing is due', { readAts: [ago(3)], remindedAt: ago(400) }, false],
    ['is not sent when nothing was ever read', { remindedAt: ago(400) }, false],
    ['is not sent to who wants none', { remindAfter: 'never', readAts: [ago(400)] }, false],
    ['sent by a clock years ahead was none', { readAts: [ago(40)], remindedAt: ago(-365) }, true],
    ['sent two days ahead was none', { readAts: [ago(40)], remindedAt: ago(-2) }, true],
    ['sent within a day ahead was one', { readAts: [ago(40)], remindedAt: ago(-1) }, false],
    ['is sent for readings of a wrong clock', { readAts: [ago(-365)] }, true],
    ['is sent once for them', { readAts: [ago(-365)], remindedAt: NOW }, false],
  ])('%s', (_, over, expected) => {
    expect(notifies(checks(over), NOW)).toBe(expected);
  });
});

interface Wake {
  readonly now: number;
  /** The person reads a setting before it is asked. */
  readonly reads?: boolean;
}

/** The days, counted from now, on which something is sent over a row of wakes. */
function sentOver(start: Checks, wakes: readonly Wake[]): number[] {
  let state = start;
  const sent: number[] = [];
  for (const { now, reads } of wakes) {
    if (reads) state = { ...state, readAts: [now, ...state.readAts.slice(1)] };
    if (!notifies(state, now)) continue;
    state = { ...state, remindedAt: now };
    sent.push(Math.floor((now - NOW) / DAY));
  }
  return sent;
}

/** A wake every six hours. */
function wakes(fromDay: number, untilDay: number): Wake[] {
  return Array.from({ length: (untilDay - fromDay) * 4 }, (_, index) => ({
    now: NOW + fromDay * DAY + index * 6 * HOUR,
  }));
}

describe('over many wakes', () => {
  const readNow = checks({ readAts: [NOW] });

  test('who never checks is reminded once in every period', () => {
    // Days are counted from noon here, and what is due begins at midnight: half a day before the next.
    expect(sentOver(readNow, wakes(0, 130))).toEqual([30, 61, 92, 123]);
    expect(sentOver({ ...readNow, remindAfter: 7 }, wakes(0, 30))).toEqual([7, 15, 23]);
    expect(sentOver({ ...readNow, remindAfter: 'never' }, wakes(0, 400))).toEqual([]);
  });

  test('who checks is not reminded until that check is old', () => {
    const row = [...wakes(0, 40), { now: ago(-40), reads: true }, ...wakes(40, 80)];
    expect(sentOver(readNow, row)).toEqual([30, 70]);
  });

  test('a clock that is a year ahead for a day reminds once then, and is forgotten', () => {
    const row = [...wakes(0, 5), ...wakes(370, 371), ...wakes(6, 70)];
    expect(sentOver(readNow, row)).toEqual([370, 30, 61]);
  });

  test('a check by a clock that is a year ahead reminds once, and the next check ends it', () => {
    const row = [
      { now: ago(-370), reads: true },
      ...wakes(6, 20),
      { now: ago(-20), reads: true },
      ...wakes(20, 55),
    ];
    expect(sentOver(readNow, row)).toEqual([6, 50]);
  });

  test('where other settings keep the date of a wrong clock, one new check ends it all the same', () => {
    const state = checks({ readAts: [ago(-370), ago(-371), ago(-372)] });
    const row = [...wakes(0, 3), { now: ago(-3), reads: true }, ...wakes(3, 40)];
    expect(sentOver(state, row)).toEqual([0, 33]);
  });

  test('a clock that is set right by minutes, over midnight and back, reminds once', () => {
    const midnight = Date.UTC(2026, 11, 26);
    const row = Array.from({ length: 50 }, (_, index) => ({
      now: midnight + (index % 2 === 0 ? 60_000 : -60_000),
    }));
    expect(sentOver(readNow, row)).toHaveLength(1);
  });
});

describe('whatever is stored', () => {
  const moment = fc.oneof(
    fc.integer({ min: -800, max: 800 }).map(ago),
    fc.nat({ max: LAST_MOMENT }),
    fc.constantFrom(0, NOW, LAST_MOMENT),
  );
  const state: fc.Arbitrary<Checks> = fc.record({
    remindAfter: fc.constantFrom(...remindAfters),
    readAts: fc.array(moment, { maxLength: 12 }),
    remindedAt: fc.option(moment, { nil: undefined }),
  });

  test('storing a reminder keeps quiet for the whole period', () => {
    fc.assert(
      fc.property(state, fc.integer({ min: 0, max: 7 * DAY }), (one, later) => {
        const told = { ...one, remindedAt: NOW };
        expect(notifies(told, NOW)).toBe(false);
        expect(notifies(told, NOW + later)).toBe(false);
      }),
    );
  });

  test('one new reading ends what is due, and nothing is sent that is not due', () => {
    fc.assert(
      fc.property(state, (one) => {
        expect(reminderOf({ ...one, readAts: [...one.readAts, NOW] }, NOW)).toEqual(quiet);
        expect(notifies(one, NOW) && !reminderOf(one, NOW).due).toBe(false);
      }),
    );
  });

  test('while the clock goes on, two reminders are a whole period apart', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 40 * DAY }), { minLength: 20, maxLength: 60 });
    let pairs = 0;
    fc.assert(
      fc.property(state, steps, (one, all) => {
        let now = NOW;
        const row = all.map((step) => {
          now += step;
          return { now };
        });
        const sent = sentOver(one, row);
        const period = one.remindAfter === 'never' ? Number.POSITIVE_INFINITY : one.remindAfter;
        for (const [index, day] of sent.entries()) {
          if (index === 0) continue;
          expect(day - (sent[index - 1] as number)).toBeGreaterThanOrEqual(period);
          pairs += 1;
        }
      }),
    );
    expect(pairs).toBeGreaterThan(30);
  });

  test('the day said is one on which something was read', () => {
    fc.assert(
      fc.property(state, (one) => {
        const { since } = reminderOf(one, NOW);
        if (since === undefined) return;
        const days = one.readAts
          .filter((at) => at <= NOW)
          .map((at) => new Date(at).toISOString().slice(0, 10));
        expect(since).toBe(days.toSorted().at(-1));
      }),
    );
  });
});

describe('what the person chooses', () => {
  test.each([7, 30, 90, 'never'])('may be %s', (choice) => {
    expect(RemindAfter.safeParse(choice)).toEqual({ success: true, data: choice });
  });

  test.each([0, 1, 8, 365, -7, '7', '30', 'always', '', null, undefined, [7]])(
    'may not be %j',
    (choice) => {
      expect(RemindAfter.safeParse(choice).success).toBe(false);
    },
  );

  test('is thirty days until they do', () => {
    expect(DEFAULT_REMIND_AFTER).toBe(30);
  });
});

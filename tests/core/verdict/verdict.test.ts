import { describe, expect, test } from 'vitest';
import { type Reading, unknownReasons } from '../../../src/core/reading/reading.ts';
import type { Rule } from '../../../src/core/recipe/recipe.ts';
import {
  judge,
  judgeFinding,
  mostAlarming,
  STALE_AFTER_DAYS,
  type Verdict,
  verdicts,
} from '../../../src/core/verdict/verdict.ts';

type Column = Rule['default'] | 'no rule';

const columns: readonly Column[] = ['on', 'exempt', 'off', 'consent', 'no rule'];

/** One row for each thing a reading can say, one column for each default. `undefined` is never read. */
const table: readonly [string, Reading | undefined, readonly Verdict[]][] = [
  ['on', { state: 'on' }, ['sharing', 'sharing', 'sharing', 'sharing', 'sharing']],
  [
    'locked on',
    { state: 'locked', position: 'on' },
    ['sharing', 'sharing', 'sharing', 'sharing', 'sharing'],
  ],
  ['off', { state: 'off' }, ['protected', 'protected', 'protected', 'protected', 'protected']],
  [
    'locked off',
    { state: 'locked', position: 'off' },
    ['protected', 'protected', 'protected', 'protected', 'protected'],
  ],
  ['absent', { state: 'absent' }, ['unknown', 'exempt', 'unknown', 'unknown', 'unknown']],
  ...unknownReasons.map((reason): [string, Reading, Verdict[]] => [
    `unknown (${reason})`,
    { state: 'unknown', reason },
    ['unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
  ]),
  [
    'never read',
    undefined,
    ['presumed-sharing', 'exempt-unchecked', 'unchecked', 'unchecked', 'unchecked'],
  ],
];

const rows = table.flatMap(([name, reading, expected]) =>
  columns.map((column, index) => ({ name, reading, column, verdict: expected[index] })),
);

const off = { protectedWhen: 'off' } as const;
const on = { protectedWhen: 'on' } as const;

function ruleOf(column: Column): Rule | undefined {
  if (column === 'no rule') return undefined;
  return {
    jurisdictions: ['*'],
    from: '2024-09-18',
    default: column,
    choice: 'opt-out',
    evidence: [],
  };
}

function mirrored(reading: Reading | undefined): Reading | undefined {
  switch (reading?.state) {
    case 'on':
      return { state: 'off' };
    case 'off':
      return { state: 'on' };
    case 'locked':
      return { state: 'locked', position: reading.position === 'on' ? 'off' : 'on' };
    default:
      return reading;
  }
}

describe('a reading judged by the rule in force', () => {
  test.each(rows)('$name under $column is $verdict', ({ reading, column, verdict }) => {
    expect(judge(off, reading, ruleOf(column))).toBe(verdict);
  });

  test.each(rows)(
    'where on protects, the mirror of $name under $column is $verdict',
    ({ reading, column, verdict }) => {
      expect(judge(on, mirrored(reading), ruleOf(column))).toBe(verdict);
    },
  );

  test('every reading meets every default', () => {
    expect(rows).toHaveLength((4 + 1 + unknownReasons.length + 1) * columns.length);
    expect(rows).toHaveLength(85);
  });

  test('nothing but a control that was read says protected', () => {
    const reassuring = rows.filter(({ verdict }) => verdict === 'protected');
    expect(new Set(reassuring.map(({ name }) => name))).toEqual(new Set(['off', 'locked off']));
    expect(reassuring).toHaveLength(2 * columns.length);
  });

  test('how the control was found changes nothing', () => {
    expect(judge(off, { state: 'off', strategy: 'name' }, undefined)).toBe('protected');
    expect(judge(off, { state: 'on', strategy: 'name' }, undefined)).toBe('sharing');
  });
});

describe('what is said beside the verdict', () => {
  const HOUR = 3_600_000;
  const DAY = 24 * HOUR;
  /** Nine in the morning in UTC. */
  const readAt = Date.UTC(2026, 0, 1, 9);
  const days = (count: number) => readAt + count * DAY;

  test('the page contradicts the rule exactly where it shares under an exemption', () => {
    const contradicting = rows.filter(
      ({ reading, column }) =>
        judgeFinding(off, reading && { reading, readAt }, ruleOf(column), readAt).contradiction,
    );
    expect(contradicting.map(({ name, column }) => `${name} under ${column}`)).toEqual([
      'on under exempt',
      'locked on under exempt',
    ]);
  });

  test.each<[string, boolean, number]>([
    ['at this moment', false, 0],
    ['90 days ago', false, STALE_AFTER_DAYS * DAY],
    ['90 calendar days ago, at the end of the day', false, STALE_AFTER_DAYS * DAY + 15 * HOUR - 1],
    ['91 calendar days ago, at the start of the day', true, STALE_AFTER_DAYS * DAY + 15 * HOUR],
    ['91 days ago', true, (STALE_AFTER_DAYS + 1) * DAY],
    ['ten years ago', true, 3650 * DAY],
    // The clock went back since, or was ahead when the page was read.
    ['a millisecond ahead', false, -1],
    ['at a later hour of the same day', false, -8 * HOUR],
    ['at the same day, which has just begun', false, -9 * HOUR],
    ['in the first millisecond of the next day', true, -9 * HOUR - 1],
    ['one day ahead', true, -DAY],
    ['a year ahead', true, -365 * DAY],
  ])('an off read %s: stale %s, and protected all the same', (...[, stale, age]) => {
    const finding = { reading: { state: 'off' }, readAt } as const;
    expect(judgeFinding(off, finding, ruleOf('on'), readAt + age)).toEqual({
      verdict: 'protected',
      contradiction: false,
      stale,
    });
  });

  test('it does not grow stale within a day, as an overview is kept for one', () => {
    const start = Date.UTC(2026, 0, 1);
    const finding = { reading: { state: 'off' }, readAt } as const;
    const staleAt = (now: number) => judgeFinding(off, finding, undefined, now).stale;
    const changing = Array.from({ length: 400 }, (_, day) => start + (day - 200) * DAY).filter(
      (midnight) =>
        Array.from({ length: 24 }, (_, hour) => midnight + hour * HOUR).some(
          (now) =>
            staleAt(now) !== staleAt(midnight) || staleAt(now + HOUR - 1) !== staleAt(midnight),
        ),
    );
    expect(changing).toEqual([]);
    expect(staleAt(start)).toBe(false);
    expect(staleAt(start + 199 * DAY)).toBe(true);
  });

  test('ninety days is the limit', () => {
    expect(STALE_AFTER_DAYS).toBe(90);
  });

  test.each([91, -1])('only a protection grows stale: %i days after', (age) => {
    const old = rows.filter(
      ({ reading, column }) =>
        judgeFinding(off, reading && { reading, readAt }, ruleOf(column), days(age)).stale,
    );
    expect(new Set(old.map(({ verdict }) => verdict))).toEqual(new Set(['protected']));
    expect(old).toHaveLength(2 * columns.length);
  });

  test('the verdict beside them is the one of the table', () => {
    const differing = rows.filter(
      ({ reading, column, verdict }) =>
        judgeFinding(off, reading && { reading, readAt }, ruleOf(column), readAt).verdict !==
        verdict,
    );
    expect(differing).toEqual([]);
    expect(rows).toHaveLength(85);
  });
});

describe('the most alarming of several verdicts', () => {
  const order: readonly Verdict[] = [
    'sharing',
    'presumed-sharing',
    'unknown',
    'unchecked',
    'exempt-unchecked',
    'exempt',
    'protected',
  ];

  test('the order of alarm is the order of the verdicts', () => {
    expect(verdicts).toEqual(order);
  });

  test('of each two, the one further up is taken, whichever comes first', () => {
    let lookedAt = 0;
    for (const [place, alarming] of order.entries()) {
      for (const calmer of order.slice(place)) {
        expect(mostAlarming([alarming, calmer])).toBe(alarming);
        expect(mostAlarming([calmer, alarming])).toBe(alarming);
        lookedAt += 1;
      }
    }
    expect(lookedAt).toBe(28);
  });

  test('of none there is none', () => {
    expect(mostAlarming([])).toBeUndefined();
  });
});

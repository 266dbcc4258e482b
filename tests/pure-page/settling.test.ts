import { describe, expect, test } from 'vitest';
import {
  type Position,
  positionOf,
  positions,
  type Reading,
  unknownReasons,
} from '../../src/core/reading.ts';
import type { Look } from '../../src/page/look.ts';
import {
  conclude,
  DEADLINE_MS,
  nextSettling,
  SETTLE_MS,
  type Settling,
  sameReading,
  startSettling,
} from '../../src/page/settling.ts';

/** Settling only ever compares controls, so any object stands for one. */
const first = { name: 'first' } as unknown as Element;
const second = { name: 'second' } as unknown as Element;

const on: Reading = { state: 'on' };
const off: Reading = { state: 'off' };
const absent: Reading = { state: 'absent' };
const unsettled: Reading = { state: 'unknown', reason: 'unsettled' };
const notFound: Reading = { state: 'unknown', reason: 'not-found' };
const timeout: Reading = { state: 'unknown', reason: 'timeout' };
const covered: Reading = { state: 'unknown', reason: 'covered' };

function look(reading: Reading, control: Element | undefined = first): Look {
  return { reading, control: reading.state === 'absent' ? undefined : control };
}

/** What the page shows from a moment on: a reading, of which control, and whether anybody touched it. */
type Frame = readonly [number, Reading, Element?, ('touched' | undefined)?];

function shown([[start, reading, control], ...later]: readonly [Frame, ...Frame[]]): Settling {
  return later.reduce(
    (before, [at, next, of, touched]) =>
      nextSettling(before, look(next, of ?? first), touched === 'touched', at),
    startSettling(look(reading, control ?? first), start),
  );
}

interface Around {
  readonly protectedWhen?: Position;
  readonly busy?: boolean;
}

function said(
  settling: Settling,
  now: number,
  { protectedWhen = 'off', busy = false }: Around = {},
) {
  return conclude(settling, { protectedWhen, busy, now });
}

test('three seconds to settle, ten at most', () => {
  expect([SETTLE_MS, DEADLINE_MS]).toEqual([3_000, 10_000]);
});

describe('quick to warn', () => {
  test.each<[string, Reading, Position]>([
    ['on', on, 'off'],
    ['locked on', { state: 'locked', position: 'on' }, 'off'],
    ['off, where on protects', off, 'on'],
    ['locked off, where on protects', { state: 'locked', position: 'off' }, 'on'],
  ])('%s is said at once, even while the page is busy', (_, reading, protectedWhen) => {
    const settling = shown([[0, reading]]);
    expect(said(settling, 0, { protectedWhen })).toEqual(reading);
    expect(said(settling, 0, { protectedWhen, busy: true })).toEqual(reading);
    expect(said(settling, DEADLINE_MS, { protectedWhen, busy: true })).toEqual(reading);
  });

  test('it is said at once after any wait for something else', () => {
    expect(
      said(
        shown([
          [0, notFound],
          [100, off],
          [200, on],
        ]),
        200,
      ),
    ).toEqual(on);
    expect(
      said(
        shown([
          [0, off],
          [2_999, on],
        ]),
        2_999,
      ),
    ).toEqual(on);
  });
});

describe('slow to reassure', () => {
  test.each<[string, Reading, Position]>([
    ['off', off, 'off'],
    ['locked off', { state: 'locked', position: 'off' }, 'off'],
    ['on, where on protects', on, 'on'],
    ['locked on, where on protects', { state: 'locked', position: 'on' }, 'on'],
    ['absent', absent, 'off'],
    ['covered', covered, 'off'],
    ['unreadable', { state: 'unknown', reason: 'unreadable' }, 'off'],
  ])('%s is said when it has stood for three seconds', (_, reading, protectedWhen) => {
    const settling = shown([[0, reading]]);
    for (const now of [0, 1, 1_500, SETTLE_MS - 1]) {
      expect([now, said(settling, now, { protectedWhen })]).toEqual([now, undefined]);
    }
    expect(said(settling, SETTLE_MS, { protectedWhen })).toEqual(reading);
    expect(said(settling, SETTLE_MS, { protectedWhen, busy: true })).toBeUndefined();
  });

  test('looking again at the same does not start anew', () => {
    const settling = shown([
      [0, off],
      [500, off],
      [1_000, off],
      [2_900, off],
    ]);
    expect(said(settling, SETTLE_MS)).toEqual(off);
  });

  test('the same side found in another way is the same', () => {
    const byId: Reading = { state: 'off', strategy: 'known-id' };
    const byName: Reading = { state: 'off', strategy: 'name' };
    expect(
      said(
        shown([
          [0, byId],
          [2_000, byName],
        ]),
        SETTLE_MS,
      ),
    ).toEqual(byName);
  });

  test.each<[string, readonly [Frame, ...Frame[]], number]>([
    [
      'a new control starts anew',
      [
        [0, off, first],
        [2_000, off, second],
      ],
      2_000,
    ],
    [
      'a control that comes back starts anew',
      [
        [0, off, first],
        [1_000, off, second],
        [2_000, off, first],
      ],
      2_000,
    ],
    [
      'another state starts anew',
      [
        [0, on],
        [1_000, off],
      ],
      1_000,
    ],
    [
      'a lock that falls away starts anew',
      [
        [0, { state: 'locked', position: 'off' }],
        [1_000, off],
      ],
      1_000,
    ],
    [
      'a control that was gone starts anew',
      [
        [0, off],
        [1_000, notFound],
        [1_100, off],
      ],
      1_100,
    ],
    [
      'a late control starts when it comes',
      [
        [0, notFound],
        [4_000, off],
      ],
      4_000,
    ],
    [
      'a dialog in front of it starts anew',
      [
        [0, off],
        [1_000, covered],
        [2_000, off],
      ],
      2_000,
    ],
  ])('%s', (_, frames, since) => {
    const settling = shown(frames);
    expect(said(settling, since + SETTLE_MS - 1)).toBeUndefined();
    expect(said(settling, since + SETTLE_MS)).toEqual(off);
  });
});

describe('a page that does not come to rest', () => {
  /** The side changes every tenth of a second. */
  const flicker = (moves: number, touched?: 'touched') =>
    shown([
      [0, off],
      ...Array.from(
        { length: moves },
        (_, index): Frame => [(index + 1) * 100, index % 2 === 0 ? on : off, first, touched],
      ),
    ]);

  test.each([
    [1, on],
    [2, undefined],
    [3, on],
    [4, unsettled],
    [5, unsettled],
    [40, unsettled],
  ])('after %i moves by itself it says %j', (moves, expected) => {
    expect(said(flicker(moves), moves * 100)).toEqual(expected);
  });

  test('a restless switch is never believed again, on whichever side it rests', () => {
    expect(said(flicker(4), 60_000)).toEqual(unsettled);
    expect(said(flicker(5), 60_000)).toEqual(unsettled);
  });

  test('what somebody moved does not make it restless', () => {
    expect(said(flicker(40, 'touched'), 4_000)).toBeUndefined();
    expect(said(flicker(40, 'touched'), 4_000 + SETTLE_MS)).toEqual(off);
    expect(said(flicker(41, 'touched'), 4_100)).toEqual(on);
    expect(flicker(40, 'touched').moves).toBe(0);
  });

  test('only a change of sides is a move', () => {
    const settling = shown([
      [0, notFound],
      [100, off],
      [200, covered],
      [300, off],
      [400, { state: 'locked', position: 'off' }],
      [500, notFound],
      [600, off, second],
    ]);
    expect(settling.moves).toBe(0);
  });

  test.each<[string, Settling, boolean, Reading]>([
    [
      'off that keeps being drawn anew',
      shown([
        [0, off],
        [8_000, off, second],
      ]),
      false,
      unsettled,
    ],
    ['off on a page that stays busy', shown([[0, off]]), true, unsettled],
    ['absence on a page that stays busy', shown([[0, absent]]), true, unsettled],
    ['a dialog on a page that stays busy', shown([[0, covered]]), true, covered],
    ['nothing', shown([[0, notFound]]), false, notFound],
    ['an empty page', shown([[0, timeout]]), false, timeout],
    ['nothing on a page that stays busy', shown([[0, notFound]]), true, timeout],
    ['an empty page that stays busy', shown([[0, timeout]]), true, timeout],
  ])('%s is said as what it is at the deadline, and not before', (_, settling, busy, expected) => {
    expect(said(settling, DEADLINE_MS - 1, { busy })).toBeUndefined();
    expect(said(settling, DEADLINE_MS, { busy })).toEqual(expected);
  });

  test('after the deadline, what comes late may still settle', () => {
    const settling = shown([
      [0, notFound],
      [12_000, off],
    ]);
    expect(said(settling, 12_000)).toEqual(unsettled);
    expect(said(settling, 12_000 + SETTLE_MS)).toEqual(off);
    expect(said(settling, 12_000 + SETTLE_MS, { busy: true })).toEqual(unsettled);
  });
});

describe('whatever is shown', () => {
  const readings: readonly Reading[] = [
    on,
    off,
    absent,
    { state: 'locked', position: 'on' },
    { state: 'locked', position: 'off' },
    ...unknownReasons.map((reason): Reading => ({ state: 'unknown', reason })),
  ];

  test('nothing reassures before three seconds, nor on a busy page, whichever side protects', () => {
    const frames = readings.flatMap((before) => readings.map((after) => [before, after] as const));
    const rows = frames.flatMap(([before, after]) =>
      positions.flatMap((protectedWhen) =>
        [1_000, 1_000 + SETTLE_MS - 1, DEADLINE_MS, 60_000].map((now) => ({
          before,
          after,
          protectedWhen,
          now,
        })),
      ),
    );
    const early = rows.filter(({ before, after, protectedWhen, now }) => {
      // An absence that is still an absence has no control to change: it stands since the beginning.
      if (before.state === 'absent' && after.state === 'absent') return false;
      const busy = now - 1_000 >= SETTLE_MS;
      const settling = shown([
        [0, before, first],
        [1_000, after, second],
      ]);
      const told = said(settling, now, { protectedWhen, busy });
      return told && (positionOf(told) === protectedWhen || told.state === 'absent');
    });
    expect(early).toEqual([]);
    expect(rows).toHaveLength(15 * 15 * 2 * 4);
  });

  test('a page at rest has something to say after the deadline, and the same as it shows', () => {
    const differing = readings.filter((reading) => {
      const told = said(shown([[0, reading]]), DEADLINE_MS);
      return told === undefined || !sameReading(told, reading);
    });
    expect(differing).toEqual([]);
    expect(readings).toHaveLength(15);
  });

  test('two readings are the same when they say the same', () => {
    const same = readings.flatMap((a) => readings.filter((b) => sameReading(a, b)));
    expect(same).toHaveLength(readings.length);
    expect(sameReading({ state: 'on', strategy: 'name' }, { state: 'on' })).toBe(true);
  });
});

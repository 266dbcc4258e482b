import { describe, expect, test } from 'vitest';
import {
  type Position,
  positionOf,
  positions,
  type Reading,
  sameReading,
  unknownReasons,
  warns,
} from '../../../src/core/reading/reading.ts';
import type { Look } from '../../../src/page/find/look.ts';
import {
  conclude,
  DEADLINE_MS,
  type Extent,
  hasTurned,
  isOver,
  isReported,
  nextSettling,
  SETTLE_MS,
  SETTLE_UNBACKED_MS,
  SETTLE_UNKNOWN_MS,
  type Seen,
  type Settling,
  type Step,
  see,
  startSettling,
  touch,
  wake,
} from '../../../src/page/watch/settling.ts';

/** Settling only ever compares controls, so any object stands for one. */
const first = { name: 'first' } as unknown as Element;
const second = { name: 'second' } as unknown as Element;

const on: Reading = { state: 'on' };
const off: Reading = { state: 'off' };
const lockedOff: Reading = { state: 'locked', position: 'off' };
const absent: Reading = { state: 'absent' };
const unsettled: Reading = { state: 'unknown', reason: 'unsettled' };
const notFound: Reading = { state: 'unknown', reason: 'not-found' };
const timeout: Reading = { state: 'unknown', reason: 'timeout' };
const covered: Reading = { state: 'unknown', reason: 'covered' };
const unreadable: Reading = { state: 'unknown', reason: 'unreadable' };

/** How often a page is looked at here: as seldom as it is in truth. */
const BEAT_MS = 500;
const nothingThere: readonly string[] = ['not-found', 'timeout', 'signed-out', 'unreachable'];

function look(reading: Reading, control: Element): Look {
  const isThere =
    reading.state !== 'absent' &&
    !(reading.state === 'unknown' && nothingThere.includes(reading.reason));
  return { reading, control: isThere ? control : undefined };
}

/** What the page shows from a moment on: a reading, of which control, and whether anybody touched it. */
type Frame = readonly [number, Reading, Element?, ('touched' | undefined)?];

const unasked = () => {
  throw new Error('asked');
};

function seenAt(at: number, reading: Reading, control = first, touched = false): Seen {
  const extent = 'known' as const;
  return { look: look(reading, control), at, touched, extent, circumstances: unasked };
}

/** What a page has shown that is looked at all the time, from the first frame until a moment. */
function shown(frames: readonly [Frame, ...Frame[]], until: number): Settling {
  const [[start]] = frames;
  const frameAt = (at: number) => frames.findLast(([from]) => from <= at) ?? frames[0];
  let settling = startSettling(start);
  const moments = new Set([until, ...frames.map(([from]) => from)]);
  for (let at = start; at < until; at += BEAT_MS) moments.add(at);
  for (const at of [...moments].filter((at) => at <= until).toSorted((a, b) => a - b)) {
    const [, seen, of = first, touched] = frameAt(at);
    settling = nextSettling(settling, seenAt(at, seen, of, touched === 'touched'));
  }
  return settling;
}

interface Around {
  readonly protectedWhen?: Position;
  readonly busy?: boolean;
  readonly backed?: boolean;
}

function said(
  settling: Settling,
  { protectedWhen = 'off', busy = false, backed = true }: Around = {},
): Reading | undefined {
  return conclude(settling, { protectedWhen, warnsEarly: true }, () => ({
    busy,
    isBackedByData: backed,
  }));
}

test('four seconds to settle, eight where nothing vouches, three for what cannot be read, twelve at most', () => {
  expect([SETTLE_MS, SETTLE_UNBACKED_MS, SETTLE_UNKNOWN_MS, DEADLINE_MS]).toEqual([
    4_000, 8_000, 3_000, 12_000,
  ]);
});

describe('where an early look may lie either way', () => {
  const late = (reading: Reading, protectedWhen: Position, until: number) =>
    conclude(shown([[0, reading]], until), { protectedWhen, warnsEarly: false }, () => ({
      busy: false,
      isBackedByData: true,
    }));

  test.each<[string, Reading, Position]>([
    ['on', on, 'off'],
    ['off, where on protects', off, 'on'],
  ])('%s is said as late as what reassures', (_, reading, protectedWhen) => {
    expect(late(reading, protectedWhen, SETTLE_MS - 1)).toBeUndefined();
    expect(late(reading, protectedWhen, SETTLE_MS)).toEqual(reading);
  });
});

describe('quick to warn', () => {
  test.each<[string, Reading, Position]>([
    ['on', on, 'off'],
    ['locked on', { state: 'locked', position: 'on' }, 'off'],
    ['off, where on protects', off, 'on'],
    ['locked off, where on protects', lockedOff, 'on'],
  ])('%s is said at once, and nothing is asked of the page', (_, reading, protectedWhen) => {
    expect(warns(reading, protectedWhen)).toBe(true);
    for (const until of [0, SETTLE_MS, DEADLINE_MS]) {
      const settling = shown([[0, reading]], until);
      const told = conclude(settling, { protectedWhen, warnsEarly: true }, unasked);
      expect(told).toEqual(reading);
    }
  });

  test.each<[string, readonly [Frame, ...Frame[]]]>([
    [
      'something else',
      [
        [0, notFound],
        [100, off],
        [200, on],
      ],
    ],
    [
      'nearly a reassurance',
      [
        [0, off],
        [SETTLE_MS - 1, on],
      ],
    ],
    [
      'the deadline',
      [
        [0, notFound],
        [DEADLINE_MS + 1, on],
      ],
    ],
  ])('it is said at once after %s', (_, frames) => {
    expect(said(shown(frames, frames.at(-1)?.[0] ?? 0))).toEqual(on);
  });
});

describe('slow to reassure', () => {
  const rows: [string, Reading, Position, number, number][] = [
    ['off', off, 'off', SETTLE_MS, SETTLE_UNBACKED_MS],
    ['locked off', lockedOff, 'off', SETTLE_MS, SETTLE_UNBACKED_MS],
    ['on, where on protects', on, 'on', SETTLE_MS, SETTLE_UNBACKED_MS],
    [
      'locked on, where on protects',
      { state: 'locked', position: 'on' },
      'on',
      SETTLE_MS,
      SETTLE_UNBACKED_MS,
    ],
    ['absent', absent, 'off', SETTLE_MS, SETTLE_MS],
    ['covered', covered, 'off', SETTLE_UNKNOWN_MS, SETTLE_UNKNOWN_MS],
    ['unreadable', unreadable, 'off', SETTLE_UNKNOWN_MS, SETTLE_UNKNOWN_MS],
  ];

  test.each(rows)(
    '%s is said when it has stood for its time',
    (_, reading, protectedWhen, time, unbacked) => {
      for (const [backed, settles] of [
        [true, time],
        [false, unbacked],
      ] as const) {
        for (const until of [0, 1, 1_500, settles - 1]) {
          const told = said(shown([[0, reading]], until), { protectedWhen, backed });
          expect([until, told]).toEqual([until, undefined]);
        }
        expect(said(shown([[0, reading]], settles), { protectedWhen, backed })).toEqual(reading);
      }
    },
  );

  test.each(rows)('%s waits for a page that is busy', (_, reading, protectedWhen) => {
    const settling = shown([[0, reading]], DEADLINE_MS - 1);
    expect(said(settling, { protectedWhen, busy: true })).toBeUndefined();
    expect(said(settling, { protectedWhen })).toEqual(reading);
  });

  test('what vouches late is enough at once', () => {
    const settling = shown([[0, off]], SETTLE_MS + 1_000);
    expect(said(settling, { backed: false })).toBeUndefined();
    expect(said(settling, { backed: true })).toEqual(off);
  });

  test('the same side found in another way is the same', () => {
    const byId: Reading = { state: 'off', strategy: 'known-id' };
    const byName: Reading = { state: 'off', strategy: 'name' };
    expect(
      said(
        shown(
          [
            [0, byId],
            [2_000, byName],
          ],
          SETTLE_MS,
        ),
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
        [0, lockedOff],
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
    expect(said(shown(frames, since + SETTLE_MS - 1))).toBeUndefined();
    expect(said(shown(frames, since + SETTLE_MS))).toEqual(off);
    expect(said(shown(frames, since + SETTLE_UNBACKED_MS - 1), { backed: false })).toBeUndefined();
    expect(said(shown(frames, since + SETTLE_UNBACKED_MS), { backed: false })).toEqual(off);
  });
});

describe('a page that was asleep', () => {
  /** So many looks at the same, with so long between them. */
  const seen = (reading: Reading, looks: number, gapMs: number) =>
    Array.from({ length: looks }).reduce<Settling>(
      (before, _, index) => nextSettling(before, seenAt((index + 1) * gapMs, reading)),
      nextSettling(startSettling(0), seenAt(0, reading)),
    );

  test.each([
    [1, 60_000, undefined],
    [1, 86_400_000, undefined],
    [3, 60_000, undefined],
    [4, 60_000, off],
    [4, 1_000, off],
    [7, 500, undefined],
    [8, 500, off],
  ])('and was looked at %i times, every %i ms, says %j', (looks, gapMs, expected) => {
    expect(said(seen(off, looks, gapMs))).toEqual(expected);
  });

  test('is not overdue for it', () => {
    expect(seen(notFound, 1, 60_000).watched).toBe(1_000);
    expect(said(seen(notFound, 11, 60_000))).toBeUndefined();
    expect(said(seen(notFound, 12, 60_000))).toEqual(notFound);
  });

  test('is overdue by the clock where the computer is only slow', () => {
    expect(said(seen(notFound, 2, 4_000))).toBeUndefined();
    expect(said(seen(notFound, 3, 4_000))).toEqual(notFound);
    expect(seen(off, 3, 4_000)).toMatchObject({ steady: 3_000, watched: 3_000 });
  });

  test('is no younger when its clock is set back', () => {
    const settling = nextSettling(shown([[0, off]], 4_000), seenAt(-60_000, off));
    expect(settling.steady).toBe(4_000);
    expect(settling.watched).toBe(4_000);
  });
});

describe('a page that wakes', () => {
  test('has all its time again', () => {
    const settling = wake(shown([[0, notFound]], DEADLINE_MS), 60_000);
    expect(isOver(settling)).toBe(false);
    expect(said(settling)).toBeUndefined();
    expect(said(nextSettling(settling, seenAt(60_500, notFound)))).toBeUndefined();
  });

  test('has slept, and its sleep does not count', () => {
    const settling = wake(shown([[0, off]], 1_000), 60_000);
    expect(settling.steady).toBe(1_000);
    expect(nextSettling(settling, seenAt(60_100, off)).steady).toBe(1_100);
  });

  test('is as restless as it was', () => {
    const restless = shown(
      [
        [0, off],
        [100, on],
        [200, off],
        [300, on],
        [400, off],
      ],
      400,
    );
    expect(said(restless)).toEqual(unsettled);
    expect(said(wake(restless, 60_000))).toEqual(unsettled);
  });
});

describe('a page that does not come to rest', () => {
  /** The side changes every tenth of a second. */
  const flicker = (moves: number, until: number, touched?: 'touched', away: Reading = on) =>
    shown(
      [
        [0, off],
        ...Array.from(
          { length: moves },
          (_, index): Frame => [(index + 1) * 100, index % 2 === 0 ? away : off, first, touched],
        ),
      ],
      until,
    );

  test.each([
    [1, on],
    [2, undefined],
    [3, on],
    [4, unsettled],
    [5, unsettled],
    [40, unsettled],
  ])('after %i moves by itself it says %j', (moves, expected) => {
    expect(said(flicker(moves, moves * 100))).toEqual(expected);
  });

  test('one whose signs contradict one another again and again is restless, too', () => {
    expect(flicker(3, 300, undefined, unreadable).moves).toBe(3);
    expect(said(flicker(4, 400, undefined, unreadable))).toEqual(unsettled);
    expect(said(flicker(4, 60_000, undefined, unreadable))).toEqual(unsettled);
  });

  test('a restless switch is never believed again, on whichever side it rests', () => {
    expect(said(flicker(4, 60_000))).toEqual(unsettled);
    expect(said(flicker(5, 60_000))).toEqual(unsettled);
  });

  test('what somebody moved does not make it restless', () => {
    expect(said(flicker(40, 4_000, 'touched'))).toBeUndefined();
    expect(said(flicker(40, 4_000 + SETTLE_MS, 'touched'))).toEqual(off);
    expect(said(flicker(41, 4_100, 'touched'))).toEqual(on);
    expect(flicker(40, 4_000, 'touched').moves).toBe(0);
  });

  test('a touch gives all the time again, and forgets what moved before', () => {
    const touched = touch(flicker(4, DEADLINE_MS), DEADLINE_MS);
    expect(isOver(flicker(4, DEADLINE_MS))).toBe(true);
    expect(isOver(touched)).toBe(false);
    expect(said(touched)).not.toEqual(unsettled);
  });

  test('what hides a switch, or redraws it, is no move', () => {
    const settling = shown(
      [
        [0, notFound],
        [100, off],
        [200, covered],
        [300, off],
        [400, lockedOff],
        [500, notFound],
        [600, off, second],
      ],
      600,
    );
    expect(settling.moves).toBe(0);
  });

  test.each<[string, readonly [Frame, ...Frame[]], Around, Reading]>([
    [
      'off that keeps being drawn anew',
      [
        [0, off],
        [DEADLINE_MS - 2_000, off, second],
      ],
      {},
      unsettled,
    ],
    ['off on a page that stays busy', [[0, off]], { busy: true }, unsettled],
    [
      'off that nothing vouches for and that was drawn anew',
      [
        [0, off],
        [6_000, off, second],
      ],
      { backed: false },
      unsettled,
    ],
    ['absence on a page that stays busy', [[0, absent]], { busy: true }, unsettled],
    ['a dialog on a page that stays busy', [[0, covered]], { busy: true }, covered],
    ['nothing', [[0, notFound]], {}, notFound],
    ['an empty page', [[0, timeout]], {}, timeout],
    ['nothing on a page that stays busy', [[0, notFound]], { busy: true }, timeout],
    ['an empty page that stays busy', [[0, timeout]], { busy: true }, timeout],
  ])('%s is said as what it is at the deadline, and not before', (_, frames, around, expected) => {
    expect(said(shown(frames, DEADLINE_MS - 1), around)).toBeUndefined();
    expect(said(shown(frames, DEADLINE_MS), around)).toEqual(expected);
  });

  test('a control that comes has all its time from then on', () => {
    const frames: readonly [Frame, ...Frame[]] = [
      [0, notFound],
      [DEADLINE_MS - 500, off],
    ];
    expect(said(shown(frames, DEADLINE_MS))).toBeUndefined();
    expect(said(shown(frames, DEADLINE_MS - 500 + SETTLE_MS))).toEqual(off);
    expect(said(shown(frames, 2 * DEADLINE_MS - 500), { busy: true })).toEqual(unsettled);
  });

  test('a control that comes in the place of another has not', () => {
    const frames: readonly [Frame, ...Frame[]] = [
      [0, off],
      [1_000, notFound],
      [DEADLINE_MS - 500, off, second],
    ];
    expect(said(shown(frames, DEADLINE_MS))).toEqual(unsettled);
  });

  test('after the deadline, what comes late may still settle', () => {
    const frames: readonly [Frame, ...Frame[]] = [
      [0, off],
      [DEADLINE_MS, off, second],
    ];
    expect(said(shown(frames, DEADLINE_MS))).toEqual(unsettled);
    expect(said(shown(frames, DEADLINE_MS + SETTLE_MS))).toEqual(off);
    expect(said(shown(frames, DEADLINE_MS + SETTLE_MS), { busy: true })).toEqual(unsettled);
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

  test('nothing reassures before its time, nor on a busy page, whichever side protects', () => {
    const frames = readings.flatMap((before) => readings.map((after) => [before, after] as const));
    const rows = frames.flatMap(([before, after]) =>
      positions.flatMap((protectedWhen) =>
        [true, false].flatMap((backed) =>
          [1_000, 999 + settles(after, backed), DEADLINE_MS, 20_000].map((until) => ({
            before,
            after,
            protectedWhen,
            backed,
            until,
          })),
        ),
      ),
    );
    const early = rows.filter(({ before, after, protectedWhen, backed, until }) => {
      // An absence that is still an absence has no control to change: it stands since the beginning.
      if (before.state === 'absent' && after.state === 'absent') return false;
      const busy = until - 1_000 >= settles(after, backed);
      const settling = shown(
        [
          [0, before, first],
          [1_000, after, second],
        ],
        until,
      );
      const told = said(settling, { protectedWhen, busy, backed });
      return told && (positionOf(told) === protectedWhen || told.state === 'absent');
    });
    expect(early).toEqual([]);
    expect(rows).toHaveLength(16 * 16 * 2 * 2 * 4);
  });

  function settles({ state }: Reading, backed: boolean): number {
    return backed || state === 'absent' ? SETTLE_MS : SETTLE_UNBACKED_MS;
  }

  test('a page at rest has something to say at the deadline, and the same as it shows', () => {
    const differing = readings.filter((reading) => {
      const told = said(shown([[0, reading]], DEADLINE_MS), { backed: false });
      return told === undefined || !sameReading(told, reading);
    });
    expect(differing).toEqual([]);
    expect(readings).toHaveLength(16);
  });

  test('two readings are the same when they say the same', () => {
    const same = readings.flatMap((a) => readings.filter((b) => sameReading(a, b)));
    expect(same).toHaveLength(readings.length);
    expect(sameReading({ state: 'on', strategy: 'name' }, { state: 'on' })).toBe(true);
  });
});

describe('since when a control has stood as it does', () => {
  /** What is known after all of it was reported that there was to report. */
  const played = (
    frames: readonly [Frame, ...Frame[]],
    until: number,
    warnsEarly = true,
    touchedAt?: number,
  ) => {
    const meaning = { protectedWhen: 'off', warnsEarly } as const;
    const circumstances = () => ({ busy: false, isBackedByData: true });
    let settling = startSettling(0);
    for (let at = 0; at <= until; at += 100) {
      const [, reading, of, touched] = frames.findLast(([from]) => from <= at) ?? frames[0];
      if (at === touchedAt) settling = touch(settling, at);
      const seen = seenAt(at, reading, of, touched === 'touched');
      settling = see(settling, { ...seen, extent: 'whole', circumstances }, meaning).settling;
    }
    return settling;
  };

  test.each<[string, readonly [Frame, ...Frame[]], boolean?]>([
    ['stands as it was loaded', [[0, off]]],
    [
      'first appears after four seconds',
      [
        [0, notFound],
        [4_000, off],
      ],
    ],
    [
      'first appears after nothing was found',
      [
        [0, notFound],
        [13_000, off],
        [13_300, on],
      ],
    ],
    [
      'is off until the page ticks it in its first second',
      [
        [0, off],
        [300, on],
      ],
    ],
    [
      'is off until the page ticks it shortly before off is reported',
      [
        [0, off],
        [SETTLE_MS - 100, on],
      ],
    ],
    [
      'is on until the page unticks it, where on is not reported early',
      [
        [0, on],
        [300, off],
      ],
      false,
    ],
    [
      'cannot be read until the page has brought it to life',
      [
        [0, unreadable],
        [5_000, off],
        [5_300, on],
      ],
    ],
    [
      'was reported on, and goes and comes back as it was',
      [
        [0, on],
        [100, notFound],
        [200, on, second],
      ],
    ],
    [
      'was reported off, and is covered for a while',
      [
        [0, off],
        [5_000, covered],
        [9_000, off],
      ],
    ],
    [
      'was reported off, and is locked',
      [
        [0, off],
        [5_000, lockedOff],
      ],
    ],
  ])('one that %s has stood so since the page was loaded', (_, frames, warnsEarly) => {
    expect(played(frames, 20_000, warnsEarly).movedAt).toBeUndefined();
  });

  test.each<[string, readonly [Frame, ...Frame[]], boolean, number]>([
    [
      'was reported on as a warning, and is turned off',
      [
        [0, on],
        [300, off],
      ],
      true,
      300,
    ],
    [
      'was reported on when it had settled, and is turned off',
      [
        [0, on],
        [SETTLE_MS + 100, off],
      ],
      false,
      SETTLE_MS + 100,
    ],
    [
      'was reported off, and is turned on',
      [
        [0, off],
        [SETTLE_MS + 100, on],
      ],
      true,
      SETTLE_MS + 100,
    ],
    [
      'was reported on, and goes on and off and on again',
      [
        [0, on],
        [300, off],
        [600, on],
      ],
      true,
      600,
    ],
    [
      'was reported on, then as covered, and comes back off',
      [
        [0, on],
        [1_000, covered],
        [6_000, off],
      ],
      true,
      6_000,
    ],
    [
      'was reported on, and comes back off as another control',
      [
        [0, on],
        [100, notFound],
        [200, off, second],
        [300, covered],
        [400, off, second],
      ],
      true,
      200,
    ],
    [
      'somebody turned on before anything was reported',
      [
        [0, off],
        [300, on, first, 'touched'],
      ],
      true,
      300,
    ],
    [
      'somebody moved that could not be read before',
      [
        [0, covered],
        [300, on, first, 'touched'],
      ],
      true,
      300,
    ],
  ])('one that %s has stood so since then', (_, frames, warnsEarly, movedAt) => {
    expect(played(frames, 20_000, warnsEarly).movedAt).toBe(movedAt);
  });

  test('one that somebody turned on and off again has stood so since the touch', () => {
    expect(played([[0, off]], 20_000, true, 5_000)).toMatchObject({
      look: { reading: off },
      touched: true,
      movedAt: 5_000,
    });
  });

  test('a later touch counts, not the first', () => {
    const once = touch(played([[0, on]], 1_000), 1_000);
    const twice = touch(nextSettling(once, seenAt(1_100, off)), 2_000);
    expect(nextSettling(twice, seenAt(2_100, off))).toMatchObject({
      touched: true,
      movedAt: 2_000,
    });
  });
});

describe('what is reported, and what it takes', () => {
  /** A page that is looked at all the time, from a moment on. */
  const play = (from: Settling, reading: Reading, until: number, extent: Extent = 'known') => {
    const circumstances = () => ({ busy: false, isBackedByData: true });
    const meaning = { protectedWhen: 'off', warnsEarly: true } as const;
    let step: Step = { settling: from };
    for (let at = from.at + BEAT_MS; at <= until; at += BEAT_MS) {
      step = see(step.settling, { ...seenAt(at, reading), extent, circumstances }, meaning);
      if (step.report || step.wants) break;
    }
    return step;
  };
  const start = startSettling(0);
  const warned = play(start, on, BEAT_MS).settling;
  const reassured = play(start, off, 60_000, 'whole').settling;

  test('a warning at the first look, before anything is confirmed', () => {
    const { report, wants, settling } = play(start, on, BEAT_MS, 'outdated');
    expect({ report, wants }).toEqual({
      report: { reading: on, settled: false },
      wants: undefined,
    });
    expect(settling).toMatchObject({ reported: report, isConfirmed: false });
    expect(isReported(settling)).toBe(false);
  });

  test('a warning that has settled once more, after all of the page was taken in', () => {
    const confirmed = { ...warned, isConfirmed: true };
    expect(play(confirmed, on, 60_000)).toMatchObject({
      wants: 'scan',
      settling: { reported: { settled: false } },
    });
    const { report, settling } = play(confirmed, on, 60_000, 'whole');
    expect(report).toEqual({ reading: on, settled: true });
    expect(isReported(settling)).toBe(true);
    expect(play(settling, on, 60_000)).not.toHaveProperty('wants');
  });

  test('a reassurance only after all of the page was taken in', () => {
    for (const extent of ['known', 'outdated'] as const) {
      const step = play(start, off, 60_000, extent);
      expect(step).toMatchObject({ wants: 'scan', settling: { reported: undefined } });
      expect(step).not.toHaveProperty('report');
    }
    expect(play(start, off, 60_000, 'whole').report).toEqual({ reading: off, settled: true });
    expect(isReported(reassured)).toBe(true);
  });

  test('the same once, and the other side at once', () => {
    expect(play(reassured, off, 60_000)).not.toHaveProperty('report');
    expect(play(reassured, on, 60_000).report).toEqual({ reading: on, settled: false });
  });

  test.each<[string, Settling, Reading, Extent, Step['wants']]>([
    ['a warning that was reported', warned, on, 'known', 'confirmation'],
    ['a warning on a page that has changed since', warned, on, 'outdated', 'confirmation'],
    ['a reassurance that was reported', reassured, off, 'known', undefined],
    ['a reassurance on a page that has changed since', reassured, off, 'outdated', 'confirmation'],
  ])('%s, seen for a while: what it wants', (_, from, reading, extent, wants) => {
    const step = play(from, reading, from.at + SETTLE_UNKNOWN_MS + BEAT_MS, extent);
    expect(step.wants).toBe(wants);
    expect(step.settling.isConfirmed).toBe(extent === 'known' && from === reassured);
  });

  test.each<[string, Settling, Reading | undefined, boolean]>([
    ['nothing was reported', shown([[0, off]], 500), on, false],
    ['a warning was reported', warned, off, false],
    ['a reassurance was reported', reassured, on, true],
    ['a reassurance was reported, and stands', reassured, off, false],
    ['a reassurance was reported, and nobody can say', reassured, undefined, false],
  ])('%s: whether the control has turned', (_, settling, now, expected) => {
    const readAgain = now && { readAgain: () => now };
    const look: Settling['look'] = { ...settling.look, ...readAgain };
    expect(hasTurned({ ...settling, look }, 'off')).toBe(expected);
  });
});

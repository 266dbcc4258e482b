import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changesOf,
  countNew,
  emptyHistory,
  History,
  MAX_ROWS_A_DAY,
  MAX_UNCHANGED,
  mergeHistory,
  observationsOf,
  observe,
  SAME_READING_MS,
} from '../../../src/core/history/history.ts';
import { type Cause, causes, Observation } from '../../../src/core/reading/observation.ts';
import {
  positions,
  type Reading,
  sameReading,
  strategies,
  unknownReasons,
} from '../../../src/core/reading/reading.ts';
import { LAST_MOMENT } from '../../../src/core/time/moment.schema.ts';

const START = Date.UTC(2026, 0, 1, 9);
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

const on = { state: 'on', strategy: 'known-id' } as const;
const off = { state: 'off', strategy: 'known-id' } as const;
const timeout = { state: 'unknown', reason: 'timeout' } as const;

const everyReading: readonly Reading[] = [
  ...[undefined, ...strategies].flatMap((strategy) => {
    const how = strategy ? { strategy } : {};
    return positions.flatMap((position): Reading[] => [
      { state: position, ...how },
      { state: 'locked', position, ...how },
    ]);
  }),
  { state: 'absent' },
  ...unknownReasons.map((reason): Reading => ({ state: 'unknown', reason })),
];

function seen(reading: Reading, at: number, over: Partial<Observation> = {}): Observation {
  return { reading, at, fresh: true, cause: 'unknown', ...over };
}

function historyOf(observations: readonly Observation[]): History {
  return observations.reduce(observe, emptyHistory);
}

function restored(history: History): History {
  return History.parse(JSON.parse(JSON.stringify(history)));
}

/** Those that are neither a change nor the last before one. */
function unchangedIn(all: readonly Observation[]): Observation[] {
  return all.filter((one, index) => {
    const [before, after] = [all[index - 1], all[index + 1]];
    const isChange = !before || !sameReading(before.reading, one.reading);
    return !isChange && (!after || sameReading(after.reading, one.reading));
  });
}

const anyReading = fc.constantFrom(...everyReading);
const anyObservation = (reading: fc.Arbitrary<Reading>, at: fc.Arbitrary<number>) =>
  fc.record({ reading, at, fresh: fc.boolean(), cause: fc.constantFrom(...causes) });

const anyMoment = fc.oneof(
  fc.integer({ min: 0, max: LAST_MOMENT }),
  fc.integer({ min: START, max: START + 5 }),
);
/** Few readings and a clock that mostly goes forward: long spans, short ones, and jumps back. */
const observations = fc
  .array(
    fc.tuple(
      anyObservation(
        fc.oneof({ weight: 40, arbitrary: fc.constant(on) }, { weight: 1, arbitrary: anyReading }),
        fc.constant(0),
      ),
      fc.oneof(
        { weight: 30, arbitrary: fc.integer({ min: 0, max: 2 * DAY }) },
        { weight: 1, arbitrary: fc.integer({ min: -DAY, max: -1 }) },
      ),
    ),
    { maxLength: 3 * MAX_UNCHANGED, size: 'max' },
  )
  .map((steps) => {
    let at = START;
    return steps.map(([observation, step]) => {
      at = Math.max(0, at + step);
      return { ...observation, at };
    });
  });
/** One that is too long for certain, with those that come by chance. */
const tooMany = Array.from({ length: 3 * MAX_UNCHANGED }, (_, day) => seen(on, START + day * DAY));
/** Lists as long as these take minutes to shrink. */
const manyRuns = { numRuns: 25, endOnFailure: true };
/** Any order, many at the same moment. */
const fewObservations = fc.array(anyObservation(anyReading, anyMoment), { maxLength: 40 });

describe('what is stored', () => {
  test.each(everyReading.map((reading) => ({ name: JSON.stringify(reading), reading })))(
    'says all of $name',
    ({ reading }) => {
      for (const fresh of [true, false]) {
        for (const cause of causes) {
          const observation: Observation = { reading, fresh, cause, at: START };
          const kept = restored(observe(emptyHistory, observation));
          expect(observationsOf(kept)).toStrictEqual([observation]);
          expect(Observation.safeParse(observationsOf(kept)[0]).success).toBe(true);
        }
      }
    },
  );

  test('holds every reading there is', () => {
    expect(everyReading).toHaveLength(2 * 2 * 4 + 1 + 11);
    expect(new Set(everyReading.map((one) => JSON.stringify(one))).size).toBe(28);
  });

  test('is short, and can be read', () => {
    const history = historyOf([
      seen({ state: 'locked', position: 'off', strategy: 'name' }, START),
      seen(timeout, START + 1, { fresh: false, cause: 'errand' }),
    ]);
    expect(history).toEqual({
      rows: [
        [START, 'locked off', true, 'unknown', 'name'],
        [START + 1, 'unknown timeout', false, 'errand'],
      ],
    });
  });

  test('is restored as it was', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const history = historyOf(all);
        expect(restored(history)).toStrictEqual(history);
      }),
      manyRuns,
    );
  });

  const good = [START, 'on', true, 'unknown', 'name'];
  test('is a list of such rows', () => {
    expect(History.safeParse({ rows: [good, good.slice(0, 4)] }).success).toBe(true);
    expect(History.safeParse(emptyHistory).success).toBe(true);
  });

  test.each<[string, unknown]>([
    ['a row without its time', good.slice(1)],
    ['a row cut short', good.slice(0, 3)],
    ['a row with more', [...good, 1]],
    ['a time before all time', good.with(0, -1)],
    ['a time after all time', good.with(0, LAST_MOMENT + 1)],
    ['half a millisecond', good.with(0, START + 0.5)],
    ['a word of the page', good.with(1, 'Ada Lovelace')],
    ['a reading of no kind', good.with(1, 'locked')],
    ['a word that objects have', good.with(1, 'constructor')],
    ['a number for fresh', good.with(2, 1)],
    ['another cause', good.with(3, 'nobody')],
    ['another strategy', good.with(4, 'luck')],
    ['no strategy, said so', good.with(4, null as never)],
    ['a way to find what is absent', good.with(1, 'absent')],
    ['a way to find what is unknown', good.with(1, 'unknown timeout')],
  ])('is not %s', (_, row) => {
    expect(History.safeParse({ rows: [good, row] }).success).toBe(false);
  });

  test.each([null, [], {}, { rows: {} }, { rows: [], more: 1 }])('is not %j', (raw) => {
    expect(History.safeParse(raw).success).toBe(false);
  });

  test('a year of daily use of 13 settings is well under a megabyte', () => {
    const reasons = unknownReasons.length;
    const year = Array.from({ length: 365 }, (_, day): Observation[] => {
      const at = START + day * DAY;
      const reading: Reading = { state: 'locked', position: 'off', strategy: 'only-switch' };
      if (day % 30 > 0) return [seen(reading, at)];
      const reason = unknownReasons[(day / 30) % reasons] ?? 'timeout';
      return [seen({ state: 'unknown', reason }, at), seen(on, at + 1, { cause: 'errand' })];
    }).flat();
    const history = historyOf(year);
    expect(observationsOf(history)).toEqual(year);
    const all = Object.fromEntries(
      Array.from({ length: 13 }, (_, index) => [`linkedin/setting-${index}`, history]),
    );
    expect(JSON.stringify(all).length).toBeLessThan(400_000);
  });
});

describe('an observation', () => {
  const last = seen(on, START);
  const moved = seen(on, START, { fresh: false });

  test.each<[string, Observation, Observation]>([
    ['that reads otherwise at the same moment', last, seen(off, START)],
    [
      'that is unknown for another reason',
      seen(timeout, START),
      seen({ state: 'unknown', reason: 'covered' }, START),
    ],
    ['that is locked', last, seen({ state: 'locked', position: 'on' }, START + 1)],
    ['after an hour', last, seen(on, START + SAME_READING_MS)],
    ['from a clock set back by a millisecond', last, seen(on, START - 1)],
    ['from a clock set back by a year', last, seen(on, START - 365 * DAY)],
    ['that is the first to be fresh', moved, seen(on, START + 1)],
  ])('%s is kept', (_, first, second) => {
    expect(observationsOf(historyOf([first, second]))).toEqual([first, second]);
  });

  test.each<[string, Observation, Observation]>([
    ['again', last, last],
    ['just under an hour later', last, seen(on, START + SAME_READING_MS - 1)],
    ['found in another way', last, seen({ state: 'on', strategy: 'name' }, START + 1)],
    ['with another cause', last, seen(on, START + 1, { cause: 'person' })],
    ['that is no longer fresh', last, seen(on, START + 1, { fresh: false })],
    ['still not fresh', moved, seen(on, START + 1, { fresh: false })],
  ])('%s is left out', (_, first, second) => {
    const history = historyOf([first]);
    expect(observe(history, second)).toBe(history);
  });

  test('of a page that is read every minute is kept once an hour', () => {
    const minutes = Array.from({ length: 181 }, (_, minute) => seen(on, START + minute * 60_000));
    const kept = observationsOf(historyOf(minutes)).map(({ at }) => (at - START) / HOUR);
    expect(kept).toEqual([0, 1, 2, 3]);
  });

  test('changes no history that was there before', () => {
    const history = historyOf([last]);
    observe(history, seen(off, START));
    expect(observationsOf(history)).toEqual([last]);
    expect(emptyHistory).toEqual({ rows: [] });
  });

  test.each([
    [-1, 0],
    [LAST_MOMENT + 1, LAST_MOMENT],
    [Number.MAX_SAFE_INTEGER, LAST_MOMENT],
  ])('at a moment that no date can be written for, %d, is kept at %d', (at, kept) => {
    const history = restored(observe(emptyHistory, seen(on, at)));
    expect(observationsOf(history)).toEqual([seen(on, kept)]);
  });
});

describe('a change', () => {
  test('is what reads otherwise than the one before, and the first', () => {
    const byName: Reading = { state: 'off', strategy: 'name' };
    const all = [
      seen(on, START),
      seen(on, START + DAY),
      seen(off, START + DAY + 1, { cause: 'person', fresh: false }),
      seen(byName, START + 2 * DAY),
      seen(timeout, START + DAY),
      seen(on, START + 3 * DAY),
    ];
    const [first, , second, , third, fourth] = all as [Observation, ...Observation[]];
    expect(changesOf(historyOf(all))).toEqual([
      { ...first, before: undefined },
      { ...second, before: on },
      { ...third, before: byName },
      { ...fourth, before: timeout },
    ]);
    expect(changesOf(emptyHistory)).toEqual([]);
  });

  test('is never lost, whatever else is, where no page flickers', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const changes = all.filter((one, index) => {
          const before = all[index - 1];
          return !before || !sameReading(before.reading, one.reading);
        });
        expect(changesOf(historyOf(all)).map(({ before: _, ...one }) => one)).toEqual(changes);
      }),
      manyRuns,
    );
  });
});

describe('the bound', () => {
  const daily = (count: number, reading: Reading = on, from = START) =>
    Array.from({ length: count }, (_, day) => seen(reading, from + day * DAY));

  test('is not met by as many as there may be', () => {
    const all = daily(MAX_UNCHANGED + 1);
    expect(observationsOf(historyOf(all))).toEqual(all);
  });

  test('drops the oldest that changed nothing, and not the first', () => {
    const all = daily(MAX_UNCHANGED + 11);
    expect(observationsOf(historyOf(all))).toEqual([all[0], ...all.slice(11)]);
  });

  test('drops neither end of a span', () => {
    const spans = [
      daily(5, on, START),
      daily(1, off, START + 5 * DAY),
      daily(4, timeout, START + 6 * DAY),
      daily(MAX_UNCHANGED + 1, on, START + 10 * DAY),
    ] as const;
    const [first, second, third, fourth] = spans;
    expect(observationsOf(historyOf(spans.flat()))).toEqual([
      ...[first[0], first[4]],
      ...second,
      ...[third[0], third[3]],
      ...fourth,
    ]);
  });

  test('holds, and what is kept came, in this order, the first and the newest with it', () => {
    let dropped = 0;
    fc.assert(
      fc.property(observations, (all) => {
        const history = historyOf(all);
        const kept = observationsOf(history);
        expect(kept[0]).toEqual(all[0]);
        const [last, newest] = [kept.at(-1), all.at(-1)];
        if (last && newest) expect(sameReading(last.reading, newest.reading)).toBe(true);

        expect(unchangedIn(kept).length).toBeLessThanOrEqual(MAX_UNCHANGED);
        if (unchangedIn(all).length > 2 * MAX_UNCHANGED) dropped++;

        const came = textsOf(all);
        let from = 0;
        for (const text of textsOf(kept)) {
          from = came.indexOf(text, from) + 1;
          expect(from).toBeGreaterThan(0);
        }
      }),
      { ...manyRuns, examples: [[tooMany]] },
    );
    expect(dropped).toBeGreaterThan(0);
  });

  test('never drops the newest', () => {
    let history = emptyHistory;
    for (const one of daily(2 * MAX_UNCHANGED)) {
      history = observe(history, one);
      expect(observationsOf(history).at(-1)).toEqual(one);
    }
  });

  test('50,000 observations with 500 changes cost no more the more there are', () => {
    let history = emptyHistory;
    let longest = 0;
    for (let index = 0; index < 50_000; index++) {
      const reading = Math.floor(index / 100) % 2 === 0 ? on : off;
      history = observe(history, seen(reading, START + index * HOUR));
      longest = Math.max(longest, history.rows.length);
    }
    // What one observation costs grows with the rows there are, and these stay this few.
    expect(longest).toBeLessThanOrEqual(MAX_UNCHANGED + 2 * 500);
    expect(observationsOf(history).at(-1)).toEqual(seen(off, START + 49_999 * HOUR));
    expect(unchangedIn(observationsOf(history))).toHaveLength(MAX_UNCHANGED);
    expect(changesOf(history).map(({ at }) => (at - START) / HOUR)).toEqual(
      Array.from({ length: 500 }, (_, index) => index * 100),
    );
  }, 60_000);
});

describe('a page that flickers', () => {
  const turns = (count: number, everyMs = 1000, from = START) =>
    Array.from({ length: count }, (_, turn) =>
      seen(turn % 2 === 0 ? on : off, from + turn * everyMs),
    );
  const full = historyOf(turns(MAX_ROWS_A_DAY));
  const later = START + MAX_ROWS_A_DAY * 1000;

  test('is kept in full as far as a person might do the same', () => {
    expect(observationsOf(full)).toEqual(turns(MAX_ROWS_A_DAY));
  });

  test.each([1, 2, 3, 100, 10_000, 10_001])(
    'of %d changes more keeps how it began and how it stands now',
    (more) => {
      const all = turns(MAX_ROWS_A_DAY + more);
      const kept = observationsOf(historyOf(all));
      expect(kept.length).toBeLessThanOrEqual(MAX_ROWS_A_DAY);
      expect(kept.slice(0, MAX_ROWS_A_DAY - 2)).toEqual(all.slice(0, MAX_ROWS_A_DAY - 2));
      expect(kept.at(-1)?.reading).toEqual(all.at(-1)?.reading);
    },
  );

  test.each<[string, History, Observation, number]>([
    ['a change in place of the last', full, seen(timeout, later), 0],
    ['nothing that the row before it says', full, seen(on, later), -1],
    ['the same again, an hour later', full, seen(off, later + HOUR), 1],
    ['a change a day after the first', full, seen(timeout, START + DAY), 1],
    ['no more just before', full, seen(timeout, START + DAY - 1), 0],
    ['a change from a clock set back', full, seen(timeout, START - 1), 1],
    ['more in its first rows', historyOf(turns(MAX_ROWS_A_DAY - 1)), seen(timeout, later), 1],
  ])('keeps %s', (_, history, next, more) => {
    const rows = observe(history, next).rows;
    expect(rows).toHaveLength(history.rows.length + more);
    const said = observationsOf({ rows }).at(-1);
    expect(said && sameReading(said.reading, next.reading)).toBe(true);
  });

  test('never takes the place of what an errand did', () => {
    const done = observe(full, seen(timeout, later, { cause: 'errand' }));
    const kept = observationsOf(observe(done, seen(on, later + 1)));
    expect(kept.slice(-2)).toEqual([
      seen(timeout, later, { cause: 'errand' }),
      seen(on, later + 1),
    ]);
  });

  test('for a month adds no more than so many rows a day', () => {
    const days = 30;
    const all = turns(days * 24 * 60, 60_000);
    const { rows } = historyOf(all);
    expect(rows.length).toBeLessThanOrEqual(days * MAX_ROWS_A_DAY);
    for (const [index, row] of rows.entries()) {
      const past = rows[index - MAX_ROWS_A_DAY];
      if (past) expect(row[0] - past[0]).toBeGreaterThanOrEqual(DAY);
    }
  });
});

describe('merging', () => {
  const first = historyOf([seen(on, START), seen(off, START + 2 * DAY, { cause: 'person' })]);
  const merged = (...all: (readonly Observation[])[]) =>
    all.reduce<History>(mergeHistory, emptyHistory);

  test('puts what is new in its place in time', () => {
    const early = seen(timeout, START - DAY);
    const between = seen(on, START + DAY);
    expect(observationsOf(mergeHistory(first, [between, early]))).toEqual([
      early,
      seen(on, START),
      between,
      seen(off, START + 2 * DAY, { cause: 'person' }),
    ]);
  });

  test.each<[string, Partial<Observation>]>([
    ['reading', { reading: off }],
    ['strategy', { reading: { state: 'on', strategy: 'name' } }],
    ['freshness', { fresh: false }],
    ['cause', { cause: 'errand' satisfies Cause }],
  ])('keeps two that differ only in their %s', (_, over) => {
    const both = mergeHistory(historyOf([seen(on, START)]), [seen(on, START, over)]);
    expect(both.rows).toHaveLength(2);
    expect(observationsOf(both)).toContainEqual(seen(on, START, over));
  });

  test('of nothing new changes nothing, even after a clock was set back', () => {
    const history = historyOf([seen(on, START), seen(off, START - DAY), seen(on, START)]);
    expect(history.rows).toHaveLength(3);
    expect(mergeHistory(history, observationsOf(history))).toBe(history);
    expect(mergeHistory(history, [])).toBe(history);
  });

  test('keeps as often as either has it what a clock that was set back brought twice', () => {
    const twice = [seen(on, START), seen(off, START + 1), seen(on, START)];
    const once = mergeHistory(historyOf([seen(on, START)]), twice);
    expect(observationsOf(once)).toEqual([seen(on, START), seen(on, START), seen(off, START + 1)]);
    expect(mergeHistory(once, twice)).toBe(once);
  });

  test('loses nothing and invents nothing while there is room', () => {
    fc.assert(
      fc.property(fewObservations, fewObservations, (mine, theirs) => {
        const history = historyOf(mine);
        const kept = textsOf(observationsOf(mergeHistory(history, theirs)));
        const here = textsOf(observationsOf(history));
        expect(new Set(kept)).toEqual(new Set([...here, ...textsOf(theirs)]));
        for (const text of here)
          expect(count(kept, text)).toBe(Math.max(count(here, text), count(textsOf(theirs), text)));
      }),
    );
  });

  test('counts what was not there, each as often as it is new', () => {
    const twice = [seen(on, START), seen(on, START), seen(off, START + DAY)];
    const before = mergeHistory(emptyHistory, twice.slice(1, 2));
    const after = mergeHistory(before, twice);
    expect(countNew(before, after)).toBe(2);
    expect(countNew(after, mergeHistory(after, twice))).toBe(0);
    expect(countNew(after, before)).toBe(0);
  });

  test('twice is merging once', () => {
    fc.assert(
      fc.property(observations, fc.oneof(observations, fewObservations), (mine, theirs) => {
        const once = mergeHistory(historyOf(mine), theirs);
        expect(mergeHistory(once, theirs)).toEqual(once);
      }),
      manyRuns,
    );
  });

  test('either way comes out the same', () => {
    fc.assert(
      fc.property(fewObservations, fewObservations, (mine, theirs) => {
        const [a, b] = [merged(mine), merged(theirs)];
        expect(mergeHistory(a, observationsOf(b))).toEqual(mergeHistory(b, observationsOf(a)));
      }),
    );
  });

  test('either way comes out the same, bounded and in order, however much there is', () => {
    let dropped = 0;
    fc.assert(
      fc.property(observations, observations, (mine, theirs) => {
        const [a, b] = [merged(mine), merged(theirs)];
        const both = mergeHistory(a, observationsOf(b));
        expect(mergeHistory(b, observationsOf(a))).toEqual(both);

        const kept = observationsOf(both);
        expect(unchangedIn(kept).length).toBeLessThanOrEqual(MAX_UNCHANGED);
        expect(kept.map(({ at }) => at)).toEqual(
          kept.map(({ at }) => at).toSorted((x, y) => x - y),
        );
        if (kept.length < a.rows.length + b.rows.length) dropped++;
      }),
      { ...manyRuns, examples: [[tooMany, tooMany]] },
    );
    expect(dropped).toBeGreaterThan(0);
  });

  test('drops only what changed nothing and is older than all such that are kept', () => {
    const mine = Array.from({ length: 300 }, (_, day) => seen(on, START + day * DAY));
    const theirs = Array.from({ length: 300 }, (_, day) => seen(on, START + day * DAY + HOUR));
    const all = [...mine, ...theirs].toSorted((a, b) => a.at - b.at);
    const both = mergeHistory(historyOf(mine), theirs);
    expect(observationsOf(both)).toEqual([all[0], ...all.slice(-MAX_UNCHANGED)]);
  });
});

function textsOf(all: readonly Observation[]): string[] {
  return all.map(({ reading, fresh, cause, at }) => JSON.stringify([reading, fresh, cause, at]));
}

function count(texts: readonly string[], text: string): number {
  return texts.filter((one) => one === text).length;
}

import { describe, expect, test } from 'vitest';
import { timelineOf } from '../../../src/core/history/timeline.ts';
import type { Observation } from '../../../src/core/reading/observation.ts';
import type { Reading } from '../../../src/core/reading/reading.ts';

const KEY = 'linkedin/ai-training';
const OTHER = 'linkedin/research';
const on: Reading = { state: 'on', strategy: 'known-id' };
const off: Reading = { state: 'off', strategy: 'known-id' };
const lockedOff: Reading = { state: 'locked', position: 'off' };
const absent: Reading = { state: 'absent' };
const unknown: Reading = { state: 'unknown', reason: 'signed-out' };

function seen(reading: Reading, at: number, rest: Partial<Observation> = {}): Observation {
  return { reading, fresh: true, cause: 'unknown', at, ...rest };
}

function of(...observations: Observation[]) {
  return timelineOf([{ key: KEY, observations }]);
}

test('nothing that was ever read is no entry', () => {
  expect(timelineOf([])).toEqual([]);
  expect(of()).toEqual([]);
});

test('the newest change comes first, of all settings together', () => {
  const histories = [
    { key: KEY, observations: [seen(on, 1), seen(off, 4)] },
    { key: OTHER, observations: [seen(on, 2), seen(off, 3)] },
  ];
  expect(timelineOf(histories).map(({ key, at }) => [key, at])).toEqual([
    [KEY, 4],
    [OTHER, 3],
    [OTHER, 2],
    [KEY, 1],
  ]);
});

test('of two changes at the same moment the later one comes first', () => {
  expect(of(seen(on, 1), seen(off, 1)).map(({ reading }) => reading)).toEqual([off, on]);
});

test('what reads the same is folded into the change before it, however it was found', () => {
  const byName: Reading = { state: 'on', strategy: 'name' };
  const entries = of(seen(on, 1), seen(byName, 2), seen(on, 3), seen(off, 4));
  expect(entries).toMatchObject([
    { at: 4, reading: off, before: on, again: undefined },
    { at: 1, reading: on, before: undefined, again: { times: 2, last: 3 } },
  ]);
});

test('locked and not locked are not the same', () => {
  expect(of(seen(off, 1), seen(lockedOff, 2))).toHaveLength(2);
});

test.each<[string, Observation[], number | undefined]>([
  ['at once', [seen(off, 1), seen(off, 2)], 1],
  ['when it was read again', [seen(off, 1, { fresh: false }), seen(off, 2), seen(off, 3)], 2],
  ['never', [seen(off, 1, { fresh: false }), seen(off, 2, { fresh: false })], undefined],
  ['not by what reads otherwise', [seen(on, 1), seen(off, 2, { fresh: false })], undefined],
])('a change is certain %s', (_, observations, certainAt) => {
  expect(of(...observations)[0]?.certainAt).toBe(certainAt);
});

describe('who moved a control', () => {
  test.each<[string, Observation[], string | undefined]>([
    ['is what was noted', [seen(on, 1), seen(off, 2, { cause: 'errand' })], 'errand'],
    ['may be nobody we know of', [seen(on, 1), seen(off, 2)], 'unknown'],
    ['may be known at the first reading', [seen(off, 1, { cause: 'person' })], 'person'],
    ['is not asked where it is read for the first time', [seen(off, 1)], undefined],
    ['nor where it was first read as unknown', [seen(unknown, 1), seen(off, 2)], undefined],
    ['nor where it cannot be read', [seen(on, 1), seen(unknown, 2)], undefined],
    ['nor where it is not offered', [seen(on, 1), seen(absent, 2)], undefined],
    ['nor where it stands as before', [seen(on, 1), seen(unknown, 2), seen(on, 3)], undefined],
    ['nor where it was only locked', [seen(off, 1), seen(lockedOff, 2)], undefined],
    [
      'is told past what could not be read',
      [seen(on, 1), seen(absent, 2), seen(off, 3)],
      'unknown',
    ],
  ])('%s', (_, observations, movedBy) => {
    expect(of(...observations)[0]?.movedBy).toBe(movedBy);
  });

  test('an opt-out and its undoing show both, each by our errand', () => {
    const errand = { cause: 'errand' } as const;
    expect(of(seen(on, 1), seen(off, 2, errand), seen(on, 3, errand))).toMatchObject([
      { before: off, reading: on, movedBy: 'errand' },
      { before: on, reading: off, movedBy: 'errand' },
      { before: undefined, reading: on, movedBy: undefined },
    ]);
  });
});

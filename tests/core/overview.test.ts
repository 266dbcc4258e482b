import { describe, expect, test } from 'vitest';
import {
  type Basis,
  basisOf,
  isKeptOverview,
  type KeptOverview,
  OVERVIEW,
  type Overview,
  stillHolds,
} from '../../src/core/overview.ts';

const DAY = '2026-11-23';

const overview: Overview = {
  statuses: [],
  serviceName: 'LinkedIn',
  place: 'DE',
  banner: true,
  hasSetAside: false,
};

/** What storage holds, in the order of the basis. The last was never stored. */
const held: readonly unknown[] = [
  { version: 1, value: { code: 'DE', chosenAt: 1 } },
  { version: 1, value: { banner: true } },
  { version: 1, value: [] },
  { version: 1, value: null },
  undefined,
];

const basis: readonly Basis[] = [
  basisOf('local', 'place', held[0]),
  basisOf('local', 'preferences', held[1]),
  basisOf('local', 'set-aside', held[2]),
  basisOf('local', 'finding/linkedin/ai-training', held[3]),
  basisOf('session', 'errand/linkedin/ai-training', held[4]),
];

const kept: KeptOverview = { version: 1, day: DAY, basis, overview };

test('it is kept in a place of its own', () => {
  expect(OVERVIEW).toEqual({ area: 'local', key: 'overview', version: 1 });
});

describe('what has the form of an overview for a day', () => {
  test('what was kept, and what storage makes of it', () => {
    expect(isKeptOverview(kept, DAY)).toBe(true);
    expect(isKeptOverview(JSON.parse(JSON.stringify(kept)), DAY)).toBe(true);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', JSON.stringify(kept)],
    ['a number', 1],
    ['an empty object', {}],
    ['a list', [kept]],
    ['an overview without what it was made from', { version: 1, day: DAY, overview }],
    ['a basis that is none', { ...kept, basis: {} }],
    ['of the day before', { ...kept, day: '2026-11-22' }],
    ['of the day after', { ...kept, day: '2026-11-24' }],
    ['of no day', { ...kept, day: undefined }],
    ['of an earlier version', { ...kept, version: 0 }],
    ['of a later version', { ...kept, version: 2 }],
    ['of a version in letters', { ...kept, version: '1' }],
    ['in an envelope', { version: 1, value: kept }],
  ])('not: %s', (_, raw) => {
    expect(isKeptOverview(raw, DAY)).toBe(false);
  });

  test.fails.each<[string, unknown]>([
    ['a basis of nothing', { ...kept, basis: [null] }],
    ['a basis of texts', { ...kept, basis: ['place'] }],
    ['a basis in an area that is none', { ...kept, basis: [{ area: 'x', key: 'y', json: null }] }],
    ['no overview', { version: 1, day: DAY, basis }],
    ['an overview without settings', { ...kept, overview: {} }],
  ])('not: %s', (_, raw) => {
    expect(isKeptOverview(raw, DAY)).toBe(false);
  });
});

describe('whether an overview still holds', () => {
  test('it does while everything is as it was', () => {
    expect(stillHolds(kept, held)).toBe(true);
    expect(stillHolds(kept, structuredClone(held))).toBe(true);
    expect(stillHolds(JSON.parse(JSON.stringify(kept)), held)).toBe(true);
  });

  const others: readonly [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['an empty object', {}],
    ['a text that reads alike', JSON.stringify(held[0])],
    ['zero', 0],
    ['another version', { version: 2, value: null }],
    ['a field more', { version: 1, value: null, extra: 1 }],
  ];
  const changes = held.flatMap((was, index) =>
    others
      .filter(([, now]) => JSON.stringify(now) !== JSON.stringify(was))
      .map(([what, now]) => ({ what, key: basis[index]?.key, current: held.with(index, now) })),
  );

  test.each(changes)('not once $key is $what', ({ current }) => {
    expect(stillHolds(kept, current)).toBe(false);
  });

  test('each part of the basis was changed, taken away or added', () => {
    expect(new Set(changes.map(({ key }) => key)).size).toBe(5);
    expect(changes).toHaveLength(5 * 7 - 1);
  });

  test('not when a value within a value has changed', () => {
    const moved = held.with(0, { version: 1, value: { code: 'FR', chosenAt: 1 } });
    expect(stillHolds(kept, moved)).toBe(false);
  });

  test('not when it was made from nothing', () => {
    expect(stillHolds({ ...kept, basis: [] }, [])).toBe(false);
    expect(stillHolds({ ...kept, basis: [] }, held)).toBe(false);
  });

  test('not when less or something else is looked at', () => {
    expect(stillHolds(kept, [])).toBe(false);
    expect(stillHolds(kept, held.toReversed())).toBe(false);
    expect(stillHolds(kept, held.slice(1))).toBe(false);
  });

  test('nothing stored is told from a stored nothing', () => {
    expect(basisOf('local', 'place', undefined).json).toBeNull();
    expect(basisOf('local', 'place', null).json).toBe('null');
  });
});

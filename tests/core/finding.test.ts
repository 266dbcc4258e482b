import { describe, expect, test } from 'vitest';
import { Finding, nextFinding } from '../../src/core/finding.ts';
import { type Reading, unknownReasons } from '../../src/core/reading.ts';

const THEN = Date.UTC(2026, 0, 1);
const NOW = Date.UTC(2026, 10, 23);
const EARLIER = THEN - 1_000;

const readable: readonly [string, Reading, 'on' | 'off'][] = [
  ['on', { state: 'on', strategy: 'known-id' }, 'on'],
  ['off', { state: 'off', strategy: 'name' }, 'off'],
  ['locked on', { state: 'locked', position: 'on' }, 'on'],
  ['locked off', { state: 'locked', position: 'off' }, 'off'],
];

const unreadable: readonly [string, Reading][] = [
  ['absent', { state: 'absent' }],
  ...unknownReasons.map((reason): [string, Reading] => [
    `unknown (${reason})`,
    { state: 'unknown', reason },
  ]),
];

const before: readonly [string, Finding | null, Finding['lastReadable']][] = [
  ['nothing', null, undefined],
  ...readable.map(([name, reading, position]): [string, Finding, Finding['lastReadable']] => [
    name,
    { reading, readAt: THEN, fresh: true },
    { position, readAt: THEN },
  ]),
  ['an unknown', { reading: { state: 'absent' }, readAt: THEN, fresh: true }, undefined],
  [
    'an unknown that followed an off',
    {
      reading: { state: 'unknown', reason: 'timeout' },
      readAt: THEN,
      fresh: true,
      lastReadable: { position: 'off', readAt: EARLIER },
    },
    { position: 'off', readAt: EARLIER },
  ],
];

describe('a reading that says a side', () => {
  const rows = before.flatMap(([was, previous]) =>
    readable.map(([name, reading]) => ({ was, previous, name, reading })),
  );

  test.each(rows)('$name after $was stands alone', ({ previous, reading }) => {
    expect(nextFinding(previous, { reading, fresh: false }, NOW)).toEqual({
      reading,
      readAt: NOW,
      fresh: false,
    });
  });

  test('each side after everything that was', () => {
    expect(rows).toHaveLength(4 * 7);
  });
});

describe('a reading that says no side', () => {
  const rows = before.flatMap(([was, previous, last]) =>
    unreadable.map(([name, reading]) => ({ was, previous, last, name, reading })),
  );

  test.each(rows)(
    '$name after $was keeps when it was last readable',
    ({ previous, last, reading }) => {
      expect(nextFinding(previous, { reading, fresh: true }, NOW)).toEqual({
        reading,
        readAt: NOW,
        fresh: true,
        ...(last && { lastReadable: last }),
      });
    },
  );

  test('each reason after everything that was', () => {
    expect(rows).toHaveLength((1 + unknownReasons.length) * 7);
  });
});

test('what was last readable survives any number of unknowns, and ends with the next side', () => {
  let finding = nextFinding(null, { reading: { state: 'off' }, fresh: true }, THEN);
  for (const [index, [, reading]] of unreadable.entries()) {
    finding = nextFinding(finding, { reading, fresh: true }, THEN + index + 1);
  }
  expect(finding.lastReadable).toEqual({ position: 'off', readAt: THEN });
  finding = nextFinding(finding, { reading: { state: 'on' }, fresh: true }, NOW);
  expect(finding.lastReadable).toBeUndefined();
});

test('what was found before is left as it was', () => {
  const previous: Finding = { reading: { state: 'off' }, readAt: THEN, fresh: true };
  nextFinding(previous, { reading: { state: 'absent' }, fresh: true }, NOW);
  expect(previous).toEqual({ reading: { state: 'off' }, readAt: THEN, fresh: true });
});

test('every finding may be stored', () => {
  const all = before.flatMap(([, previous]) =>
    [...readable, ...unreadable].map(([, reading]) =>
      nextFinding(previous, { reading, fresh: true }, NOW),
    ),
  );
  expect(all.filter((finding) => !Finding.safeParse(finding).success)).toEqual([]);
  expect(all).toHaveLength(7 * 15);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { historyCsv } from '../../../src/core/history/csv.ts';
import { emptyHistory, observe } from '../../../src/core/history/history.ts';
import { causes, type Observation } from '../../../src/core/reading/observation.ts';
import { type Reading, strategies, unknownReasons } from '../../../src/core/reading/reading.ts';
import { LAST_MOMENT } from '../../../src/core/time/moment.schema.ts';

const AT = Date.UTC(2026, 10, 23, 9);
const KEY = 'linkedin/ai-training';
const HEADER = 'setting,at,state,position,reason,strategy,fresh,cause';

const readings: readonly Reading[] = [
  ...strategies.map((strategy): Reading => ({ state: 'on', strategy })),
  { state: 'off' },
  { state: 'locked', position: 'on', strategy: 'name' },
  { state: 'locked', position: 'off' },
  { state: 'absent' },
  ...unknownReasons.map((reason): Reading => ({ state: 'unknown', reason })),
];

function one(reading: Reading, over: Partial<Observation> = {}) {
  return observe(emptyHistory, { reading, fresh: true, cause: 'unknown', at: AT, ...over });
}

/** A reader of RFC 4180, as strict as it is. */
function cellsOf(csv: string): string[][] {
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
  const lines: string[][] = [[]];
  while (cell.lastIndex < csv.length) {
    const [, text = '', end] = cell.exec(csv) ?? expect.fail(`not RFC 4180: ${csv}`);
    lines.at(-1)?.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (end === '\r\n') lines.push([]);
  }
  expect(lines.pop()).toEqual([]);
  return lines;
}

test.each<[string, Reading, Partial<Observation>, string]>([
  ['on', { state: 'on', strategy: 'known-id' }, {}, 'on,,,known-id,true,unknown'],
  ['off, moved', { state: 'off' }, { fresh: false, cause: 'person' }, 'off,,,,false,person'],
  [
    'locked',
    { state: 'locked', position: 'off', strategy: 'name' },
    {},
    'locked,off,,name,true,unknown',
  ],
  ['absent', { state: 'absent' }, {}, 'absent,,,,true,unknown'],
  [
    'unknown',
    { state: 'unknown', reason: 'signed-out' },
    { cause: 'errand' },
    'unknown,,signed-out,,true,errand',
  ],
])('%s is a line', (_, reading, over, line) => {
  expect(historyCsv({ [KEY]: one(reading, over) })).toBe(
    `${HEADER}\r\n${KEY},2026-11-23T09:00:00.000Z,${line}\r\n`,
  );
});

test('nothing is a header', () => {
  expect(historyCsv({})).toBe(`${HEADER}\r\n`);
  expect(historyCsv({ [KEY]: emptyHistory })).toBe(`${HEADER}\r\n`);
});

test('each setting follows the other, and each observation as it came', () => {
  const first = [
    { reading: { state: 'on' }, fresh: true, cause: 'unknown', at: AT },
    { reading: { state: 'off' }, fresh: true, cause: 'errand', at: AT - 1 },
  ] as const;
  const all = { [KEY]: first.reduce(observe, emptyHistory), 'x/y': one({ state: 'absent' }) };
  expect(cellsOf(historyCsv(all)).map(([key, at, state]) => [key, at, state])).toEqual([
    ['setting', 'at', 'state'],
    [KEY, '2026-11-23T09:00:00.000Z', 'on'],
    [KEY, '2026-11-23T08:59:59.999Z', 'off'],
    ['x/y', '2026-11-23T09:00:00.000Z', 'absent'],
  ]);
});

describe('a cell', () => {
  test.each([
    ['a,b', '"a,b"'],
    ['a"b"', '"a""b"""'],
    ['a\r\nb', '"a\r\nb"'],
    ['a\nb', '"a\nb"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-a/b', "'-a/b"],
    ['@a', "'@a"],
    ['\ta', "'\ta"],
    ['\ra', `"'\ra"`],
    ['=a,"b"', `"'=a,""b"""`],
  ])('with %j is written %j', (key, written) => {
    expect(historyCsv({ [key]: one({ state: 'absent' }) })).toContain(`\r\n${written},2026-`);
  });

  test('is never a formula, and there are eight in a line, whatever the setting is called', () => {
    const anyKey = fc.oneof(fc.string(), fc.stringMatching(/^[=+\-@,"\r\n]{1,5}$/));
    const anyMoment = fc.oneof(
      fc.integer({ min: 0, max: LAST_MOMENT }),
      // Later than any date that is written without a sign.
      fc.integer({ min: LAST_MOMENT, max: Number.MAX_SAFE_INTEGER }),
    );
    fc.assert(
      fc.property(
        fc.dictionary(anyKey, fc.tuple(fc.constantFrom(...readings), anyMoment), { minKeys: 1 }),
        fc.boolean(),
        fc.constantFrom(...causes),
        (all, fresh, cause) => {
          const histories = Object.fromEntries(
            Object.entries(all).map(([key, [reading, at]]) => [
              key,
              one(reading, { at, fresh, cause }),
            ]),
          );
          const lines = cellsOf(historyCsv(histories));
          expect(lines).toHaveLength(1 + Object.keys(histories).length);
          for (const cells of lines) {
            expect(cells).toHaveLength(8);
            expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
          }
        },
      ),
    );
  });
});

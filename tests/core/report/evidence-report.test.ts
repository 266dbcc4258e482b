import { describe, expect, test } from 'vitest';
import { services } from '../../../src/catalogue/index.ts';
import { groups } from '../../../src/catalogue/jurisdiction-groups.ts';
import { type Finding, nextFinding } from '../../../src/core/reading/finding.ts';
import type { Cause, Observation } from '../../../src/core/reading/observation.ts';
import type { Reading } from '../../../src/core/reading/reading.ts';
import { type Entry, entriesOf } from '../../../src/core/recipe/setting-key.ts';
import { evidenceFile, evidenceReport } from '../../../src/core/report/evidence-report.ts';
import { toJurisdiction } from '../../../src/core/rules/jurisdiction.ts';
import { rulesFor } from '../../../src/core/rules/rules.ts';
import { statusOf } from '../../../src/core/verdict/status.ts';

const KEY = 'linkedin/ai-training';
const entry = entriesOf(services).find(({ key }) => key === KEY) as Entry;
const ABOUT = { version: '0.1.0', browser: { name: 'firefox', major: 153 } } as const;
const NOW = Date.parse('2026-11-24T09:00:00.000Z');

type Row = readonly [day: string, reading: Reading, fresh: boolean, cause?: Cause];
const ON: Reading = { state: 'on', strategy: 'known-id' };
const OFF: Reading = { state: 'off', strategy: 'known-id' };
const LOST: Reading = { state: 'unknown', reason: 'signed-out' };

function observed([day, reading, fresh, cause = 'unknown']: Row): Observation {
  return { reading, fresh, cause, at: Date.parse(`${day}T08:30:00.000Z`) };
}

function reported(rows: readonly Row[], place?: string) {
  const observations = rows.map(observed);
  const finding = observations.reduce<Finding | null>(
    (before, one) => nextFinding(before, one, entry.setting.protectedWhen),
    null,
  );
  const jurisdiction = place === undefined ? undefined : toJurisdiction(place, groups);
  const status = statusOf(entry, { jurisdiction, finding, errand: null }, NOW);
  return evidenceReport(
    {
      status,
      protectedWhen: entry.setting.protectedWhen,
      rules: jurisdiction ? rulesFor(entry.setting, jurisdiction) : [],
      observations,
    },
    { ...ABOUT, now: NOW },
  );
}

const flipped: readonly Row[] = [
  ['2026-11-01', ON, true],
  ['2026-11-02', OFF, false, 'errand'],
  ['2026-11-03', OFF, true],
  ['2026-11-05', OFF, true],
  ['2026-11-13', OFF, true],
  ['2026-11-23', ON, true],
];

test('a flip-back leads, with both days, and all changes with what came before them', () => {
  const report = reported(flipped, 'DE');
  expect(report).toMatchObject({
    format: 'default-check-evidence',
    formatVersion: 1,
    madeAt: '2026-11-24T09:00:00.000Z',
    productVersion: '0.1.0',
    browser: { name: 'firefox', major: 153 },
    setting: {
      key: KEY,
      service: 'LinkedIn',
      page: entry.setting.open,
      protectedWhen: 'off',
      evidence: entry.setting.evidence,
    },
    flipBack: {
      heldSince: '2026-11-02T08:30:00.000Z',
      cause: 'errand',
      verifiedAt: '2026-11-13T08:30:00.000Z',
      foundAt: '2026-11-23T08:30:00.000Z',
    },
    latest: { at: '2026-11-23T08:30:00.000Z', reading: ON, fresh: true },
    place: 'DE',
  });
  expect(report.readings).toEqual([
    reading('2026-11-01', ON, true, 'unknown', false),
    reading('2026-11-02', OFF, false, 'errand', true),
    reading('2026-11-03', OFF, true, 'unknown', false),
    reading('2026-11-13', OFF, true, 'unknown', false),
    reading('2026-11-23', ON, true, 'unknown', true),
  ]);
  expect(report.leftOut).toBe(1);
});

function reading(day: string, said: Reading, fresh: boolean, cause: Cause, changed: boolean) {
  return { at: `${day}T08:30:00.000Z`, reading: said, fresh, cause, changed };
}

describe('what is kept of a span in which nothing changed', () => {
  const days = (rows: readonly Row[]) => {
    const { readings, leftOut } = reported(rows);
    return [readings.map(({ at }) => Number(at.slice(8, 10))), leftOut];
  };
  test.each<[string, readonly Row[], readonly number[], number]>([
    ['nothing at all', [], [], 0],
    ['one reading', [['2026-11-01', ON, true]], [1], 0],
    [
      'its ends and its fresh ends',
      [
        ['2026-11-01', OFF, false],
        ['2026-11-02', OFF, false],
        ['2026-11-03', OFF, true],
        ['2026-11-04', OFF, false],
        ['2026-11-05', OFF, true],
        ['2026-11-06', OFF, false],
        ['2026-11-07', OFF, false],
      ],
      [1, 3, 5, 7],
      3,
    ],
    [
      'the same, however the control was found',
      [
        ['2026-11-01', ON, true],
        ['2026-11-02', { state: 'on', strategy: 'name' }, true],
        ['2026-11-03', ON, true],
      ],
      [1, 3],
      1,
    ],
    [
      'each span for itself',
      [
        ['2026-11-01', OFF, true],
        ['2026-11-02', LOST, false],
        ['2026-11-03', OFF, true],
      ],
      [1, 2, 3],
      0,
    ],
  ])('%s', (_, rows, kept, leftOut) => {
    expect(days(rows)).toEqual([kept, leftOut]);
  });
});

describe('the rules', () => {
  const rulesOf = (rows: readonly Row[], place?: string) =>
    reported(rows, place).rules.map(
      ({ from, until, default: by, inForceNow, inForceWhenFound }) => [
        from,
        until,
        by,
        inForceNow,
        inForceWhenFound,
      ],
    );

  test('then and now are one where nothing changed', () => {
    expect(rulesOf(flipped, 'DE')).toEqual([['2025-11-03', null, 'on', true, true]]);
  });

  test('one that ended meanwhile is told, too', () => {
    expect(
      rulesOf(
        [
          ['2025-10-20', OFF, true],
          ['2025-11-10', ON, true],
        ],
        'DE',
      ),
    ).toEqual([
      ['2024-09-18', '2025-11-03', 'exempt', false, false],
      ['2025-11-03', null, 'on', true, true],
    ]);
    expect(
      rulesOf(
        [
          ['2025-10-20', OFF, true],
          ['2025-11-02', ON, true],
        ],
        'DE',
      ),
    ).toEqual([
      ['2024-09-18', '2025-11-03', 'exempt', false, true],
      ['2025-11-03', null, 'on', true, false],
    ]);
  });

  test.each<[string, string | undefined]>([
    ['nobody chose a place', undefined],
    ['nobody could source one', 'MO'],
  ])('none where %s', (_, place) => {
    const report = reported(flipped, place);
    expect(report.rules).toEqual([]);
    expect(report.place).toBe(place ?? null);
  });

  test('each with its evidence: address, publisher, dates', () => {
    const [rule] = reported(flipped, 'DE').rules;
    expect(rule?.evidence.length).toBeGreaterThan(0);
    for (const { address, publisher, checked } of rule?.evidence ?? []) {
      expect(address).toMatch(/^https:/);
      expect(publisher).toMatch(/\S/);
      expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });
});

test.each<[string, readonly Row[]]>([
  ['never read', []],
  ['read as off', [['2026-11-01', OFF, true]]],
  ['not readable', [['2026-11-01', LOST, true]]],
])('a setting that is %s has a report without a flip-back', (_, rows) => {
  const report = reported(rows, 'DE');
  expect(report.flipBack).toBeNull();
  expect(report.latest?.reading).toEqual(rows[0]?.[1]);
  expect(report.rules.map(({ inForceWhenFound }) => inForceWhenFound)).toEqual([null]);
});

test('a report is what it is after it was written and read', () => {
  const report = reported(flipped, 'DE');
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

describe('what the person adds', () => {
  const said = { language: 'en', shows: ['This.'], doesNotShow: ['That.'] };
  const added = (name: string, note: string) =>
    evidenceFile(reported(flipped, 'DE'), said, { name, note });

  test.each<[string, string, string, object | undefined]>([
    ['nothing', '', '', undefined],
    ['only spaces', '  ', '\n \t', undefined],
    ['a note', '', ' I was away. ', { note: 'I was away.' }],
    ['a name', 'Ada', '', { name: 'Ada' }],
    ['both', 'Ada', '<b>', { name: 'Ada', note: '<b>' }],
  ])('%s', (_, name, note, wanted) => {
    const file = added(name, note);
    expect(file.addedByThePerson).toEqual(wanted);
    expect('addedByThePerson' in file).toBe(wanted !== undefined);
  });

  test('changes nothing else, and stands beside what is said', () => {
    const { addedByThePerson: _, ...rest } = added('Ada', 'x');
    expect(rest).toEqual({ ...reported(flipped, 'DE'), ...said });
  });
});

test('nothing else is in it: every field has been looked at', () => {
  const fields = new Set<string>();
  const look = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) fields.add(name);
      look(inner);
    }
  };
  look(reported([...flipped, ['2026-11-24', LOST, true]], 'GB'));
  expect([...fields].toSorted()).toEqual(
    [
      ...['format', 'formatVersion', 'madeAt', 'productVersion', 'browser', 'name', 'major'],
      ...['setting', 'key', 'service', 'title', 'page', 'protectedWhen', 'evidence'],
      ...['address', 'publisher', 'published', 'checked', 'certainty'],
      ...['flipBack', 'heldSince', 'cause', 'verifiedAt', 'foundAt'],
      ...['latest', 'at', 'reading', 'state', 'strategy', 'reason', 'fresh'],
      ...['readings', 'changed', 'leftOut', 'place'],
      ...['rules', 'from', 'until', 'default', 'choice', 'inForceNow', 'inForceWhenFound'],
    ].toSorted(),
  );
});

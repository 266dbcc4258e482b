import { describe, expect, test } from 'vitest';
import { firstScope } from '../../../src/core/account/scope.ts';
import type { Errand } from '../../../src/core/errand/errand.schema.ts';
import type { Finding } from '../../../src/core/reading/finding.ts';
import { parseStored, type StoredItem, seal } from '../../../src/core/store/item.ts';
import * as stored from '../../../src/core/store/items.ts';
import { LAST_MOMENT } from '../../../src/core/time/moment.schema.ts';
import { OVERVIEW } from '../../../src/core/verdict/overview.ts';
import type { Warning } from '../../../src/core/verdict/warning.ts';
import { z } from '../../../src/core/zod.ts';

const KEY = 'linkedin/ai-training';
const AT = Date.UTC(2026, 10, 23, 9);

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

interface Sample {
  readonly item: StoredItem<unknown>;
  readonly value: unknown;
  /** Fields, by their path, that may be missing. */
  readonly optional: readonly string[];
}

function sample<T>(item: StoredItem<T>, value: T, ...optional: string[]): Sample {
  return { item: item as StoredItem<unknown>, value, optional };
}

const finding: Finding = {
  reading: { state: 'unknown', reason: 'timeout' },
  readAt: AT,
  fresh: false,
  unloaded: 'restored',
  lastReadable: { position: 'off', readAt: AT - 1 },
  held: { since: AT - 2, cause: 'errand', verifiedAt: AT - 1, signedOutSince: true },
  flipBack: {
    heldSince: AT - 2,
    cause: 'person',
    verifiedAt: AT - 1,
    foundAt: AT,
    signedOutSince: true,
  },
};

const errand: Errand = {
  id: 'errand-1',
  key: KEY,
  scope: firstScope,
  kind: 'opt-out',
  target: 'off',
  session: 'session-1',
  tabId: 7,
  step: 'ended',
  loads: 2,
  startedAt: AT,
  arrived: true,
  sprungBack: { kind: 'opt-out', times: 1 },
  hasList: true,
  pressedIn: 'load-1',
  press: { result: 'moved', saved: true },
  unread: 'not-found',
  unreadIn: 'load-0',
  outcome: { code: 'unverified', reason: 'timeout' },
  endedAt: AT + 1,
};

const warning: Warning = {
  key: KEY,
  container: '',
  serviceName: 'LinkedIn',
  title: 'Data for Generative AI Improvement',
  verdict: 'sharing',
  purpose: 'ai-training',
  readAt: AT,
  ruleFrom: '2025-11-03',
  onSince: '2025-11-03',
  exemptUntil: '2025-11-02',
  remark: 'microsoft-training',
  keepsSpringingBack: true,
  sources: [{ address: 'https://www.linkedin.com/', publisher: 'LinkedIn' }],
  terms: 'https://www.linkedin.com/legal/user-agreement',
  flipBack: { heldSince: AT - 2, cause: 'person', verifiedAt: AT - 1, foundAt: AT },
};

/** A full value of each item that is declared, by the name it is exported under. */
const samples: Readonly<Record<string, Sample>> = {
  placeOf: sample(stored.placeOf(firstScope), { code: 'DE', chosenAt: AT }),
  preferences: sample(stored.preferences, {
    banner: false,
    notify: true,
    language: 'de',
  }),
  setAside: sample(stored.setAside, [
    { key: 'place', keptAs: `set-aside/place/${AT}`, problem: 'broken', at: AT },
  ]),
  warnings: sample(
    stored.warnings,
    [warning],
    '0.readAt',
    '0.ruleFrom',
    '0.exemptUntil',
    '0.remark',
    '0.keepsSpringingBack',
    '0.onSince',
    '0.flipBack',
  ),
  unlistedOf: sample(stored.unlistedOf(firstScope), [
    {
      id: 'allowSomethingNew',
      address: 'https://www.linkedin.com/mypreferences/d/settings/new',
      firstSeenAt: AT,
      lookedAt: false,
    },
  ]),
  findingOf: sample(
    stored.findingOf(KEY, firstScope),
    finding,
    'unloaded',
    'lastReadable',
    'held',
    'held.verifiedAt',
    'held.signedOutSince',
    'flipBack',
    'flipBack.signedOutSince',
  ),
  historyOf: sample(
    stored.historyOf(KEY, firstScope),
    { rows: [[AT, 'locked off', true, 'unknown', 'known-id']] },
    'rows.0.4',
  ),
  batch: sample(
    stored.batch,
    {
      id: 'batch-1',
      kind: 'check',
      scope: firstScope,
      stops: [{ address: 'https://www.linkedin.com/mypreferences/d/x', keys: [KEY] }],
      index: 0,
      step: 'ended',
      session: 'session-1',
      tabId: 7,
      startedAt: AT,
      stopStartedAt: AT,
      nextAt: AT,
      results: { [KEY]: 'read' },
      pauseMs: { min: 1, max: 2 },
      stopAt: ['signed-out'],
      end: { code: 'handed-over', reason: 'signed-out' },
      endedAt: AT,
    },
    'tabId',
    `results.${KEY}`,
    'end',
    'end.reason',
    'endedAt',
  ),
  reminding: sample(stored.reminding, { remindAfter: 7, remindedAt: AT }, 'remindedAt'),
  toldFlipBacksOf: sample(stored.toldFlipBacksOf(firstScope), [{ key: KEY, foundAt: AT }]),
  seenRulesOf: sample(
    stored.seenRulesOf(firstScope),
    { [KEY]: { place: 'DE', stand: { default: 'on', from: '2025-11-03' } } },
    KEY,
    `${KEY}.stand.from`,
  ),
  accounts: sample(
    stored.accounts,
    {
      profiles: [{ id: '' }, { id: 'b', name: 'Ben' }],
      containers: [{ id: 'firefox-container-2', name: 'Work' }],
      profile: 'b',
      container: 'firefox-container-2',
    },
    'profiles.1.name',
    'containers.0.name',
  ),
  unfinished: sample(stored.unfinished, [
    { key: KEY, scope: firstScope, kind: 'opt-out', target: 'off', startedAt: AT },
  ]),
  dismissalOf: sample(
    stored.dismissalOf(KEY, firstScope),
    { at: AT, verdict: 'sharing', ruleFrom: '2025-11-03', flipBackFoundAt: AT },
    'ruleFrom',
    'flipBackFoundAt',
  ),
  errandOf: sample(
    stored.errandOf(KEY),
    errand,
    'sprungBack',
    'pressedIn',
    'press',
    'unread',
    'unreadIn',
    'outcome',
    'outcome.reason',
    'endedAt',
  ),
  browserSession: sample(stored.browserSession, 'session-1'),
  unkeptWarnings: sample(stored.unkeptWarnings, [
    { key: KEY, scope: firstScope, finding: { reading: { state: 'on' }, readAt: AT, fresh: true } },
  ]),
};

const items = Object.entries(samples).map(([name, rest]) => ({ name, ...rest }));

test('every item that is declared has a sample', () => {
  const declared = Object.entries(stored)
    .filter(([name, value]) => name.endsWith('Of') || isItem(value))
    .map(([name]) => name);
  expect(declared.toSorted()).toEqual(Object.keys(samples).toSorted());
  expect(items).toHaveLength(17);
});

test('no two items, nor the overview, share a place', () => {
  const places = [OVERVIEW, ...items.map(({ item }) => item)].map(
    ({ area, key }) => `${area} ${key}`,
  );
  expect(new Set(places).size).toBe(18);
});

test('only its name, and what found no room, goes with the session', () => {
  const session = items.filter(({ item }) => item.area === 'session').map(({ name }) => name);
  expect(session).toEqual(['browserSession', 'unkeptWarnings']);
});

describe.each(items)('$name', ({ item, value }) => {
  test('is its fallback where nothing is stored', () => {
    expect(parseStored(item, undefined)).toEqual({ ok: true, value: item.fallback });
  });

  test('is read as it was sealed', () => {
    const raw = JSON.parse(JSON.stringify(seal(item, value)));
    expect(parseStored(item, raw)).toEqual({ ok: true, value });
    expect(value).not.toEqual(item.fallback);
  });

  test('its fallback is a value that may be stored', () => {
    const raw = JSON.parse(JSON.stringify(seal(item, item.fallback)));
    expect(parseStored(item, raw)).toEqual({ ok: true, value: item.fallback });
  });
});

describe('what is broken is never trusted', () => {
  const envelopes = items.flatMap(({ name, item, value }) => {
    const { version } = item;
    const good = { version, value };
    return [
      { name, what: 'null', raw: null as unknown },
      { name, what: 'a list around it', raw: [good] },
      { name, what: 'an empty list', raw: [] },
      { name, what: 'an empty object', raw: {} },
      { name, what: 'a text', raw: JSON.stringify(good) },
      { name, what: 'a number', raw: version },
      { name, what: 'true', raw: true },
      { name, what: 'the value without its envelope', raw: value },
      { name, what: 'an envelope within an envelope', raw: { version, value: good } },
      { name, what: 'no version', raw: { value } },
      { name, what: 'an extra field in the envelope', raw: { ...good, at: AT } },
      ...[0, -1, 0.5, version + 0.5, Number.NaN, Number.POSITIVE_INFINITY, `${version}`, null].map(
        (wrong) => ({
          name,
          what: `version ${wrong} (${typeof wrong})`,
          raw: { version: wrong, value },
        }),
      ),
    ];
  });
  const values = items.flatMap(({ name, item, value, optional }) =>
    brokenValues(value as Json, optional)
      .filter(([, broken]) => !(broken === null && item.fallback === null))
      .map(([what, broken]) => ({
        name,
        what,
        raw: { version: item.version, value: broken } as unknown,
      })),
  );

  test.each([...envelopes, ...values])('$name: $what', ({ name, raw }) => {
    const { item } = samples[name] as Sample;
    const parsed = parseStored(item, raw);
    expect(parsed).toEqual({ ok: false, problem: 'broken', value: item.fallback });
  });

  test('every field of every item was broken in every way', () => {
    expect(envelopes).toHaveLength(17 * 19);
    expect(values.length).toBeGreaterThan(300);
    const lost = values.filter(({ what }) => what.startsWith('without'));
    expect(lost).toHaveLength(111);
  });

  test.each(items)('$name of a later version is told apart', ({ item, value }) => {
    for (const version of [item.version + 1, item.version + 100]) {
      expect(parseStored(item, { version, value })).toEqual({
        ok: false,
        problem: 'newer',
        value: item.fallback,
      });
    }
  });

  test.each(items)('$name: what may be missing may be missing', ({ item, value, optional }) => {
    for (const path of optional) {
      const parsed = parseStored(item, seal(item, changed(value as Json, path.split('.'), 'lost')));
      expect([path, parsed.ok]).toEqual([path, true]);
    }
  });

  test.each<[string, string, unknown]>([
    ['a place in small letters', 'placeOf', { code: 'de', chosenAt: AT }],
    ['a place chosen before time', 'placeOf', { code: 'DE', chosenAt: -1 }],
    [
      'a reading with a text of the page',
      'findingOf',
      { reading: { state: 'off', text: 'Ada' }, readAt: AT, fresh: true },
    ],
    [
      'a reading in a word of its own',
      'findingOf',
      { reading: { state: 'protected' }, readAt: AT, fresh: true },
    ],
    [
      'a reading of a day that no calendar has',
      'findingOf',
      { reading: { state: 'off' }, readAt: Number.MAX_SAFE_INTEGER, fresh: true },
    ],
    [
      'a reading held since a day that no calendar has',
      'findingOf',
      {
        reading: { state: 'off' },
        readAt: AT,
        fresh: true,
        held: { since: LAST_MOMENT + 1, cause: 'person' },
      },
    ],
    [
      'a reading with a prototype of its own',
      'findingOf',
      JSON.parse(`{"reading":{"state":"off"},"readAt":${AT},"fresh":true,"__proto__":{"a":1}}`),
    ],
    [
      'a reading that takes its state from a prototype',
      'findingOf',
      JSON.parse(`{"reading":{"__proto__":{"state":"off"}},"readAt":${AT},"fresh":true}`),
    ],
    [
      'an account in use that is nobody’s',
      'accounts',
      { profiles: [{ id: '' }], containers: [], profile: 'b', container: '' },
    ],
    ['a million letters', 'preferences', 'x'.repeat(1_000_000)],
    ['a warning that reassures', 'warnings', [{ ...warning, verdict: 'protected' }]],
  ])('%s is broken', (_, name, value) => {
    const { item } = samples[name] as Sample;
    expect(parseStored(item, seal(item, value))).toMatchObject({ ok: false, problem: 'broken' });
  });
});

describe('what an older version stored', () => {
  test.each<[string, unknown, unknown]>([
    ['preferences', { banner: false }, { banner: false, notify: false, language: 'browser' }],
    ['dismissalOf', { at: AT, verdict: 'sharing' }, { at: AT, verdict: 'sharing' }],
    ['warnings', [{ verdict: 'sharing' }], []],
  ])('%s of the first version is still understood', (name, value, expected) => {
    const { item } = samples[name] as Sample;
    expect(parseStored(item, { version: 1, value })).toEqual({ ok: true, value: expected });
  });

  test('preferences of the second version speak as the browser does', () => {
    const value = { banner: false, notify: true };
    expect(parseStored(stored.preferences, { version: 2, value })).toEqual({
      ok: true,
      value: { ...value, language: 'browser' },
    });
  });

  const trail: string[] = [];
  const step = (from: number) => (old: unknown) => {
    trail.push(`${from} → ${from + 1}`);
    return [...(old as number[]), from + 1];
  };
  const fourth: StoredItem<number[]> = {
    area: 'local',
    key: 'ad-hoc',
    version: 4,
    schema: z.array(z.int()),
    fallback: [],
    migrations: { 1: step(1), 2: step(2), 3: step(3) },
  };

  test.each([
    [1, ['1 → 2', '2 → 3', '3 → 4'], [1, 2, 3, 4]],
    [2, ['2 → 3', '3 → 4'], [1, 3, 4]],
    [3, ['3 → 4'], [1, 4]],
    [4, [], [1]],
  ])('version %i is migrated step by step: %j', (version, steps, value) => {
    trail.length = 0;
    expect(parseStored(fourth, { version, value: [1] })).toEqual({ ok: true, value });
    expect(trail).toEqual(steps);
  });

  test('a step that is missing makes it broken', () => {
    const { 2: _, ...migrations } = fourth.migrations ?? {};
    const gap = { ...fourth, migrations };
    const broken = { ok: false, problem: 'broken', value: [] };
    expect(parseStored(gap, { version: 1, value: [1] })).toEqual(broken);
    expect(parseStored(gap, { version: 2, value: [1] })).toEqual(broken);
    expect(parseStored(gap, { version: 3, value: [1] })).toEqual({ ok: true, value: [1, 4] });
  });

  test('without any steps it is broken', () => {
    const { migrations: _, ...bare } = fourth;
    expect(parseStored(bare, { version: 3, value: [1] })).toMatchObject({ problem: 'broken' });
  });

  test('what a step makes of it is parsed like anything else', () => {
    const wrong = { ...fourth, migrations: { ...fourth.migrations, 3: () => 'four' } };
    expect(parseStored(wrong, { version: 1, value: [1] })).toEqual({
      ok: false,
      problem: 'broken',
      value: [],
    });
  });

  test('a version before the first is broken, even with a step for it', () => {
    const early = { ...fourth, migrations: { ...fourth.migrations, 0: step(0) } };
    expect(parseStored(early, { version: 0, value: [] })).toMatchObject({ problem: 'broken' });
  });

  test('a later version is not migrated backwards', () => {
    trail.length = 0;
    expect(parseStored(fourth, { version: 5, value: [1] })).toMatchObject({ problem: 'newer' });
    expect(trail).toEqual([]);
  });

  test('what a step cannot take is broken, and no crash', () => {
    expect(parseStored(fourth, { version: 1, value: null })).toEqual({
      ok: false,
      problem: 'broken',
      value: [],
    });
  });
});

function isItem(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'fallback' in value && 'schema' in value;
}

/** A value broken once at every place and in every way, each with what was done to it. */
function brokenValues(value: Json, optional: readonly string[]): [string, Json | undefined][] {
  return placesIn(value).flatMap((path) => {
    const name = path.join('.') || 'the value';
    const here = at(value, path);
    const isField = path.length > 0 && !Array.isArray(at(value, path.slice(0, -1)));
    const others: [string, Json][] = [
      ['a list', [1]],
      ['an object', { odd: 1 }],
      ['null', null],
      ['true', true],
      ['a text', 'odd'],
      ['a number', -0.5],
    ];
    return [
      ...others
        .filter(([, other]) => kindOf(other) !== kindOf(here) || kindOf(here) === 'object')
        .map(([what, other]): [string, Json] => [
          `${what} for ${name}`,
          changed(value, path, 'replaced', other),
        ]),
      ...(isField && !optional.includes(name)
        ? [[`without ${name}`, changed(value, path, 'lost')] as [string, Json]]
        : []),
      ...(kindOf(here) === 'object'
        ? [
            [
              `an extra field in ${name}`,
              changed(value, path, 'replaced', { ...(here as object), extra: 1 }),
            ] as [string, Json],
          ]
        : []),
    ];
  });
}

function kindOf(value: Json | undefined): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** The path of the value itself and of everything in it. */
function placesIn(value: Json): string[][] {
  if (value === null || typeof value !== 'object') return [[]];
  return [
    [],
    ...Object.entries(value).flatMap(([name, inner]) =>
      placesIn(inner).map((path) => [name, ...path]),
    ),
  ];
}

function at(value: Json, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (here, name) => (here as Record<string, Json> | undefined)?.[name],
    value,
  );
}

function changed(
  value: Json,
  path: readonly string[],
  how: 'replaced' | 'lost',
  other: Json = null,
): Json {
  const [name, ...rest] = path;
  if (name === undefined) return other;
  const copy = structuredClone(value) as Record<string, Json>;
  if (rest.length === 0 && how === 'lost') delete copy[name];
  else copy[name] = changed(copy[name] ?? null, rest, how, other);
  return copy;
}

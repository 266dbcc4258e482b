import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  exportHistory,
  HISTORY_FORMAT_VERSION,
  parseHistoryFile,
} from '../../../src/core/history/file.ts';
import { MAX_FILE_LENGTH } from '../../../src/core/history/file-problem.ts';
import {
  emptyHistory,
  mergeHistory,
  observationsOf,
  observe,
} from '../../../src/core/history/history.ts';
import { causes, type Observation } from '../../../src/core/reading/observation.ts';
import { type Reading, unknownReasons } from '../../../src/core/reading/reading.ts';
import { LAST_MOMENT } from '../../../src/core/time/moment.schema.ts';

const AT = Date.UTC(2026, 10, 23, 9);
const KEY = 'linkedin/ai-training';
const OTHER = 'linkedin/research';
const about = { version: '0.1.0', now: AT + 1 };

const on: Observation = {
  reading: { state: 'on', strategy: 'known-id' },
  fresh: true,
  cause: 'unknown',
  at: AT,
};
const history = [
  on,
  { ...on, reading: { state: 'locked', position: 'off' }, cause: 'person', at: AT - 5 } as const,
].reduce(observe, emptyHistory);

const text = exportHistory({ [KEY]: history, [OTHER]: emptyHistory }, about);
const written = JSON.parse(text);

const anyReading: fc.Arbitrary<Reading> = fc.oneof(
  fc.record(
    {
      state: fc.constantFrom('on', 'off'),
      strategy: fc.constantFrom('known-id', 'only-switch', 'name'),
    },
    { requiredKeys: ['state'] },
  ),
  fc.record({ state: fc.constant('locked'), position: fc.constantFrom('on', 'off') }),
  fc.constant({ state: 'absent' }),
  fc.record({ state: fc.constant('unknown'), reason: fc.constantFrom(...unknownReasons) }),
) as fc.Arbitrary<Reading>;
const anyHistory = fc
  .array(
    fc.record({
      reading: anyReading,
      fresh: fc.boolean(),
      cause: fc.constantFrom(...causes),
      at: fc.oneof(
        fc.integer({ min: 0, max: LAST_MOMENT }),
        fc.constantFrom(0, LAST_MOMENT, AT, AT + 1),
      ),
    }),
    { maxLength: 30 },
  )
  .map((all) => all.reduce(observe, emptyHistory));
const anyKey = fc.stringMatching(/^[a-z0-9-]{1,40}\/[a-z0-9-]{1,60}$/);

describe('a file', () => {
  test('says what it is, and can be read by people', () => {
    expect(written).toEqual({
      format: 'default-check-history',
      formatVersion: 1,
      productVersion: '0.1.0',
      exportedAt: '2026-11-23T09:00:00.001Z',
      settings: {
        [KEY]: [
          {
            at: '2026-11-23T09:00:00.000Z',
            reading: { state: 'on', strategy: 'known-id' },
            fresh: true,
            cause: 'unknown',
          },
          {
            at: '2026-11-23T08:59:59.995Z',
            reading: { state: 'locked', position: 'off' },
            fresh: true,
            cause: 'person',
          },
        ],
        [OTHER]: [],
      },
    });
    expect(text.split('\n').length).toBeGreaterThan(20);
  });

  test('is read back as it was written, and brings an empty store to the same', () => {
    fc.assert(
      fc.property(fc.dictionary(anyKey, anyHistory, { maxKeys: 4 }), (all) => {
        const parsed = parseHistoryFile(exportHistory(all, about));
        const expected = Object.entries(all).map(([key, one]) => [key, observationsOf(one)]);
        expect(parsed).toEqual({ ok: true, value: Object.fromEntries(expected) });
        for (const [key, one] of Object.entries(all)) {
          const imported = (parsed.ok && parsed.value[key]) || [];
          expect(mergeHistory(one, imported)).toBe(one);
          const anew = mergeHistory(emptyHistory, imported);
          expect(anew.rows.toSorted()).toEqual(one.rows.toSorted());
        }
      }),
    );
  });

  test('of nothing is one as well', () => {
    expect(parseHistoryFile(exportHistory({}, about))).toEqual({ ok: true, value: {} });
  });
});

describe('what is refused', () => {
  const [first, second] = written.settings[KEY];
  const withFirst = (over: object) => ({
    ...written,
    settings: { ...written.settings, [KEY]: [{ ...first, ...over }, second] },
  });
  const without = (name: string) => {
    const { [name]: _, ...rest } = written;
    return rest;
  };

  test.each(['', '{', 'setting,at,state', text.slice(0, -3), `${text}{}`, "{'format': 1}"])(
    'is what is not JSON: %j',
    (wrong) => {
      expect(parseHistoryFile(wrong)).toEqual({ ok: false, problem: 'not-json' });
    },
  );

  test.each<[string, unknown]>([
    ['null', null],
    ['a list', [written]],
    ['a text', text],
    ['an empty object', {}],
    ...Object.keys(written).map((name): [string, unknown] => [`no ${name}`, without(name)]),
    ['another format', { ...written, format: 'history' }],
    ['an earlier version than the first', { ...written, formatVersion: 0 }],
    ['half a version', { ...written, formatVersion: 1.5 }],
    ['a version in words', { ...written, formatVersion: '1' }],
    ['a later version of another format', { ...written, format: 'x', formatVersion: 2 }],
    ['one field more', { ...written, more: 1 }],
    ['a product version without end', { ...written, productVersion: '1'.repeat(65) }],
    ['a list of settings', { ...written, settings: [] }],
    ['a key that is none', { ...written, settings: { LinkedIn: [] } }],
    ['one observation alone', { ...written, settings: { [KEY]: first } }],
    ['null for an observation', { ...written, settings: { [KEY]: [first, null] } }],
    ['an observation with a text of the page', withFirst({ text: 'Ada' })],
    ['a reading with a text of the page', withFirst({ reading: { state: 'on', text: 'Ada' } })],
    ['a reading of no kind', withFirst({ reading: { state: 'protected' } })],
    ['an unknown without a reason', withFirst({ reading: { state: 'unknown' } })],
    ['another cause', withFirst({ cause: 'nobody' })],
    ['a number for fresh', withFirst({ fresh: 1 })],
    ...[
      AT,
      '',
      'today',
      '2026-11-23',
      '2026-11-23T09:00:00Z',
      '2026-11-23T09:00:00.000',
      '2026-11-23T10:00:00.000+01:00',
      '2026-02-30T09:00:00.000Z',
      '1969-12-31T23:59:59.999Z',
      '+010000-01-01T00:00:00.000Z',
      ' 2026-11-23T09:00:00.000Z',
    ].map((at): [string, unknown] => [`${JSON.stringify(at)} for a time`, withFirst({ at })]),
    ['a time of export that is none', { ...written, exportedAt: 'now' }],
  ])('is what we do not write: %s', (_, wrong) => {
    expect(parseHistoryFile(JSON.stringify(wrong))).toEqual({
      ok: false,
      problem: 'not-a-history',
    });
  });

  test.each([HISTORY_FORMAT_VERSION + 1, HISTORY_FORMAT_VERSION + 100])(
    'is told apart as newer, whatever is in it: version %i',
    (formatVersion) => {
      for (const newer of [
        { ...written, formatVersion },
        { format: written.format, formatVersion, things: [] },
      ]) {
        expect(parseHistoryFile(JSON.stringify(newer))).toEqual({ ok: false, problem: 'newer' });
      }
    },
  );

  test('is what is too large, to the character', () => {
    const filled = text.padEnd(MAX_FILE_LENGTH, ' ');
    expect(parseHistoryFile(filled)).toMatchObject({ ok: true });
    expect(parseHistoryFile(`${filled} `)).toEqual({ ok: false, problem: 'too-large' });
  });

  test('is found at its first fault, however many there are', () => {
    const zeros = '0,'.repeat(MAX_FILE_LENGTH / 2 - 1000);
    const many = text.replace(`"${OTHER}": []`, `"${OTHER}": [${zeros}0]`);
    expect(many.length).toBeGreaterThan(MAX_FILE_LENGTH * 0.99);
    expect(parseHistoryFile(many)).toEqual({ ok: false, problem: 'not-a-history' });
  }, 60_000);

  test('is any other text, and none is a crash', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (wrong) => {
        expect(parseHistoryFile(wrong).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.anything(), (settings) => {
        const wrong = JSON.stringify({ ...written, settings: { [KEY]: [settings] } });
        expect(parseHistoryFile(wrong)).toEqual({ ok: false, problem: 'not-a-history' });
      }),
    );
    const parsed = parseHistoryFile(
      text.replace(`"${OTHER}"`, `"__proto__": [1], "constructor": [], "${OTHER}"`),
    );
    expect(parsed).toEqual({ ok: false, problem: 'not-a-history' });
  });
});

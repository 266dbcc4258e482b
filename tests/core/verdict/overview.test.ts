import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { onePerson } from '../../../src/core/account/accounts.ts';
import { keepable } from '../../../src/core/verdict/keepable-overview.ts';
import {
  type Basis,
  basisOf,
  type Dated,
  type KeptOverview,
  OVERVIEW,
  type Overview,
  opened,
  stillHolds,
} from '../../../src/core/verdict/overview.ts';

const DAY = '2026-11-23';

const overview: Overview = {
  accounts: onePerson,
  elsewhere: [],
  statuses: [],
  serviceName: 'LinkedIn',
  pages: [],
  unlisted: [{ address: 'https://www.linkedin.com/mypreferences/d/x', ids: ['someSwitch'] }],
  place: 'DE',
  banner: true,
  notify: false,
  language: 'browser',
  lacksAccess: false,
  hasSetAside: false,
  hasLostAccounts: false,
  isStoreFull: false,
  round: null,
  remindAfter: 30,
  reminder: { due: false },
  ruleChanges: [],
  managed: [],
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

const dated: Dated = { day: DAY, basis, overview };

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function digestOf(text: string): Promise<string> {
  return sha256(text);
}

function open(raw: unknown, day = DAY): Promise<Dated | undefined> {
  return opened(raw, day, digestOf);
}

/** What storage gives back of what was put into it. */
function throughStorage<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

const kept: KeptOverview = await keepable(dated, digestOf);

test('it is kept in a place of its own', () => {
  expect(OVERVIEW).toEqual({ area: 'local', key: 'overview', version: 8 });
});

describe('what was kept is opened', () => {
  test('as it was, also when it comes from storage', async () => {
    expect(await open(kept)).toEqual(dated);
    expect(await open(throughStorage(kept))).toEqual(dated);
  });

  test('with its version and the digest of all that it says', async () => {
    expect(kept).toEqual({
      version: OVERVIEW.version,
      json: JSON.stringify(dated),
      digest: sha256(JSON.stringify(dated)),
    });
    expect(kept.digest).toHaveLength(64);
  });

  test('where no place has been chosen yet', async () => {
    const nowhere = { ...dated, overview: { ...overview, place: undefined } };
    expect(await open(await keepable(nowhere, digestOf))).toEqual(nowhere);
  });

  test('in letters of every kind', async () => {
    const worded = {
      ...dated,
      overview: { ...overview, serviceName: 'Líñkêd “In” \u2028 领英 🙂' },
    };
    expect(await open(throughStorage(await keepable(worded, digestOf)))).toEqual(worded);
  });

  test('on its own day only', async () => {
    const days = ['2026-11-22', '2026-11-23', '2026-11-24', '2025-11-23', '', '2026-11-23T00'];
    const openedOn: string[] = [];
    for (const day of days) if (await open(kept, day)) openedOn.push(day);
    expect(openedOn).toEqual([DAY]);
  });
});

describe('what is not whole is not opened', () => {
  /** With a digest that is right, but with something else in it. */
  const sealed = (over: object): KeptOverview => {
    const json = JSON.stringify({ ...dated, ...over });
    return { version: OVERVIEW.version, json, digest: sha256(json) };
  };

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['true', true],
    ['a text', JSON.stringify(kept)],
    ['an empty text', ''],
    ['a number', 1],
    ['an empty object', {}],
    ['a list', [kept]],
    ['an empty list', []],
    ['an envelope', { version: OVERVIEW.version, value: kept }],
    ['an envelope around its JSON', { version: OVERVIEW.version, value: kept.json }],
    ['what it says without JSON and digest', { version: OVERVIEW.version, ...dated }],
    ['what it says in the place of its JSON', { ...kept, json: dated }],
    ['an earlier version', { ...kept, version: OVERVIEW.version - 1 }],
    ['a later version', { ...kept, version: OVERVIEW.version + 1 }],
    ['a version in letters', { ...kept, version: String(OVERVIEW.version) }],
    ['no version', { json: kept.json, digest: kept.digest }],
    ['no JSON', { version: OVERVIEW.version, digest: kept.digest }],
    ['no digest', { version: OVERVIEW.version, json: kept.json }],
    ['null for its JSON', { ...kept, json: null }],
    ['null for its digest', { ...kept, digest: null }],
    ['an empty digest', { ...kept, digest: '' }],
    ['a digest in capitals', { ...kept, digest: kept.digest.toUpperCase() }],
    ['a digest in a list', { ...kept, digest: [kept.digest] }],
    ['a digest of its digest', { ...kept, digest: sha256(kept.digest) }],
    ['a space more', { ...kept, json: `${kept.json} ` }],
    ['of the day before', sealed({ day: '2026-11-22' })],
    ['of the day after', sealed({ day: '2026-11-24' })],
    ['of no day', sealed({ day: undefined })],
    ['of a day that is null', sealed({ day: null })],
  ])('%s', async (_, raw) => {
    expect(await open(raw)).toBeUndefined();
    expect(await open(throughStorage(raw ?? null))).toBeUndefined();
  });

  test.each<[string, object]>([
    ['another day', { ...dated, day: '2026-11-24' }],
    ['a basis that is none', { ...dated, basis: {} }],
    ['no basis', { day: DAY, overview }],
    ['an empty basis', { ...dated, basis: [] }],
    ['a basis of nothing', { ...dated, basis: [null] }],
    ['a basis of texts', { ...dated, basis: ['place'] }],
    ['a basis in an area that is none', { ...dated, basis: [{ area: 'x', key: 'y', json: null }] }],
    ['no overview', { day: DAY, basis }],
    ['an overview without settings', { ...dated, overview: {} }],
    ['an overview that says otherwise', { ...dated, overview: { ...overview, banner: false } }],
    ['a list', [dated]],
  ])('edited by hand, under the digest that it had: %s', async (_, edited) => {
    expect(await open({ ...kept, json: JSON.stringify(edited) })).toBeUndefined();
    // Under the day it then has, too.
    expect(await open({ ...kept, json: JSON.stringify(edited) }, '2026-11-24')).toBeUndefined();
  });

  test.each(['json', 'digest'] as const)(
    'not with any one character of its %s changed',
    async (field) => {
      const text = kept[field];
      const believed: string[] = [];
      let lookedAt = 0;
      for (let at = 0; at < text.length; at++) {
        const was = text.charCodeAt(at);
        for (const other of [was ^ 1, was ^ 32, was + 256].map((code) =>
          String.fromCharCode(code),
        )) {
          const changed = { ...kept, [field]: text.slice(0, at) + other + text.slice(at + 1) };
          lookedAt += 1;
          if (await open(changed)) believed.push(`${other} at ${at}`);
        }
      }
      expect(believed).toEqual([]);
      expect(lookedAt).toBe(3 * text.length);
    },
  );

  test.each(['json', 'digest'] as const)('not with its %s cut off, wherever', async (field) => {
    const text = kept[field];
    const believed: string[] = [];
    for (let at = 0; at < text.length; at++) {
      if (await open({ ...kept, [field]: text.slice(0, at) })) believed.push(`before ${at}`);
      if (at > 0 && (await open({ ...kept, [field]: text.slice(at) })))
        believed.push(`after ${at}`);
      const without = text.slice(0, at) + text.slice(at + 1);
      if (await open({ ...kept, [field]: without })) believed.push(`without ${at}`);
    }
    expect(believed).toEqual([]);
    expect(text.length).toBeGreaterThanOrEqual(64);
  });
});

describe('whether an overview still holds', () => {
  test('it does while everything is as it was', () => {
    expect(stillHolds(dated, held)).toBe(true);
    expect(stillHolds(dated, structuredClone(held))).toBe(true);
    expect(stillHolds(throughStorage(dated), held)).toBe(true);
  });

  test('it does after it was kept and opened', async () => {
    const again = (await open(throughStorage(kept))) as Dated;
    expect(stillHolds(again, held)).toBe(true);
    expect(stillHolds(again, held.with(1, { version: 1, value: { banner: false } }))).toBe(false);
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
    expect(stillHolds(dated, current)).toBe(false);
  });

  test('each part of the basis was changed, taken away or added', () => {
    expect(new Set(changes.map(({ key }) => key)).size).toBe(5);
    expect(changes).toHaveLength(5 * 7 - 1);
  });

  test('not when a value within a value has changed', () => {
    const moved = held.with(0, { version: 1, value: { code: 'FR', chosenAt: 1 } });
    expect(stillHolds(dated, moved)).toBe(false);
  });

  test('not when it was made from nothing', () => {
    expect(stillHolds({ ...dated, basis: [] }, [])).toBe(false);
    expect(stillHolds({ ...dated, basis: [] }, held)).toBe(false);
  });

  test('not when less or something else is looked at', () => {
    expect(stillHolds(dated, [])).toBe(false);
    expect(stillHolds(dated, held.toReversed())).toBe(false);
    expect(stillHolds(dated, held.slice(1))).toBe(false);
  });

  test('nothing stored is told from a stored nothing', () => {
    expect(basisOf('local', 'place', undefined).json).toBeNull();
    expect(basisOf('local', 'place', null).json).toBe('null');
  });
});

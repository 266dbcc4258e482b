import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groups } from '../../../src/catalogue/jurisdiction-groups.ts';
import linkedin from '../../../src/catalogue/services/linkedin/recipe.ts';
import type { Evidence, Rule, Service } from '../../../src/core/recipe/recipe.ts';
import { entriesOf } from '../../../src/core/recipe/setting-key.ts';
import { toJurisdiction } from '../../../src/core/rules/jurisdiction.ts';
import {
  type RuleNow,
  RuleStand,
  ruleChanges,
  ruleStandOf,
  type SeenRules,
  SeenRules as SeenRulesSchema,
  seenNow,
} from '../../../src/core/rules/rule-change.ts';
import { ruleInForce } from '../../../src/core/rules/rules.ts';
import { dayOf } from '../../../src/core/time/day.ts';

const KEY = 'linkedin/ai-training';
const OTHER = 'linkedin/partners';
const defaults = ['on', 'off', 'consent', 'exempt', 'none'] as const;
type Default = (typeof defaults)[number];

function evidence(publisher: string): Evidence {
  return {
    address: 'https://www.linkedin.com/legal',
    publisher,
    checked: '2026-11-23',
    certainty: 'confirmed',
  };
}

function rule(name: Default, from = '2025-11-03'): Rule | undefined {
  if (name === 'none') return undefined;
  return {
    jurisdictions: ['DE'],
    from,
    default: name,
    choice: 'opt-out',
    evidence: [evidence(`of ${name}`)],
  };
}

function now(name: Default, over: Partial<RuleNow> = {}): RuleNow {
  return { key: KEY, place: 'DE', rule: rule(name), ...over };
}

describe('a stand', () => {
  test.each(defaults.slice(0, 4))('of a rule is its default and its first day: %s', (name) => {
    expect(ruleStandOf(rule(name, '2024-09-18'))).toEqual({ default: name, from: '2024-09-18' });
  });

  test('of no rule is none', () => {
    expect(ruleStandOf(undefined)).toEqual({ default: 'none' });
  });

  test.each([
    { default: 'none' },
    { default: 'on', from: '2025-11-03' },
    { default: 'exempt', from: '2024-02-29' },
  ])('may be stored: %j', (stand) => {
    expect(RuleStand.safeParse(stand)).toEqual({ success: true, data: stand });
  });

  test.each([
    {},
    { default: 'protected' },
    { default: 'on', from: '03.11.2025' },
    { default: 'on', from: '2025-11-03', until: '2026-01-01' },
    'on',
    null,
  ])('is not: %j', (stand) => {
    expect(RuleStand.safeParse(stand).success).toBe(false);
  });
});

describe('what was seen', () => {
  const stand = { default: 'on', from: '2025-11-03' };

  test.each<[string, unknown, boolean]>([
    ['nothing', {}, true],
    ['one setting in one place', { [KEY]: { place: 'DE', stand } }, true],
    ['what is no setting', { 'ai-training': { place: 'DE', stand } }, false],
    ['a place in small letters', { [KEY]: { place: 'de', stand } }, false],
    ['a group', { [KEY]: { place: 'EEA', stand } }, false],
    ['no place', { [KEY]: { stand } }, false],
    ['no stand', { [KEY]: { place: 'DE' } }, false],
    ['something else beside it', { [KEY]: { place: 'DE', stand, at: 1 } }, false],
    ['a list', [], false],
  ])('%s: %j', (_, seen, expected) => {
    expect(SeenRulesSchema.safeParse(seen).success).toBe(expected);
  });
});

describe('from each default to each', () => {
  const pairs = defaults.flatMap((before) => defaults.map((after) => ({ before, after })));

  test.each(pairs)('$before, then $after', ({ before, after }) => {
    const seen = seenNow({}, [now(before, { rule: rule(before, '2024-09-18') })]);
    const changes = ruleChanges(seen, [now(after)]);
    if (before === after) {
      expect(changes).toEqual([]);
      return;
    }
    expect(changes).toEqual([
      {
        key: KEY,
        before: before === 'none' ? { default: 'none' } : { default: before, from: '2024-09-18' },
        after: after === 'none' ? { default: 'none' } : { default: after, from: '2025-11-03' },
        evidence: after === 'none' ? [] : [evidence(`of ${after}`)],
      },
    ]);
  });

  test('all of them', () => {
    expect(pairs).toHaveLength(25);
  });
});

describe('is told, or not:', () => {
  const seen = seenNow({}, [now('exempt')]);

  test.each<[string, SeenRules, readonly RuleNow[], readonly string[]]>([
    ['another default in the same place', seen, [now('on')], [KEY]],
    ['nothing seen before', {}, [now('on')], []],
    ['another setting, seen for the first time', seen, [now('on', { key: OTHER })], []],
    ['a place that the person chose since', seen, [now('on', { place: 'US' })], []],
    ['no place any more', seen, [now('on', { place: undefined })], []],
    [
      'the same default from another day',
      seen,
      [now('exempt', { rule: rule('exempt', '2026-01-01') })],
      [],
    ],
    ['a setting that is gone', seen, [], []],
    [
      'each of several, in the order they have now',
      seenNow(seen, [now('on', { key: OTHER })]),
      [now('off', { key: OTHER }), now('on', { key: 'linkedin/new' }), now('on')],
      [OTHER, KEY],
    ],
    [
      'only those that changed',
      seenNow(seen, [now('on', { key: OTHER })]),
      [now('exempt'), now('none', { key: OTHER })],
      [OTHER],
    ],
  ])('%s', (_, before, after, keys) => {
    expect(ruleChanges(before, after).map(({ key }) => key)).toEqual(keys);
  });
});

describe('what is stored once it was told', () => {
  const seen = seenNow({}, [now('exempt'), now('on', { key: OTHER })]);

  test('is the new stand', () => {
    expect(seenNow(seen, [now('on')])[KEY]).toEqual({
      place: 'DE',
      stand: { default: 'on', from: '2025-11-03' },
    });
  });

  test('is the new place, so that going back to the old one is no change', () => {
    const moved = seenNow(seen, [now('on', { place: 'US' })]);
    expect(moved[KEY]?.place).toBe('US');
    expect(ruleChanges(moved, [now('on')])).toEqual([]);
  });

  test('keeps a setting that is gone, and tells what is new about it when it comes back', () => {
    const without = seenNow(seen, [now('exempt')]);
    expect(without).toEqual(seen);
    expect(ruleChanges(without, [now('off', { key: OTHER })])).toHaveLength(1);
  });

  test('keeps what was seen while there is no place', () => {
    expect(seenNow(seen, [now('on', { place: undefined })])).toEqual(seen);
    expect(seenNow({}, [now('on', { place: undefined })])).toEqual({});
  });

  test('leaves what was seen before as it was', () => {
    const copy = structuredClone(seen);
    seenNow(seen, [now('off'), now('off', { key: OTHER })]);
    expect(seen).toEqual(copy);
  });

  const some = fc.uniqueArray(
    fc.record({
      key: fc.constantFrom(KEY, OTHER, 'linkedin/ads', 'x/grok'),
      place: fc.constantFrom('DE', 'US', undefined),
      rule: fc
        .tuple(fc.constantFrom(...defaults), fc.constantFrom('2024-09-18', '2025-11-03'))
        .map(([name, from]) => rule(name, from)),
    }),
    { selector: ({ key }) => key },
  );

  test('may be stored, and leaves nothing to tell, whatever went before', () => {
    let told = 0;
    fc.assert(
      fc.property(some, some, (first, second) => {
        const before = seenNow({}, first);
        expect(ruleChanges(before, first)).toEqual([]);
        told += ruleChanges(before, second).length;
        const after = seenNow(before, second);
        expect(ruleChanges(after, second)).toEqual([]);
        expect(seenNow(after, second)).toEqual(after);
        expect(SeenRulesSchema.parse(JSON.parse(JSON.stringify(after)))).toEqual(after);
      }),
    );
    expect(told).toBeGreaterThan(0);
  });
});

describe('the table of LinkedIn', () => {
  const recipe: Service = linkedin;

  function on(day: string, place: string): RuleNow[] {
    const jurisdiction = toJurisdiction(place, groups);
    return entriesOf([recipe]).map(({ key, setting }) => ({
      key,
      place,
      rule: ruleInForce(setting, jurisdiction, day),
    }));
  }

  test('seen in Germany while it was exempt, and looked at on 3 November 2025, is one change', () => {
    const seen = seenNow({}, on('2025-10-01', 'DE'));
    const today = on('2025-11-03', 'DE');
    const changes = ruleChanges(seen, today);

    expect(changes).toEqual([
      {
        key: KEY,
        before: { default: 'exempt', from: '2024-09-18' },
        after: { default: 'on', from: '2025-11-03' },
        evidence: today.find(({ key }) => key === KEY)?.rule?.evidence,
      },
    ]);
    expect(changes[0]?.evidence.map(({ address }) => address)).toContain(
      'https://www.linkedin.com/help/linkedin/answer/a8059228',
    );
    expect(changes[0]?.evidence).toHaveLength(6);

    const told = seenNow(seen, today);
    expect(ruleChanges(told, today)).toEqual([]);
    expect(ruleChanges(told, on('2026-11-23', 'DE'))).toEqual([]);
  });

  test('on the day before it is none', () => {
    expect(ruleChanges(seenNow({}, on('2025-10-01', 'DE')), on('2025-11-02', 'DE'))).toEqual([]);
  });

  test.each([
    ['DE', ['2024-09-18 none → exempt', '2025-11-03 exempt → on']],
    ['CH', ['2024-09-18 none → exempt', '2025-11-03 exempt → on']],
    ['GB', ['2024-09-18 none → on', '2024-09-20 on → exempt', '2025-11-03 exempt → on']],
    ['HK', ['2024-09-18 none → on', '2024-10-11 on → exempt', '2025-11-03 exempt → on']],
    ['CA', ['2024-09-18 none → on', '2024-12-10 on → exempt', '2025-11-03 exempt → on']],
    ['CN', ['2024-11-20 none → exempt']],
    ['US', ['2024-09-18 none → on']],
    ['TW', []],
  ])('told day by day in %s, each change about AI training comes once', (place, expected) => {
    let seen: SeenRules = {};
    const told: string[] = [];
    let days = 0;
    for (let at = Date.UTC(2024, 8, 1); dayOf(at) <= '2026-11-23'; at += 86_400_000) {
      const today = on(dayOf(at), place);
      for (const { key, before, after } of ruleChanges(seen, today)) {
        if (key === KEY) told.push(`${dayOf(at)} ${before.default} → ${after.default}`);
      }
      seen = seenNow(seen, today);
      days += 1;
    }
    expect(told).toEqual(expected);
    expect(days).toBe(814);
  });

  test('a new place is no change, and the next change there is one', () => {
    const inGermany = seenNow({}, on('2025-10-01', 'DE'));
    expect(ruleChanges(inGermany, on('2025-10-02', 'US'))).toEqual([]);
    const inTheUnitedStates = seenNow(inGermany, on('2025-10-02', 'US'));
    const changes = ruleChanges(inTheUnitedStates, on('2025-11-03', 'US'));
    expect(changes.map(({ key, after }) => [key, after.default])).toEqual([
      [OTHER, 'on'],
      ['linkedin/ads-data-from-others', 'on'],
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { groups } from '../../../src/catalogue/jurisdiction-groups.ts';
import { codes } from '../../../src/catalogue/jurisdictions.ts';
import linkedin from '../../../src/catalogue/services/linkedin/recipe.ts';
import type { Setting } from '../../../src/core/recipe/recipe.ts';
import { toJurisdiction } from '../../../src/core/rules/jurisdiction.ts';
import { formerExemption, holds, ruleInForce, rulesFor } from '../../../src/core/rules/rules.ts';
import { dayBefore, dayOf } from '../../../src/core/time/day.ts';

const TODAY = '2026-11-23';

// Written out again: a member lost from the catalogue must be missed here.
const EU = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(
  ' ',
);
const EEA_AND_SWITZERLAND = [...EU, 'IS', 'LI', 'NO', 'CH'];
const NAMED = [...EEA_AND_SWITZERLAND, 'GB', 'CA', 'HK', 'CN'];
const UNSOURCED =
  'MO TW GG GI IM JE AD MC SM VA FO GL BL GF GP MF MQ NC PF PM RE TF WF YT AX SJ'.split(' ');
const ELSEWHERE = codes.filter((code) => !NAMED.includes(code) && !UNSOURCED.includes(code));

const aiTraining: Setting = settingOf('ai-training');
const partners: Setting = settingOf('partners');

function settingOf(id: string): Setting {
  const setting = linkedin.settings.find((one) => one.id === id);
  if (!setting) throw new Error(`linkedin has no setting ${id}`);
  return setting;
}

function defaultIn(code: string, day: string): string | undefined {
  return ruleInForce(aiTraining, toJurisdiction(code, groups), day)?.default;
}

function ruleOf(id: string, code: string, day = TODAY) {
  return ruleInForce(settingOf(id), toJurisdiction(code, groups), day);
}

function dayAfter(day: string): string {
  return dayOf(Date.parse(day) + 86_400_000);
}

test('on 23 January 2025 exactly the EEA, Switzerland, the UK, Canada, Hong Kong and mainland China are exempt', () => {
  const exempt = codes.filter((code) => defaultIn(code, '2025-01-23') === 'exempt');
  expect(exempt).toEqual(NAMED.toSorted());
  expect(exempt).toHaveLength(35);
});

test('on each day on which anything changes, and around it, every place has at most one rule', () => {
  const changes = new Set(
    aiTraining.rules.flatMap(({ from, until }) => (until ? [from, until] : [from])),
  );
  const days = [...changes].flatMap((day) => [dayBefore(day), day, dayAfter(day)]);
  const crowded: string[] = [];
  let lookedAt = 0;
  let held = 0;

  for (const day of days) {
    for (const code of codes) {
      const inForce = rulesFor(aiTraining, toJurisdiction(code, groups)).filter((rule) =>
        holds(rule, day),
      );
      if (inForce.length > 1) crowded.push(`${code} on ${day}`);
      lookedAt += 1;
      held += inForce.length;
    }
  }

  expect(crowded).toEqual([]);
  expect([...changes].toSorted()).toEqual([
    '2024-09-18',
    '2024-09-20',
    '2024-10-11',
    '2024-11-20',
    '2024-12-10',
    '2025-11-03',
  ]);
  expect(lookedAt).toBe(6 * 3 * 249);
  expect(held).toBeGreaterThan(3000);
});

test.each([
  ['US', 'on', 'opt-out', undefined],
  ['DE', 'on', 'opt-out', undefined],
  ['GB', 'on', 'opt-out', 'microsoft-training'],
  ['CH', 'on', 'opt-out', undefined],
  ['CA', 'on', 'opt-out', undefined],
  ['HK', 'on', 'opt-out', undefined],
  ['CN', 'exempt', 'none', undefined],
  ['IN', 'on', 'opt-out', undefined],
  ['BR', 'on', 'opt-out', undefined],
  ['JP', 'on', 'opt-out', undefined],
  ['TW', undefined, undefined, undefined],
])('today the rule of %s is: %s, %s, remark %s', (code, expected, choice, remark) => {
  const rule = ruleInForce(aiTraining, toJurisdiction(code, groups), TODAY);
  expect([rule?.default, rule?.choice, rule?.remark]).toEqual([expected, choice, remark]);
});

test('only the rule of mainland China is marked as unconfirmed', () => {
  const unconfirmed = codes.filter(
    (code) => ruleInForce(aiTraining, toJurisdiction(code, groups), TODAY)?.unconfirmedSince,
  );
  expect(unconfirmed).toEqual(['CN']);
  expect(ruleInForce(aiTraining, toJurisdiction('CN', groups), TODAY)?.unconfirmedSince).toBe(
    '2025-11-03',
  );
});

describe('each rule holds from its first day until the day before it ends', () => {
  const table: [string, readonly string[], number, string, string | undefined, string][] = [
    ['EEA and Switzerland', EEA_AND_SWITZERLAND, 31, '2024-09-18', '2025-11-03', 'exempt'],
    ['United Kingdom', ['GB'], 1, '2024-09-18', '2024-09-20', 'on'],
    ['United Kingdom', ['GB'], 1, '2024-09-20', '2025-11-03', 'exempt'],
    ['Hong Kong', ['HK'], 1, '2024-09-18', '2024-10-11', 'on'],
    ['Hong Kong', ['HK'], 1, '2024-10-11', '2025-11-03', 'exempt'],
    ['Canada', ['CA'], 1, '2024-09-18', '2024-12-10', 'on'],
    ['Canada', ['CA'], 1, '2024-12-10', '2025-11-03', 'exempt'],
    ['mainland China', ['CN'], 1, '2024-11-20', undefined, 'exempt'],
    ['EEA and Switzerland', EEA_AND_SWITZERLAND, 31, '2025-11-03', undefined, 'on'],
    ['United Kingdom', ['GB'], 1, '2025-11-03', undefined, 'on'],
    ['Canada and Hong Kong', ['CA', 'HK'], 2, '2025-11-03', undefined, 'on'],
    ['everywhere else', ELSEWHERE, 188, '2024-09-18', undefined, 'on'],
  ];

  test.each(table)(
    '%s (%j, %i) from %s until %s: %s',
    (_, places, count, from, until, expected) => {
      expect(places).toHaveLength(count);
      for (const code of places) {
        const rule = ruleInForce(aiTraining, toJurisdiction(code, groups), from);
        expect([code, rule?.from, rule?.until, rule?.default]).toEqual([
          code,
          from,
          until,
          expected,
        ]);
        expect([code, defaultIn(code, dayBefore(from))]).not.toEqual([code, expected]);

        const lastDay = until ? dayBefore(until) : '2099-12-31';
        const onLastDay = ruleInForce(aiTraining, toJurisdiction(code, groups), lastDay);
        expect([code, onLastDay]).toEqual([code, rule]);
        if (until) expect([code, defaultIn(code, until)]).not.toEqual([code, expected]);
      }
    },
  );

  test('the table speaks of every rule of the setting', () => {
    expect(table).toHaveLength(aiTraining.rules.length);
  });

  test('no rule holds before the first day of the table', () => {
    const early = codes.filter((code) => defaultIn(code, '2024-09-17') !== undefined);
    expect(early).toEqual([]);
  });
});

test('places nobody could source have no rule on any day', () => {
  expect(aiTraining.unsourced.toSorted()).toEqual(UNSOURCED.toSorted());
  const ruled = UNSOURCED.filter(
    (code) => rulesFor(aiTraining, toJurisdiction(code, groups)).length > 0,
  );
  expect(ruled).toEqual([]);
  expect(UNSOURCED).toHaveLength(26);
});

test('everywhere else is not reached by a place that a rule names, even when that rule does not hold', () => {
  expect(defaultIn('CN', '2024-11-19')).toBeUndefined();
});

test.each([
  ['DE', TODAY, '2025-11-03'],
  ['GB', TODAY, '2025-11-03'],
  ['CA', TODAY, '2025-11-03'],
  ['HK', TODAY, '2025-11-03'],
  ['DE', '2025-11-03', '2025-11-03'],
  ['DE', '2025-11-02', undefined],
  // What had ended there by then was the default of on.
  ['GB', '2024-10-01', undefined],
  ['CN', TODAY, undefined],
  ['US', TODAY, undefined],
  ['TW', TODAY, undefined],
])('the exemption that ended for %s, seen on %s, held until %s', (code, day, until) => {
  const former = formerExemption(aiTraining, toJurisdiction(code, groups), day);
  expect(former?.until).toBe(until);
});

describe('the other settings', () => {
  const ASKED_IN_EUROPE = [
    'inferred-age',
    'inferred-gender',
    'inferred-location',
    'inferred-interests',
    'ads-data-from-others',
    'ads-off-linkedin',
    'ads-measurement',
  ];

  test('on each day on which anything changes, and around it, every place has at most one rule', () => {
    const crowded: string[] = [];
    let held = 0;
    for (const setting of linkedin.settings as readonly Setting[]) {
      const changes = setting.rules.flatMap(({ from, until }) => (until ? [from, until] : [from]));
      for (const day of changes.flatMap((one) => [dayBefore(one), one, dayAfter(one)])) {
        for (const code of codes) {
          const inForce = rulesFor(setting, toJurisdiction(code, groups)).filter((rule) =>
            holds(rule, day),
          );
          if (inForce.length > 1) crowded.push(`${setting.id} in ${code} on ${day}`);
          held += inForce.length;
        }
      }
    }
    expect(crowded).toEqual([]);
    expect(held).toBeGreaterThan(4000);
  });

  test.each(ASKED_IN_EUROPE)('%s: in the EEA and Switzerland people are asked first', (id) => {
    for (const code of EEA_AND_SWITZERLAND) {
      const rule = ruleOf(id, code);
      expect([code, rule?.default, rule?.choice]).toEqual([code, 'consent', 'opt-in']);
      expect(ruleOf(id, code, '2025-01-22')).toEqual(rule);
      expect(ruleOf(id, code, '2025-01-21')).toBeUndefined();
    }
  });

  test('no other setting has a rule there, and none exempts anybody', () => {
    const others = (linkedin.settings as readonly Setting[]).filter(
      ({ id }) => id !== 'ai-training',
    );
    const ruled = others.filter(({ id }) =>
      EEA_AND_SWITZERLAND.some((code) => ruleOf(id, code) !== undefined),
    );
    expect(ruled.map(({ id }) => id)).toEqual(ASKED_IN_EUROPE);
    expect(others.flatMap(({ rules }) => rules.map((rule) => rule.default))).not.toContain(
      'exempt',
    );
  });

  test.each([
    ['partners', 'US', 'on', 'gpc', '2025-11-03'],
    ['partners', 'GB', 'on', undefined, '2025-11-03'],
    ['partners', 'IN', 'on', undefined, '2025-11-03'],
    ['partners', 'DE', undefined, undefined, undefined],
    ['partners', 'NO', undefined, undefined, undefined],
    ['partners', 'CH', undefined, undefined, undefined],
    ['partners', 'MC', undefined, undefined, undefined],
    ['ads-data-from-others', 'US', 'on', 'gpc', '2025-11-03'],
    ['ads-data-from-others', 'GB', 'consent', undefined, '2025-02-27'],
    ['ads-data-from-others', 'IN', undefined, undefined, undefined],
    ['ads-measurement', 'GB', undefined, undefined, undefined],
    ['ads-measurement', 'US', undefined, undefined, undefined],
    ['inferred-age', 'US', undefined, undefined, undefined],
    ['research', 'US', undefined, undefined, undefined],
  ])(
    'today the rule of %s in %s is: %s, remark %s, from %s',
    (id, code, expected, remark, from) => {
      const rule = ruleOf(id, code);
      expect([rule?.default, rule?.remark, rule?.from]).toEqual([expected, remark, from]);
      if (from) expect(ruleOf(id, code, dayBefore(from))).toBeUndefined();
    },
  );

  test('partners: on wherever LinkedIn’s words reach, and nowhere else', () => {
    const on = codes.filter((code) => ruleOf('partners', code)?.default === 'on');
    expect(on).toEqual(
      codes.filter((code) => !EEA_AND_SWITZERLAND.includes(code) && !UNSOURCED.includes(code)),
    );
    expect(partners.unsourced.toSorted()).toEqual(
      [...EEA_AND_SWITZERLAND, ...UNSOURCED].toSorted(),
    );
    expect(on).toHaveLength(192);
  });

  test.each(['research', 'promotions-ads', 'promotions-email', 'cookies'])(
    '%s has no rule anywhere',
    (id) => {
      expect(settingOf(id).rules).toEqual([]);
      expect(codes.filter((code) => ruleOf(id, code) !== undefined)).toEqual([]);
    },
  );
});

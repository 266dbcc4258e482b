import { describe, expect, test } from 'vitest';
import { codes, groups } from '../../src/catalogue/jurisdictions.ts';
import linkedin from '../../src/catalogue/services/linkedin.ts';
import { dayBefore, dayOf } from '../../src/core/day.ts';
import { toJurisdiction } from '../../src/core/jurisdiction.ts';
import type { Setting } from '../../src/core/recipe.ts';
import { formerExemption, holds, ruleInForce, rulesFor } from '../../src/core/rules.ts';

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

function settingOf(id: string): Setting {
  const setting = linkedin.settings.find((one) => one.id === id);
  if (!setting) throw new Error(`linkedin has no setting ${id}`);
  return setting;
}

function defaultIn(code: string, day: string): string | undefined {
  return ruleInForce(aiTraining, toJurisdiction(code, groups), day)?.default;
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
  ['GB', 'on', 'opt-out', 'microsoft_training'],
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

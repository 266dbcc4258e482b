import type { Rule, Setting } from '../recipe/recipe.ts';
import type { Day } from '../time/day.ts';
import { isAmong, type Jurisdiction } from './jurisdiction.ts';

export const EVERYWHERE_ELSE = '*';

type Ruled = Pick<Setting, 'rules' | 'unsourced'>;

/** All rules that ever held in a jurisdiction, in order of their first day. */
export function rulesFor(setting: Ruled, jurisdiction: Jurisdiction): Rule[] {
  const named = setting.rules.filter((rule) => isAmong(rule.jurisdictions, jurisdiction));
  const rules = named.length > 0 ? named : elsewhere(setting, jurisdiction);
  return rules.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** The rule in force, or `undefined` where nobody could source one. */
export function ruleInForce(
  setting: Ruled,
  jurisdiction: Jurisdiction,
  day: Day,
): Rule | undefined {
  return rulesFor(setting, jurisdiction).find((rule) => holds(rule, day));
}

/** The last rule that exempted the jurisdiction and has ended. Whether it is exempt again is not asked. */
export function formerExemption(
  setting: Ruled,
  jurisdiction: Jurisdiction,
  day: Day,
): (Rule & { until: Day }) | undefined {
  return rulesFor(setting, jurisdiction)
    .filter((rule): rule is Rule & { until: Day } => rule.until !== undefined && rule.until <= day)
    .findLast((rule) => rule.default === 'exempt');
}

export function holds({ from, until }: Pick<Rule, 'from' | 'until'>, day: Day): boolean {
  return from <= day && (until === undefined || day < until);
}

function elsewhere(setting: Ruled, { code }: Jurisdiction): Rule[] {
  if (setting.unsourced.includes(code)) return [];
  return setting.rules.filter((rule) => rule.jurisdictions.includes(EVERYWHERE_ELSE));
}

/*
 * What a service does by default in the person's place may differ from when they last looked: the table
 * of a new release says something else, or a day has passed on which a rule ended. They are told once.
 */

import type { Evidence, Rule } from '../recipe/recipe.ts';
import { SettingKey } from '../recipe/setting-key.ts';
import { DaySchema } from '../time/day.schema.ts';
import type { SettingStatus } from '../verdict/status.ts';
import { z } from '../zod.ts';

/** What a rule comes down to. `none`: no rule is known. */
export const RuleStand = z.strictObject({
  default: z.enum(['on', 'off', 'consent', 'exempt', 'none']),
  /** First day of the rule; absent where none is known. */
  from: z.optional(DaySchema),
});
export type RuleStand = z.infer<typeof RuleStand>;

/** The stand of each setting when the person was last told, and the place that it held for. */
export const SeenRules = z.record(
  SettingKey,
  z.strictObject({
    /** ISO 3166-1 alpha-2 code. */
    place: z.string().check(z.regex(/^[A-Z]{2}$/)),
    stand: RuleStand,
  }),
);
export type SeenRules = z.infer<typeof SeenRules>;

/** A setting and the rule in force in the person's place; without a place there is nothing to see. */
export type RuleNow = Pick<SettingStatus, 'key' | 'place' | 'rule'>;

export interface RuleChange {
  readonly key: SettingKey;
  readonly before: RuleStand;
  readonly after: RuleStand;
  /** Of the new rule; empty where none is known any more. */
  readonly evidence: readonly Evidence[];
}

export function ruleStandOf(rule: Rule | undefined): RuleStand {
  return rule ? { default: rule.default, from: rule.from } : { default: 'none' };
}

/**
 * What the person has not been told yet. Neither a place they chose since nor a setting they never saw
 * is a change, nor is a rule that only dates the same default anew.
 */
export function ruleChanges(seen: SeenRules, now: readonly RuleNow[]): RuleChange[] {
  return now.flatMap(({ key, place, rule }) => {
    const last = seen[key];
    const after = ruleStandOf(rule);
    if (last === undefined || last.place !== place) return [];
    if (last.stand.default === after.default) return [];
    return [{ key, before: last.stand, after, evidence: rule?.evidence ?? [] }];
  });
}

/**
 * What to store once the person was told, or when there is nothing to tell. A setting that is missing
 * now is kept: it may come back in a later release.
 */
export function seenNow(seen: SeenRules, now: readonly RuleNow[]): SeenRules {
  const news = now.flatMap(({ key, place, rule }) =>
    place === undefined ? [] : [[key, { place, stand: ruleStandOf(rule) }] as const],
  );
  return { ...seen, ...Object.fromEntries(news) };
}

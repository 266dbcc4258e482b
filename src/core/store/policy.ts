/*
 * What an administrator has set for everybody in an organisation. It replaces what the person chose, for
 * as long as it stands; what they chose is kept. A value that is none of ours counts as not set.
 */
import { DEFAULT_REMIND_AFTER, type RemindAfter, remindAfters } from '../verdict/remind-after.ts';
import { z } from '../zod.ts';
import { LanguageChoice, type Preferences, type Reminding } from './items.ts';

const fields = {
  banner: z.boolean(),
  /** As text, as the schemas of policies know no unions. */
  remindAfter: z.enum(remindAfters.map(String) as [string, ...string[]]),
  language: LanguageChoice,
} as const;

export const policyNames = ['banner', 'remindAfter', 'language'] as const;
export type PolicyName = (typeof policyNames)[number];

export type Policy = {
  readonly [Name in PolicyName]?: z.infer<(typeof fields)[Name]>;
};

export const NO_POLICY: Policy = {};

/** @param raw what managed storage holds, whatever that is */
export function parsePolicy(raw: unknown): Policy {
  const given = (raw ?? {}) as Record<string, unknown>;
  const kept = policyNames.flatMap((name) => {
    const parsed = fields[name].safeParse(given[name]);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(kept);
}

export function preferencesUnder({ banner, language }: Policy, chosen: Preferences): Preferences {
  return {
    ...chosen,
    ...(banner !== undefined && { banner }),
    ...(language !== undefined && { language }),
  };
}

export function remindingUnder({ remindAfter }: Policy, chosen: Reminding): Reminding {
  return remindAfter === undefined
    ? chosen
    : { ...chosen, remindAfter: toRemindAfter(remindAfter) };
}

export function namesIn(policy: Policy): PolicyName[] {
  return policyNames.filter((name) => policy[name] !== undefined);
}

function toRemindAfter(text: string): RemindAfter {
  return remindAfters.find((one) => String(one) === text) ?? DEFAULT_REMIND_AFTER;
}

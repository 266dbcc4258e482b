import { daysBetween } from './day.ts';
import { DaySchema } from './day-schema.ts';
import { SettingKey } from './setting-key.ts';
import type { SettingStatus } from './status.ts';
import type { Dismissal, Preferences } from './stored.ts';
import { z } from './zod.ts';

/** Days after which a dismissed banner comes back although nothing changed. */
export const DISMISSED_FOR_DAYS = 30;

/** What the banner says about one setting. */
export const Warning = z.strictObject({
  key: SettingKey,
  serviceName: z.string(),
  title: z.string(),
  verdict: z.enum(['sharing', 'presumed-sharing']),
  /** When the page was read, in milliseconds since the epoch; absent when only the rule speaks. */
  readAt: z.optional(z.int()),
  /** First day of the rule in force; absent where none is known. */
  ruleFrom: z.optional(DaySchema),
  /** The last day of an exemption that has ended. */
  exemptUntil: z.optional(DaySchema),
  remark: z.optional(z.string()),
  sources: z.array(z.strictObject({ address: z.string(), publisher: z.string() })),
  terms: z.string(),
});
export type Warning = z.infer<typeof Warning>;

export function warningOf(status: SettingStatus): Warning | undefined {
  const { verdict } = status.judgement;
  if (verdict !== 'sharing' && verdict !== 'presumed-sharing') return undefined;
  return {
    key: status.key,
    serviceName: status.serviceName,
    title: status.title,
    verdict,
    ...(status.finding && { readAt: status.finding.readAt }),
    ...(status.rule && { ruleFrom: status.rule.from }),
    ...(status.exemptUntil && { exemptUntil: status.exemptUntil }),
    ...(status.rule?.remark && { remark: status.rule.remark }),
    sources: (status.rule?.evidence ?? status.evidence).map(({ address, publisher }) => ({
      address,
      publisher,
    })),
    terms: status.terms,
  };
}

export function dismissalFor(status: SettingStatus, now: number): Dismissal {
  return {
    at: now,
    verdict: status.judgement.verdict,
    ...(status.rule && { ruleFrom: status.rule.from }),
  };
}

/** Warnings that stand now: not in quiet mode, and not dismissed unless something changed since. */
export function warningStands(
  warning: Warning,
  dismissal: Dismissal | null,
  preferences: Preferences,
  now: number,
): boolean {
  if (!preferences.banner) return false;
  if (!dismissal) return true;
  const changed = dismissal.verdict !== warning.verdict || dismissal.ruleFrom !== warning.ruleFrom;
  return changed || Math.abs(daysBetween(dismissal.at, now)) >= DISMISSED_FOR_DAYS;
}

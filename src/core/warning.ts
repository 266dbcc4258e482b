import { type AccountScope, ScopeId } from './account-scope.ts';
import { daysBetween } from './day.ts';
import { DaySchema } from './day-schema.ts';
import { purposes } from './purpose.ts';
import { SettingKey } from './setting-key.ts';
import type { SettingStatus } from './status.ts';
import type { Dismissal, Preferences } from './stored.ts';
import { z } from './zod.ts';

/** Days after which a dismissed banner comes back although nothing changed. */
export const DISMISSED_FOR_DAYS = 30;

const said = {
  key: SettingKey,
  /** It stands in pages of this container alone; `''` is outside containers. */
  container: ScopeId,
  serviceName: z.string(),
  title: z.string(),
  /** When the page was read, in milliseconds since the epoch; absent when only the rule speaks. */
  readAt: z.optional(z.int()),
  /** First day of the rule in force; absent where none is known. */
  ruleFrom: z.optional(DaySchema),
  /** The same day, where the rule in force is that it is on by default. */
  onSince: z.optional(DaySchema),
  /** The last day of an exemption that has ended. */
  exemptUntil: z.optional(DaySchema),
  remark: z.optional(z.string()),
  sources: z.array(z.strictObject({ address: z.string(), publisher: z.string() })),
  terms: z.string(),
};

const Read = z.strictObject({ ...said, verdict: z.literal('sharing'), purpose: z.enum(purposes) });
/** Nobody has read the switch: a guess interrupts people for the gravest purpose only. */
const Presumed = z.strictObject({
  ...said,
  verdict: z.literal('presumed-sharing'),
  purpose: z.literal('ai-training'),
});

/** What the banner says about one setting. */
export const Warning = z.discriminatedUnion('verdict', [Read, Presumed]);
export type Warning = z.infer<typeof Warning>;

export function warningOf(status: SettingStatus, { container }: AccountScope): Warning | undefined {
  const alarm = alarmOf(status);
  if (!alarm) return undefined;
  const { rule, finding, exemptUntil } = status;
  return {
    key: status.key,
    container,
    serviceName: status.serviceName,
    title: status.title,
    ...alarm,
    ...(finding && { readAt: finding.readAt }),
    ...(rule && { ruleFrom: rule.from }),
    ...(rule?.default === 'on' && { onSince: rule.from }),
    ...(exemptUntil && { exemptUntil }),
    ...(rule?.remark && { remark: rule.remark }),
    sources: (rule?.evidence ?? status.evidence).map(({ address, publisher }) => ({
      address,
      publisher,
    })),
    terms: status.terms,
  };
}

/**
 * What was read as sharing is always worth a banner. What only a rule says is so for AI training alone:
 * a guess about ads is not worth standing in somebody's page, and popup and badge still tell it.
 */
function alarmOf({ judgement: { verdict }, purpose }: SettingStatus) {
  if (verdict === 'sharing') return { verdict, purpose };
  if (verdict === 'presumed-sharing' && purpose === 'ai-training') return { verdict, purpose };
  return undefined;
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

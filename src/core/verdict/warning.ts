import { type AccountScope, ScopeId } from '../account/scope.ts';
import { keepsSpringingBack } from '../errand/springs-back.ts';
import { FlipBack } from '../reading/finding.ts';
import { purposes } from '../recipe/purpose.ts';
import { SettingKey } from '../recipe/setting-key.ts';
import { DaySchema } from '../time/day.schema.ts';
import { Moment } from '../time/moment.schema.ts';
import { z } from '../zod.ts';
import type { SettingStatus } from './status.ts';

const said = {
  key: SettingKey,
  /** It stands in pages of this container alone; `''` is outside containers. */
  container: ScopeId,
  serviceName: z.string(),
  title: z.string(),
  /** When the page was read, in milliseconds since the epoch; absent when only the rule speaks. */
  readAt: z.optional(Moment),
  /** First day of the rule in force; absent where none is known. */
  ruleFrom: z.optional(DaySchema),
  /** The same day, where the rule in force is that it is on by default. */
  onSince: z.optional(DaySchema),
  /** The last day of an exemption that has ended. */
  exemptUntil: z.optional(DaySchema),
  remark: z.optional(z.string()),
  /** The page keeps putting its switch back: turning it off is not offered in passing. */
  keepsSpringingBack: z.optional(z.literal(true)),
  sources: z.array(z.strictObject({ address: z.string(), publisher: z.string() })),
  terms: z.string(),
  /** Its page has to be saved. */
  saves: z.optional(z.literal(true)),
  /** Absent unless the setting was verified off and is on since, by nobody we know of. */
  flipBack: z.optional(FlipBack),
};

const Read = z.strictObject({ ...said, verdict: z.literal('sharing'), purpose: z.enum(purposes) });
/** Found on behind the person's back, and not readable or not offered since: that takes nothing back. */
const FlippedBack = z.strictObject({
  ...said,
  verdict: z.literal(['unknown', 'exempt']),
  purpose: z.enum(purposes),
  flipBack: FlipBack,
});
/** Nobody has read the switch: a guess interrupts people for the gravest purpose only. */
const Presumed = z.strictObject({
  ...said,
  verdict: z.literal('presumed-sharing'),
  purpose: z.literal('ai-training'),
});

/** What the banner says about one setting. */
export const Warning = z.discriminatedUnion('verdict', [Read, FlippedBack, Presumed]);
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
    ...(keepsSpringingBack(status.errand, 'opt-out') && { keepsSpringingBack: true as const }),
    sources: (rule?.evidence ?? status.evidence).map(({ address, publisher }) => ({
      address,
      publisher,
    })),
    terms: status.terms,
    ...(status.saves && { saves: status.saves }),
  };
}

/**
 * What was read as sharing, or has flipped back, is always worth a banner. What only a rule says is so
 * for AI training alone: a guess about ads is not worth standing in somebody's page, and popup and
 * badge still tell it.
 */
function alarmOf({ judgement: { verdict }, purpose, finding }: SettingStatus) {
  // Where the account may be another one by now, that is for the popup to say with all its ifs.
  const flipBack = finding?.flipBack?.signedOutSince ? undefined : finding?.flipBack;
  if (verdict === 'sharing') return { verdict, purpose, ...(flipBack && { flipBack }) };
  if ((verdict === 'unknown' || verdict === 'exempt') && flipBack) {
    return { verdict, purpose, flipBack };
  }
  if (verdict === 'presumed-sharing' && purpose === 'ai-training') return { verdict, purpose };
  return undefined;
}

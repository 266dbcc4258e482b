import { type Day, dayBefore, dayOf } from './day.ts';
import type { Errand } from './errand.ts';
import type { Finding } from './finding.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import type { Case, Evidence, Rule, Setting, Surface } from './recipe.ts';
import { formerExemption, ruleInForce } from './rules.ts';
import type { Entry, SettingKey } from './setting-key.ts';
import { type Judgement, judgeFinding } from './verdict.ts';

/** All that a view shows of one setting: plain values that survive being stored. */
export interface SettingStatus {
  readonly key: SettingKey;
  readonly serviceName: string;
  readonly title: string;
  readonly purpose: Setting['purpose'];
  /** The address of the setting's page. */
  readonly open: string;
  readonly judgement: Judgement;
  /** ISO 3166-1 code of the person's place, once they have chosen one. */
  readonly place: string | undefined;
  readonly rule: Rule | undefined;
  /** The exemption that ended, and the last day on which it held. */
  readonly formerRule: Rule | undefined;
  readonly exemptUntil: Day | undefined;
  readonly finding: Finding | null;
  readonly errand: Errand | null;
  readonly evidence: readonly Evidence[];
  /** Further ways out of the same purpose. */
  readonly surfaces: readonly Surface[];
  readonly cases: readonly Case[];
  /** The day a person last confirmed on the real page that the setting is read rightly. */
  readonly lastConfirmed: Day | undefined;
  /** Where the service's terms speak about extensions. */
  readonly terms: string;
}

export interface Known {
  readonly jurisdiction: Jurisdiction | undefined;
  readonly finding: Finding | null;
  readonly errand: Errand | null;
}

/** @param now milliseconds since the epoch */
export function statusOf(
  { key, service, setting }: Entry,
  { jurisdiction, finding, errand }: Known,
  now: number,
): SettingStatus {
  const day = dayOf(now);
  const rule = jurisdiction && ruleInForce(setting, jurisdiction, day);
  const formerRule =
    jurisdiction && rule?.default !== 'exempt'
      ? formerExemption(setting, jurisdiction, day)
      : undefined;
  return {
    key,
    serviceName: service.name,
    title: setting.title,
    purpose: setting.purpose,
    open: setting.open,
    judgement: judgeFinding(setting, finding ?? undefined, rule, now),
    place: jurisdiction?.code,
    rule,
    formerRule,
    exemptUntil: formerRule && dayBefore(formerRule.until),
    finding,
    errand,
    evidence: setting.evidence,
    surfaces: setting.surfaces ?? [],
    cases: setting.cases ?? [],
    lastConfirmed: setting.lastConfirmed,
    terms: service.terms[0]?.address ?? service.origin,
  };
}

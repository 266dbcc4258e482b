import type { Errand, OutcomeCode } from '../errand/errand.schema.ts';
import { controllerIn } from '../law/controller.ts';
import type { Finding } from '../reading/finding.ts';
import { isBefore } from '../reading/provenance.ts';
import type { Position } from '../reading/reading.ts';
import type { Alternative, Case, Controller, Evidence, Rule, Setting } from '../recipe/recipe.ts';
import { saveStepOf } from '../recipe/save-step.ts';
import type { Entry, SettingKey } from '../recipe/setting-key.ts';
import type { Jurisdiction } from '../rules/jurisdiction.ts';
import { formerExemption, ruleInForce } from '../rules/rules.ts';
import { type Day, dayBefore, dayOf } from '../time/day.ts';
import { unsure } from './unsure.ts';
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
  /** The browser does not let us into the service's pages: what was read cannot be checked. */
  readonly lacksAccess?: true;
  readonly evidence: readonly Evidence[];
  /** Further ways out of the same purpose. */
  readonly alternatives: readonly Alternative[];
  readonly cases: readonly Case[];
  /** Who answers for the person's data, once they have chosen a place. */
  readonly controller: Controller | undefined;
  /** The day a person last confirmed on the real page that the setting is read rightly. */
  readonly lastConfirmed: Day | undefined;
  /** Where the service's terms speak about extensions. */
  readonly terms: string;
  readonly protectedWhen: Position;
  /** Its page has to be saved. */
  readonly saves?: true;
}

export interface StatusInputs {
  readonly jurisdiction: Jurisdiction | undefined;
  readonly finding: Finding | null;
  readonly errand: Errand | null;
}

/** @param now milliseconds since the epoch */
export function statusOf(
  { key, service, setting }: Entry,
  { jurisdiction, finding, errand }: StatusInputs,
  now: number,
): SettingStatus {
  const day = dayOf(now);
  const rule = jurisdiction && ruleInForce(setting, jurisdiction, day);
  const formerRule =
    jurisdiction && rule?.default !== 'exempt'
      ? formerExemption(setting, jurisdiction, day)
      : undefined;
  const status: SettingStatus = {
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
    alternatives: setting.alternatives ?? [],
    cases: setting.cases ?? [],
    controller: jurisdiction && controllerIn(service, jurisdiction),
    lastConfirmed: setting.lastConfirmed,
    terms: service.terms[0]?.address ?? setting.open,
    protectedWhen: setting.protectedWhen,
    ...(saveStepOf(setting) && { saves: true as const }),
  };
  return isOutrun(finding, errand, now) ? unsure(status) : status;
}

/** What may come of a press after which nobody knows how the control stands but by what is read then. */
const endsRead: readonly OutcomeCode[] = [
  'done',
  'could-not-save',
  'not-saved',
  'interrupted',
  'unverified',
  'could-not-read',
  'restarted',
  'tab-closed',
  'no-access',
];

/**
 * The control was pressed after it had been read, and what was read since is not kept yet. Where the
 * background died in between it never will be.
 */
function isOutrun(finding: Finding | null, errand: Errand | null, now: number): boolean {
  if (!finding || errand?.pressedIn === undefined) return false;
  if (!errand.outcome) return true;
  return endsRead.includes(errand.outcome.code) && isBefore(finding.readAt, errand.endedAt, now);
}

/* What was read of one setting and what held meanwhile, for a person to hand on. All times are UTC; a rule is in
 * force by the day of the person's own calendar. */

import { spansOf } from '../history/spans.ts';
import type { FlipBack } from '../reading/finding.ts';
import type { Observation } from '../reading/observation.ts';
import type { Reading } from '../reading/reading.ts';
import type { Evidence, Rule, Setting } from '../recipe/recipe.ts';
import type { SettingKey } from '../recipe/setting-key.ts';
import { holds } from '../rules/rules.ts';
import { type Day, dayOf } from '../time/day.ts';
import type { SettingStatus } from '../verdict/status.ts';
import type { BrowserKind } from './browser-kind.ts';

export const EVIDENCE_FORMAT = 'default-check-evidence';
/** Grows as soon as a file may hold what an earlier version does not know, be it one new reason. */
export const EVIDENCE_FORMAT_VERSION = 1;

/** ISO 8601, in UTC, to the millisecond. */
type Iso = string;

export interface ReportedReading extends Omit<Observation, 'at'> {
  readonly at: Iso;
  /** It says otherwise than the one before. */
  readonly changed: boolean;
}

export interface ReportedRule
  extends Pick<Rule, 'from' | 'default' | 'choice' | 'unconfirmedSince'> {
  /** The first day on which it held no more; `null` while it is in force. */
  readonly until: Day | null;
  readonly inForceNow: boolean;
  /** `null` where nothing has flipped back. */
  readonly inForceWhenFound: boolean | null;
  readonly evidence: readonly Evidence[];
}

export interface EvidenceReport {
  readonly format: typeof EVIDENCE_FORMAT;
  readonly formatVersion: typeof EVIDENCE_FORMAT_VERSION;
  readonly madeAt: Iso;
  readonly productVersion: string;
  readonly browser: BrowserKind;
  readonly setting: {
    readonly key: SettingKey;
    readonly service: string;
    readonly title: string;
    /** The address of the setting's page. */
    readonly page: string;
    readonly protectedWhen: Setting['protectedWhen'];
    readonly evidence: readonly Evidence[];
  };
  readonly flipBack: {
    readonly heldSince: Iso;
    readonly cause: FlipBack['cause'];
    readonly verifiedAt: Iso;
    readonly foundAt: Iso;
  } | null;
  readonly latest: { readonly at: Iso; readonly reading: Reading; readonly fresh: boolean } | null;
  readonly readings: readonly ReportedReading[];
  /** Readings that said what those on either side of them say. */
  readonly leftOut: number;
  /** ISO 3166-1 code of the place that the person chose. */
  readonly place: string | null;
  /** All that held there at some time between the first of the readings and now. */
  readonly rules: readonly ReportedRule[];
}

/** What a person may add to it, and nobody else does. */
export interface Added {
  readonly name: string;
  readonly note: string;
}

/** In the language of whom it was made for. */
export interface Statements {
  readonly language: string;
  readonly shows: readonly string[];
  readonly doesNotShow: readonly string[];
}

export interface EvidenceFile extends EvidenceReport, Statements {
  readonly addedByThePerson?: Partial<Added>;
}

interface ReportInputs {
  readonly status: SettingStatus;
  readonly protectedWhen: Setting['protectedWhen'];
  /** All that ever held in the person's place. */
  readonly rules: readonly Rule[];
  readonly observations: readonly Observation[];
}

interface About {
  readonly version: string;
  readonly browser: BrowserKind;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export function evidenceReport(
  { status, protectedWhen, rules, observations }: ReportInputs,
  about: About,
): EvidenceReport {
  const { now } = about;
  const { finding } = status;
  const flipBack = finding?.flipBack;
  const readings = endsOfSpans(observations);
  const since = Math.min(flipBack?.heldSince ?? now, ...readings.map(({ at }) => at), now);
  return {
    format: EVIDENCE_FORMAT,
    formatVersion: EVIDENCE_FORMAT_VERSION,
    madeAt: isoOf(now),
    productVersion: about.version,
    browser: about.browser,
    setting: {
      key: status.key,
      service: status.serviceName,
      title: status.title,
      page: status.open,
      protectedWhen,
      evidence: status.evidence,
    },
    flipBack: flipBack
      ? {
          heldSince: isoOf(flipBack.heldSince),
          cause: flipBack.cause,
          verifiedAt: isoOf(flipBack.verifiedAt),
          foundAt: isoOf(flipBack.foundAt),
        }
      : null,
    latest: finding && {
      at: isoOf(finding.readAt),
      reading: finding.reading,
      fresh: finding.fresh,
    },
    readings: readings.map(({ at, reading, fresh, cause, changed }) => ({
      at: isoOf(at),
      reading,
      fresh,
      cause,
      changed,
    })),
    leftOut: observations.length - readings.length,
    place: status.place ?? null,
    rules: rules
      .filter(({ from, until }) => from <= dayOf(now) && (!until || until > dayOf(since)))
      .map((rule) => ({
        from: rule.from,
        until: rule.until ?? null,
        default: rule.default,
        choice: rule.choice,
        ...(rule.unconfirmedSince && { unconfirmedSince: rule.unconfirmedSince }),
        inForceNow: holds(rule, dayOf(now)),
        inForceWhenFound: flipBack ? holds(rule, dayOf(flipBack.foundAt)) : null,
        evidence: rule.evidence,
      })),
  };
}

/** The report as it is saved; what the person left empty is not in it at all. */
export function evidenceFile(
  report: EvidenceReport,
  { language, shows, doesNotShow }: Statements,
  added: Added,
): EvidenceFile {
  const [name, note] = [added.name.trim(), added.note.trim()];
  return {
    ...report,
    language,
    shows,
    doesNotShow,
    ...((name || note) && {
      addedByThePerson: { ...(name && { name }), ...(note && { note }) },
    }),
  };
}

interface Told extends Observation {
  readonly changed: boolean;
}

/**
 * Of each span in which a setting stood the same, its first and last reading, and the first and last
 * that were fresh: how often a person looks at their settings is nobody else's business.
 */
function endsOfSpans(observations: readonly Observation[]): Told[] {
  return spansOf(observations).flatMap((span, nth) => {
    const isFresh = ({ fresh }: Observation) => fresh;
    const ends = new Set([span[0], span.find(isFresh), span.findLast(isFresh), span.at(-1)]);
    return span
      .filter((observation) => ends.has(observation))
      .map((observation) => ({ ...observation, changed: nth > 0 && observation === span[0] }));
  });
}

function isoOf(moment: number): Iso {
  return new Date(moment).toISOString();
}

import { type Position, positionOf, type Reading } from '../reading/reading.ts';
import type { Rule, Setting } from '../recipe/recipe.ts';
import { daysBetween } from '../time/day.ts';

/** Most alarming first: the order of badge and summary. */
export const verdicts = [
  'sharing',
  'presumed-sharing',
  'unknown',
  'unchecked',
  'exempt-unchecked',
  'exempt',
  'protected',
] as const;
export type Verdict = (typeof verdicts)[number];

/** Days after which a reading of "protected" asks to be checked again. */
export const STALE_AFTER_DAYS = 90;

export interface Judgement {
  readonly verdict: Verdict;
  /** The page and the rule disagree; the page wins and the person is told. */
  readonly contradiction: boolean;
  /** Read so long ago, or kept so badly since, that it asks to be checked again. */
  readonly stale: boolean;
}

/** A reading judged by the rule in force. `undefined` stands for "never read" and "no rule known". */
export function judge(
  setting: Pick<Setting, 'protectedWhen'>,
  reading: Reading | undefined,
  rule: Rule | undefined,
): Verdict {
  if (reading === undefined) return presume(rule);

  const position = positionOf(reading);
  if (position !== undefined) return sideOf(position, setting.protectedWhen);

  return reading.state === 'absent' && rule?.default === 'exempt' ? 'exempt' : 'unknown';
}

/** `judge`, with what must be said beside the verdict. Times in milliseconds since the epoch. */
export function judgeFinding(
  setting: Pick<Setting, 'protectedWhen'>,
  finding: { readonly reading: Reading; readonly readAt: number } | undefined,
  rule: Rule | undefined,
  now: number,
): Judgement {
  const verdict = judge(setting, finding?.reading, rule);
  return {
    verdict,
    contradiction: verdict === 'sharing' && rule?.default === 'exempt',
    stale: verdict === 'protected' && finding !== undefined && isOld(finding.readAt, now),
  };
}

/** A reading from the future is as good as an old one: one of the two clocks was wrong. */
function isOld(readAt: number, now: number): boolean {
  const days = daysBetween(readAt, now);
  return days > STALE_AFTER_DAYS || days < 0;
}

export function mostAlarming(all: readonly Verdict[]): Verdict | undefined {
  return verdicts.find((verdict) => all.includes(verdict));
}

function presume(rule: Rule | undefined): Verdict {
  switch (rule?.default) {
    case 'on':
      return 'presumed-sharing';
    case 'exempt':
      return 'exempt-unchecked';
    default:
      return 'unchecked';
  }
}

/** What a position means, of a control that protects in one of both. */
export const sides = ['sharing', 'protected'] as const satisfies readonly Verdict[];

export function sideOf(position: Position, protectedWhen: Position): (typeof sides)[number] {
  return position === protectedWhen ? 'protected' : 'sharing';
}

import type { Dismissal, Preferences } from '../store/items.ts';
import { daysBetween } from '../time/day.ts';
import type { SettingStatus } from './status.ts';
import type { Warning } from './warning.ts';

/** Days after which a dismissed banner comes back although nothing changed. */
export const DISMISSED_FOR_DAYS = 30;

export function dismissalFor(status: SettingStatus, now: number): Dismissal {
  const flipBack = status.finding?.flipBack;
  return {
    at: now,
    verdict: status.judgement.verdict,
    ...(status.rule && { ruleFrom: status.rule.from }),
    ...(flipBack && { flipBackFoundAt: flipBack.foundAt }),
  };
}

/** Warnings that stand now: not in quiet mode, and not dismissed unless something changed since. */
export function warningStands(
  warning: Warning,
  dismissal: Dismissal | null,
  preferences: Pick<Preferences, 'banner'>,
  now: number,
): boolean {
  if (!preferences.banner) return false;
  if (!dismissal) return true;
  return (
    saysSomethingElse(warning, dismissal) ||
    Math.abs(daysBetween(dismissal.at, now)) >= DISMISSED_FOR_DAYS
  );
}

/** A flip-back is told as such, whatever can be read since; that it is told no more is no news. */
function saysSomethingElse(
  { flipBack, verdict, ruleFrom }: Warning,
  dismissal: Dismissal,
): boolean {
  if (dismissal.ruleFrom !== ruleFrom) return true;
  return flipBack ? dismissal.flipBackFoundAt !== flipBack.foundAt : dismissal.verdict !== verdict;
}

import { mayStart } from '../../core/batch/progress.ts';
import type { SettingKey } from '../../core/recipe/setting-key.ts';
import type { Overview } from '../../core/verdict/overview.ts';
import type { SettingStatus } from '../../core/verdict/status.ts';
import type { Verdict } from '../../core/verdict/verdict.ts';
import { offersAgain, offersTurnOff } from './offers-turn-off.ts';

/** The one thing to do that stands out. */
export type NextStep =
  | { readonly do: 'choose-place' }
  | { readonly do: 'turn-off-all' }
  | { readonly do: 'check-all' }
  | { readonly do: 'setting'; readonly key: SettingKey }
  | { readonly do: 'nothing' };

const open: readonly Verdict[] = ['unknown', 'unchecked', 'exempt-unchecked'];

/** @param ranked the settings, the gravest first */
export function nextStep(
  { batch, reminder, place }: Pick<Overview, 'batch' | 'reminder' | 'place'>,
  ranked: readonly SettingStatus[],
): NextStep {
  if (batch && !mayStart(batch)) return { do: 'nothing' };
  if (pressable(ranked).length > 1) return { do: 'turn-off-all' };

  const worst = ranked.find((status) => isAlarming(status) && !status.lacksAccess);
  if (worst && (offersTurnOff(worst) || offersAgain(worst))) {
    return { do: 'setting', key: worst.key };
  }
  if (place === undefined) return { do: 'choose-place' };
  // Where we may not look, a check would change nothing.
  const isOpen = ({ judgement: { verdict, stale }, lacksAccess }: SettingStatus) =>
    !lacksAccess && (stale || open.includes(verdict));
  return reminder.due || ranked.some(isOpen) ? { do: 'check-all' } : { do: 'nothing' };
}

export function isAlarming({ judgement: { verdict } }: SettingStatus): boolean {
  return verdict === 'sharing' || verdict === 'presumed-sharing';
}

/** What "turn off all that are on" would press. */
export function pressable(statuses: readonly SettingStatus[]): SettingStatus[] {
  return statuses.filter(
    (status) =>
      status.judgement.verdict === 'sharing' && offersTurnOff(status) && !status.lacksAccess,
  );
}

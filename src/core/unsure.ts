/*
 * Nothing that was read before reassures where the store has no room, as what was read since may be lost,
 * nor where a press came after it, nor where it is not known whose readings these are. What alarms goes on
 * alarming.
 */
import type { Overview } from './overview.ts';
import type { SettingStatus } from './status.ts';
import type { Verdict } from './verdict.ts';

export function unsure(status: SettingStatus): SettingStatus {
  const { judgement } = status;
  const verdict = withoutCalm(judgement.verdict);
  if (verdict === judgement.verdict) return status;
  return { ...status, judgement: { ...judgement, verdict, stale: true } };
}

/** The same where there is no room to keep it. */
export function withoutRoom(overview: Overview): Overview {
  return {
    ...overview,
    isStoreFull: true,
    statuses: overview.statuses.map(unsure),
    elsewhere: overview.elsewhere.map((one) => ({ ...one, verdict: withoutCalm(one.verdict) })),
  };
}

function withoutCalm(verdict: Verdict): Verdict {
  return verdict === 'protected' || verdict === 'exempt' ? 'unknown' : verdict;
}

/*
 * Nothing that was read before reassures where the store has no room, as what was read since may be lost,
 * nor where a press came after it, nor over a page that shows the setting and is not read, nor where it is
 * not known whose readings these are. What alarms goes on alarming.
 */

import type { SettingKey } from '../recipe/setting-key.ts';
import type { Overview } from './overview.ts';
import type { SettingStatus } from './status.ts';
import type { Verdict } from './verdict.ts';

export function unsure(status: SettingStatus): SettingStatus {
  const { judgement } = status;
  const verdict = withoutCalm(judgement.verdict);
  if (verdict === judgement.verdict) return status;
  return { ...status, judgement: { ...judgement, verdict, stale: true } };
}

/** The same where we may not enter the service's pages. */
export function withoutAccess(status: SettingStatus): SettingStatus {
  return { ...unsure(status), lacksAccess: true };
}

/** The same where the page of a setting is open before the person and nobody reads it. */
export function withUnread(overview: Overview, keys: readonly SettingKey[]): Overview {
  if (keys.length === 0) return overview;
  return {
    ...overview,
    statuses: overview.statuses.map((status) =>
      keys.includes(status.key) ? unsure(status) : status,
    ),
  };
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

import type { SettingStatus } from './status.ts';
import { type Verdict, verdicts } from './verdict.ts';

export interface Tally {
  readonly verdict: Verdict;
  readonly count: number;
}

/** How many settings have each verdict, most alarming first. Each is counted once; no count is nought. */
export function tallyOf(statuses: readonly SettingStatus[]): Tally[] {
  return verdicts
    .map((verdict) => ({
      verdict,
      count: statuses.filter(({ judgement }) => judgement.verdict === verdict).length,
    }))
    .filter(({ count }) => count > 0);
}

import { bySeverity } from '../../core/verdict/severity.ts';
import type { SettingStatus } from '../../core/verdict/status.ts';

/** The order in which people see settings: the gravest first. */
export function ranked(statuses: readonly SettingStatus[]): SettingStatus[] {
  return statuses.toSorted((a, b) => bySeverity(severity(a), severity(b)));
}

function severity({ judgement: { verdict }, purpose, finding }: SettingStatus) {
  return { verdict, purpose, hasFlippedBack: finding?.flipBack !== undefined };
}

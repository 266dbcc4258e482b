import { type Purpose, purposes } from '../recipe/purpose.ts';
import { type Verdict, verdicts } from './verdict.ts';

export interface Severity {
  readonly verdict: Verdict;
  readonly purpose: Purpose;
  readonly hasFlippedBack?: boolean;
}

/**
 * What has flipped back first, then the more alarming verdict, then the graver purpose. What is equal
 * keeps the catalogue's order.
 */
export function bySeverity(a: Severity, b: Severity): number {
  return (
    Number(b.hasFlippedBack ?? false) - Number(a.hasFlippedBack ?? false) ||
    verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) ||
    purposes.indexOf(a.purpose) - purposes.indexOf(b.purpose)
  );
}

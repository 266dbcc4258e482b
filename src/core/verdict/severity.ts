import { type Purpose, purposes } from '../recipe/purpose.ts';
import { type Verdict, verdicts } from './verdict.ts';

/** Nobody knows how these stand: which of them counts most is for the purpose to say. */
const inDoubt: readonly Verdict[] = ['presumed-sharing', 'unknown'];

export interface Severity {
  readonly verdict: Verdict;
  readonly purpose: Purpose;
  readonly hasFlippedBack?: boolean;
}

/**
 * What has flipped back first, then the more alarming verdict, then the graver purpose. A setting that
 * could not be read does not sink below a guess about a lesser purpose: both are in doubt. What is equal
 * keeps the catalogue's order.
 */
export function bySeverity(a: Severity, b: Severity): number {
  return (
    Number(b.hasFlippedBack ?? false) - Number(a.hasFlippedBack ?? false) ||
    alarm(a.verdict) - alarm(b.verdict) ||
    purposes.indexOf(a.purpose) - purposes.indexOf(b.purpose) ||
    verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict)
  );
}

function alarm(verdict: Verdict): number {
  return verdicts.indexOf(inDoubt.includes(verdict) ? 'presumed-sharing' : verdict);
}

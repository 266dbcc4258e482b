import { type Purpose, purposes } from './purpose.ts';
import { type Verdict, verdicts } from './verdict.ts';

export interface Grave {
  readonly verdict: Verdict;
  readonly purpose: Purpose;
}

/** The more alarming verdict first, then the graver purpose. What is equal keeps the catalogue's order. */
export function byGravity(a: Grave, b: Grave): number {
  return (
    verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) ||
    purposes.indexOf(a.purpose) - purposes.indexOf(b.purpose)
  );
}

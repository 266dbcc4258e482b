import type { Finding } from '../reading/finding.ts';

/** What our errand switched off and was verified, and is there still, in the same account as far as we saw. */
export function mayBeUndone(finding: Finding | null): boolean {
  const { cause, verifiedAt, signedOutSince } = finding?.held ?? {};
  return cause === 'errand' && verifiedAt !== undefined && !signedOutSince;
}

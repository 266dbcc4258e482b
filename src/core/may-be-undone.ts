import type { Finding } from './finding.ts';

/** What our errand switched off and was verified, and is there still. */
export function mayBeUndone(finding: Finding | null): boolean {
  return finding?.held?.cause === 'errand' && finding.held.verifiedAt !== undefined;
}

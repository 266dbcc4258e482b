import type { Errand, OutcomeCode } from '../errand/errand.schema.ts';
import type { Finding } from '../reading/finding.ts';
import { positionOf } from '../reading/reading.ts';

const goodEnds: readonly OutcomeCode[] = ['done', 'already-there'];

/** Ends that say that nobody knows how the control stands. */
const endsUnread: readonly OutcomeCode[] = [
  'unverified',
  'could-not-read',
  'tab-closed',
  'restarted',
  'no-access',
];

/** What came of an errand is not told any more where what was loaded and read since says otherwise. */
export function isOutdated({ outcome, endedAt, target }: Errand, finding: Finding | null): boolean {
  if (!outcome) return false;
  const position = finding ? positionOf(finding.reading) : undefined;
  if (goodEnds.includes(outcome.code)) return position !== target;

  const isSince = finding?.fresh && finding.readAt > (endedAt ?? 0);
  if (!isSince || position === undefined) return false;
  return position === target || endsUnread.includes(outcome.code);
}

import type { Errand } from '../errand/errand.schema.ts';
import type { Finding } from './finding.ts';
import type { Cause } from './observation.ts';
import { positionOf, type Reading } from './reading.ts';

/**
 * Who put a control where it stands now. An errand that pressed it and was not verified may still have
 * been the one: the first reading that shows its target after it is not held against the service.
 */
export function causeOf(
  reading: Reading,
  touched: boolean,
  errand: Errand | null,
  previous: Finding | null,
): Cause {
  const hasPressed = errand?.pressedIn !== undefined && positionOf(reading) === errand.target;
  const isFirstSince = (previous?.readAt ?? 0) <= (errand?.endedAt ?? Number.POSITIVE_INFINITY);
  if (hasPressed && isFirstSince) return 'errand';
  return touched ? 'person' : 'unknown';
}

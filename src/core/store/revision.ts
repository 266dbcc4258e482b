/**
 * Raised by whatever changes what is kept, in the same write: what was made from the store tells by it
 * whether the store is still as it was.
 */
export const REVISION = { area: 'local', key: 'revision' } as const;

/** @param stored what the area holds under at least this key */
export function revisionIn(stored: Readonly<Record<string, unknown>>): number {
  const found = stored[REVISION.key];
  return Number.isSafeInteger(found) ? (found as number) : 0;
}

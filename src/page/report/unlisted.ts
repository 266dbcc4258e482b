import type { KnownControl } from '../../core/messages/orders.ts';
import { isUnlistedId, MAX_UNLISTED_PER_PAGE } from '../../core/reading/unlisted-id.ts';
import { hooksOf, isOneOf } from '../find/identity.ts';
import { readControl } from '../find/read-control.ts';
import type { PageSnapshot } from '../find/snapshot.ts';

/** The ids of switches that are on and that no recipe names. Nothing else of them is looked at. */
export function findUnlisted(
  { switches }: PageSnapshot,
  known: readonly KnownControl[],
  leftOver: WeakSet<Element>,
): string[] {
  const ids = switches
    .filter((one) => !leftOver.has(one) && !isOneOf(known, one))
    .filter((one) => readControl(one, 'known-id', undefined).state === 'on')
    .flatMap((one) => hooksOf(one).find(isUnlistedId) ?? []);
  return [...new Set(ids)].toSorted().slice(0, MAX_UNLISTED_PER_PAGE);
}

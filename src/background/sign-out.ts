import type { AccountScope } from '../core/account/scope.ts';
import { isBefore, notedByUs } from '../core/reading/provenance.ts';
import { isSignedOut, type Reading } from '../core/reading/reading.ts';
import type { Service } from '../core/recipe/recipe.ts';
import { findingOf } from '../core/store/items.ts';
import type { Ports } from './ports.ts';
import type { Readings } from './readings.ts';
import type { Show } from './show.ts';
import type { Statuses } from './statuses.ts';
import type { Store } from './store.ts';

const signedOut: Reading = { state: 'unknown', reason: 'signed-out' };

export type SignOut = ReturnType<typeof createSignOut>;

interface Needs extends Pick<Ports, 'clock'> {
  readonly store: Store;
  readonly statuses: Statuses;
  readonly readings: Readings;
  readonly show: Show;
}

export function createSignOut({ store, statuses, readings, show, clock }: Needs) {
  return { note };

  /**
   * A sign-out of a service was seen, in whatever tab: no verdict on that account stands as if it were the next one's.
   *
   * @param seenAt in milliseconds since the epoch: what was read since is of somebody who has signed in
   */
  async function note(
    service: Service,
    scope: AccountScope,
    seenAt: number = clock.now(),
  ): Promise<void> {
    const its = statuses.entries.filter((entry) => entry.service === service);
    const stored = await store.snapshot(its.map(({ key }) => findingOf(key, scope)));
    const standing = its.filter(({ key }) => {
      const finding = stored.of(findingOf(key, scope));
      if (finding === null || isSignedOut(finding.reading)) return false;
      return !isBefore(seenAt, finding.readAt, clock.now());
    });
    for (const { key } of standing) {
      await readings.keep(key, scope, { reading: signedOut, ...notedByUs });
    }
    if (standing.length > 0) show.soon();
  }
}

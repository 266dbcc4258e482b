import { NOT_READ_IN_TIME } from '../core/errand/errand.ts';
import { notedByUs } from '../core/reading/provenance.ts';
import { unfinished } from '../core/store/items.ts';
import type { Readings } from './readings.ts';
import type { Statuses } from './statuses.ts';
import type { Store } from './store.ts';

interface Needs {
  readonly store: Store;
  readonly statuses: Statuses;
  readonly readings: Readings;
}

/** Errands that were under way when a version was updated that kept them where an update did not leave them. */
export function createEarlierErrands({ store, statuses, readings }: Needs) {
  return { end };

  async function end(): Promise<void> {
    for (const { key, scope, kind } of await store.read(unfinished)) {
      // It may have been switched back on: that it was read as off before says nothing any more.
      const mayHaveUndone = kind === 'undo' && statuses.isListed(key);
      if (mayHaveUndone) {
        await readings.keep(key, scope, { reading: NOT_READ_IN_TIME, ...notedByUs });
      }
    }
    await store.forget(unfinished);
  }
}

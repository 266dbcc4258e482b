import type { Batches } from './batches.ts';
import { setDaily } from './daily.ts';
import type { Ports } from './ports.ts';
import type { Show } from './show.ts';
import type { Store } from './store.ts';
import type { Work } from './work.ts';

export type Deletion = ReturnType<typeof createDeletion>;

interface Needs extends Pick<Ports, 'alarms' | 'permissions'> {
  readonly store: Store;
  readonly batches: Batches;
  readonly show: Show;
  readonly work: Work;
}

export function createDeletion({ store, batches, show, work, alarms, permissions }: Needs) {
  return { deleteAll };

  /** What is left is what a fresh installation has. */
  function deleteAll(): Promise<void> {
    return work.alone(async () => {
      // It closes its own tab. A store that is full or broken must not stand in the way of emptying it.
      await batches.tell({ type: 'cancelled' }).catch(() => {});
      await store.forgetEverything();
      await alarms.clearAlarms();
      await setDaily({ alarms });
      await permissions.giveBackPermissions();
      // Badge, banner and overview follow what is stored: nothing.
      await show.refresh();
      await show.tellBanners();
    });
  }
}

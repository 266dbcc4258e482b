import type { StoredItem } from '../core/store/item.ts';
import type { Ports } from './ports.ts';
import type { Store } from './store.ts';

export type Silence = ReturnType<typeof createSilence>;

interface Needs extends Pick<Ports, 'alarms'> {
  readonly store: Store;
}

export function createSilence({ store, alarms }: Needs) {
  return silence;

  /**
   * Clears the alarm of what has ended. While the store is held, for the alarm of what begins next bears
   * the same name.
   */
  async function silence<T extends { readonly step: string }>(
    alarm: string,
    item: StoredItem<T | null>,
  ): Promise<void> {
    await store.update(item, async (found) => {
      if (found === null || found.step === 'ended') await alarms.clearAlarm(alarm);
      return found;
    });
  }
}

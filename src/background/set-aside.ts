import { setAside } from '../core/store/items.ts';
import { isOfSetAside, isOldCopySetAside } from '../core/store/set-aside.ts';
import type { Ports } from './ports.ts';
import type { Store } from './store.ts';

interface Needs extends Pick<Ports, 'clock'> {
  readonly store: Store;
}

export type SetAside = ReturnType<typeof createSetAside>;

/** What could not be read, and was put aside. */
export function createSetAside({ store, clock }: Needs) {
  return { saw, copies, removeOld, removeAll };

  /** The person has seen that there is such a thing. */
  async function saw(): Promise<void> {
    await store.update(setAside, () => []);
  }

  /** What was put aside, by the key under which it stands. */
  async function copies(): Promise<Record<string, unknown>> {
    const list = await store.read(setAside);
    return store.raw((key) => key !== setAside.key && isOfSetAside(key, list));
  }

  async function removeOld(): Promise<void> {
    const now = clock.now();
    await store.change(({ removeWhere }) => removeWhere((key) => isOldCopySetAside(key, now)));
  }

  /** Also what stands in its own place, as there was no room for it elsewhere. */
  async function removeAll(): Promise<void> {
    await store.change(async ({ read, removeWhere }) => {
      const list = await read(setAside);
      await removeWhere((key) => isOfSetAside(key, list));
    });
  }
}

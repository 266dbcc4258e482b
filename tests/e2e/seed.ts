/*
 * The one place from which tests write into the extension's own storage: under the store's own lock, so
 * that what the background writes at the same time is neither lost nor written over.
 */
import type { TestBrowser } from './browsers/index.ts';
import type { Lab } from './lab.ts';

type Area = 'local' | 'session';
type Values = Readonly<Record<string, unknown>>;
type Store = { readonly browser: Pick<TestBrowser, 'inExtension'> };

/** Puts values into storage, each in its envelope, and has the extension look at them anew. */
export async function seed(lab: Lab, values: Values, version = 1): Promise<void> {
  const sealed = Object.entries(values).map(([key, value]) => [key, { version, value }]);
  await seedRaw(lab, Object.fromEntries(sealed));
  await lab.send('overview.get', {});
}

/** A finding as the settings page's script would have brought it, by the setting's id. */
export function found(id: string, reading: object): Record<string, unknown> {
  return { [`finding/linkedin/${id}`]: { reading, readAt: Date.now(), fresh: true } };
}

/** Puts values there as they are. Nobody is told, as when somebody edits the store by hand. */
export function seedRaw({ browser }: Store, values: Values, area: Area = 'local'): Promise<void> {
  return browser.inExtension(
    (api, all, where) =>
      navigator.locks.request('store', async () => {
        const { revision = 0 } = await api.storage.local.get('revision');
        await api.storage[where].set(where === 'local' ? { ...all, revision: revision + 1 } : all);
      }),
    values,
    area,
  );
}

/** Takes values away, or all of them. Nobody is told. */
export function unseed({ browser }: Store, keys: readonly string[] | 'all', area: Area = 'local') {
  return browser.inExtension(
    (api, gone, where) =>
      navigator.locks.request('store', () =>
        gone === 'all'
          ? api.storage[where].clear()
          : api.storage[where].remove([...gone, 'overview']),
      ),
    keys,
    area,
  );
}

/** Changes some of what an item holds, and leaves the rest as the background last wrote it. */
export function reseed({ browser }: Store, key: string, changes: Values): Promise<void> {
  return browser.inExtension(
    (api, item, changed) =>
      navigator.locks.request('store', async () => {
        const { [item]: kept } = await api.storage.local.get(item);
        const value = { ...kept.value, ...changed };
        const { revision = 0 } = await api.storage.local.get('revision');
        await api.storage.local.set({ [item]: { ...kept, value }, revision: revision + 1 });
      }),
    key,
    changes,
  );
}

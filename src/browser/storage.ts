import { type Basis, basisOf } from '../core/overview.ts';
import { parseStored, type StoredItem, type StoreProblem, seal, setAside } from '../core/stored.ts';
import { browser } from './api.ts';
import { exclusively } from './exclusively.ts';
import { rawOf } from './raw-store.ts';

const LOCK = 'store';

/** What an item holds. What cannot be read is set aside under its own key and reported. */
export function read<T>(item: StoredItem<T>): Promise<T> {
  return exclusively(LOCK, () => readOrSetAside(item));
}

/** One change at a time, also between contexts: no write is lost to another. */
export function update<T>(item: StoredItem<T>, change: (value: T) => T | Promise<T>): Promise<T> {
  return exclusively(LOCK, async () => {
    const before = await readOrSetAside(item);
    const value = await change(before);
    // What has not changed is not written: it may have been deleted meanwhile.
    if (value !== before) await write(item, value);
    return value;
  });
}

/** What several items held at one moment. */
export interface Snapshot {
  readonly of: <T>(item: StoredItem<T>) => T;
  /** The raw values, to be compared later. */
  readonly basis: readonly Basis[];
}

/** Reads many items in one go; each alone would be asked for by itself. */
export function snapshot(items: readonly StoredItem<unknown>[]): Promise<Snapshot> {
  return exclusively(LOCK, async () => {
    const raw = await rawOf(items);
    const broken = items.filter((item) => !parseStored(item, raw(item)).ok);
    for (const item of broken) await readOrSetAside(item);
    // What was set aside has left its place, and is reported in another one.
    const now = broken.length > 0 ? await rawOf(items) : raw;
    return {
      of: (item) => parseStored(item, now(item)).value,
      basis: items.map((item) => basisOf(item.area, item.key, now(item))),
    };
  });
}

/** Takes away whatever is kept under keys that the test names. */
export function removeWhere(isGone: (key: string) => boolean): Promise<void> {
  return exclusively(LOCK, async () => {
    const keys = Object.keys(await browser.storage.local.get(null));
    await browser.storage.local.remove(keys.filter(isGone));
  });
}

async function readOrSetAside<T>(item: StoredItem<T>): Promise<T> {
  const found = await raw(item);
  const parsed = parseStored(item, found);
  if (!parsed.ok) await keepAside(item, found, parsed.problem);
  return parsed.value;
}

async function keepAside<T>(item: StoredItem<T>, found: unknown, problem: StoreProblem) {
  const at = Date.now();
  const keptAs = `set-aside/${item.key}/${at}`;
  await browser.storage.local.set({ [keptAs]: found });

  // Told before it is taken away: nobody may find it gone and think that nothing was ever there.
  const list = item.key === setAside.key ? [] : await readOrSetAside(setAside);
  await write(setAside, [...list, { key: item.key, keptAs, problem, at }]);
  if (item.key !== setAside.key) await browser.storage[item.area].remove(item.key);
}

async function raw(item: Pick<StoredItem<unknown>, 'area' | 'key'>): Promise<unknown> {
  return (await browser.storage[item.area].get(item.key))[item.key];
}

async function write<T>(item: StoredItem<T>, value: T): Promise<void> {
  await browser.storage[item.area].set({ [item.key]: seal(item, value) });
}

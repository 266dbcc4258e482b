import {
  type Area,
  NotStored,
  type Parsed,
  parseStored,
  type StoredItem,
  type StoreProblem,
  seal,
} from '../core/store/item.ts';
import { setAside } from '../core/store/items.ts';
import { REVISION, revisionIn } from '../core/store/revision.ts';
import { asideKey, withSetAside } from '../core/store/set-aside.ts';
import type { Day } from '../core/time/day.ts';
import { type KeptOverview, OVERVIEW, type Overview, opened } from '../core/verdict/overview.ts';
import type { Ports } from './ports.ts';

const LOCK = 'store';
const REMOVE_TIMES = 5;

/** Several items that are changed as one. */
export interface Draft {
  readonly read: <T>(item: StoredItem<T>) => Promise<T>;
  /** Written at the end, with all else that is put. What is still as it was read is not written. */
  readonly put: <T>(item: StoredItem<T>, value: T) => void;
  /** Takes away at once whatever is kept under keys that the test names. */
  readonly removeWhere: (isGone: (key: string) => boolean) => Promise<void>;
}

/** What several items held at one moment. */
export interface Snapshot {
  readonly of: <T>(item: StoredItem<T>) => T;
  /** Of the store at that moment. */
  readonly revision: number;
  /** All that something was kept under for good, as far as it was read. */
  readonly keys: readonly string[];
}

/** All that the extension keeps in the browser. */
export interface Store {
  /** What an item holds. What cannot be read is set aside under its own key and reported. */
  read<T>(item: StoredItem<T>): Promise<T>;
  /**
   * One change at a time, also between contexts: no write is lost to another. What is put in an area is
   * written in one go, so that wherever it is cut off, all of it is there or none.
   *
   * @throws NotStored where there is no room for it
   */
  change<R>(work: (draft: Draft) => R | Promise<R>): Promise<R>;
  /** @throws NotStored where there is no room for it */
  update<T>(item: StoredItem<T>, next: (value: T) => T | Promise<T>): Promise<T>;
  /** Takes away what an item holds, but not what nobody could read yet. */
  forget(item: StoredItem<unknown>): Promise<void>;
  /**
   * Reads many items in one go; each alone would be asked for by itself. It does not wait for changes
   * under way: a view that needs it is not kept waiting by pages that say much.
   */
  snapshot(items: readonly StoredItem<unknown>[]): Promise<Snapshot>;
  /** The same over all that is kept for good, for whoever must read some of it to know what else to read. */
  snapshotOfAll(wanted: (of: Snapshot['of']) => readonly StoredItem<unknown>[]): Promise<Snapshot>;
  /** What is kept for good under keys that the test names, as it stands there. */
  raw(isMeant: (key: string) => boolean): Promise<Record<string, unknown>>;
  /**
   * Keeps an overview of the store beside it. Where there is no room, the one from before goes.
   *
   * @returns whether it is kept
   */
  keepOverview(overview: KeptOverview): Promise<boolean>;
  /** The overview that is kept, if it is of a day and of the store as it is. */
  keptOverview(day: Day): Promise<Overview | undefined>;
  /**
   * Empties every area, of what is declared and of anything else.
   *
   * @throws NotStored where something is left
   */
  forgetEverything(): Promise<void>;
}

interface Found<T> {
  readonly value: T;
  /** What cannot be read still stands there, as there was no room for it elsewhere. */
  readonly isLeft: boolean;
}

export function createStore({
  areas,
  locks,
  clock,
}: Pick<Ports, 'areas' | 'locks' | 'clock'>): Store {
  return {
    read,
    change,
    update,
    forget,
    snapshot,
    snapshotOfAll,
    raw,
    keepOverview,
    keptOverview,
    forgetEverything,
  };

  function read<T>(item: StoredItem<T>): Promise<T> {
    return locks.exclusively(LOCK, async () => (await look(item)).value);
  }

  function change<R>(work: (draft: Draft) => R | Promise<R>): Promise<R> {
    return locks.exclusively(LOCK, async () => {
      const before = new Map<string, Found<unknown>>();
      const sealed: Record<Area, Record<string, unknown>> = { local: {}, session: {} };
      const result = await work({
        read: async (item) => {
          const found = await look(item);
          before.set(item.key, found);
          return found.value;
        },
        put: (item, value) => {
          const found = before.get(item.key);
          // It may have been deleted meanwhile.
          if (found && found.value === value) return;
          if (found?.isLeft) throw new NotStored([item.key]);
          sealed[item.area][item.key] = seal(item, value);
        },
        removeWhere: async (isGone) => {
          const keys = Object.keys(await areas.local.get(null)).filter(isGone);
          if (keys.length > 0) await remove('local', keys);
        },
      });
      for (const area of ['local', 'session'] as const) {
        if (Object.keys(sealed[area]).length > 0) await write(area, sealed[area]);
      }
      return result;
    });
  }

  function update<T>(item: StoredItem<T>, next: (value: T) => T | Promise<T>): Promise<T> {
    return change(async ({ read, put }) => {
      const value = await next(await read(item));
      put(item, value);
      return value;
    });
  }

  function forget(item: StoredItem<unknown>): Promise<void> {
    return locks.exclusively(LOCK, async () => {
      const isThere = item.key in (await areas[item.area].get(item.key));
      if (isThere && !(await look(item)).isLeft) await remove(item.area, [item.key]);
    });
  }

  function snapshot(items: readonly StoredItem<unknown>[]): Promise<Snapshot> {
    return snapshotBy(
      () => rawOf(items),
      () => items,
    );
  }

  function snapshotOfAll(
    wanted: (of: Snapshot['of']) => readonly StoredItem<unknown>[],
  ): Promise<Snapshot> {
    return snapshotBy(async () => ({ local: await areas.local.get(null), session: {} }), wanted);
  }

  async function snapshotBy(
    take: () => Promise<Raw>,
    wanted: (of: Snapshot['of']) => readonly StoredItem<unknown>[],
  ): Promise<Snapshot> {
    let found = await take();
    let parsed = parsedOnce(found);
    const broken = wanted((item) => parsed(item).value).filter((item) => !parsed(item).ok);
    for (const item of broken) await read(item);
    if (broken.length > 0) {
      // What was set aside has left its place, and is reported in another one.
      found = await take();
      parsed = parsedOnce(found);
    }
    return {
      of: (item) => parsed(item).value,
      revision: revisionIn(found.local),
      keys: Object.keys(found.local),
    };
  }

  async function raw(isMeant: (key: string) => boolean): Promise<Record<string, unknown>> {
    const all = await areas.local.get(null);
    return Object.fromEntries(Object.entries(all).filter(([key]) => isMeant(key)));
  }

  async function keepOverview(overview: KeptOverview): Promise<boolean> {
    try {
      await areas.local.set({ [OVERVIEW.key]: overview });
      return true;
    } catch {
      // Nor is the one from before to take the room of what is read.
      await areas.local.remove(OVERVIEW.key).catch(() => {});
      return false;
    }
  }

  async function keptOverview(day: Day): Promise<Overview | undefined> {
    const found = await areas.local.get([OVERVIEW.key, REVISION.key]);
    return opened(found[OVERVIEW.key], { day, revision: revisionIn(found) });
  }

  function forgetEverything(): Promise<void> {
    return locks.exclusively(LOCK, async () => {
      // What is under way first: cut off in between, nothing goes on and adds to what is left.
      await remove('session', null);
      await remove('local', null);
    });
  }

  async function look<T>(item: StoredItem<T>): Promise<Found<T>> {
    const raw = (await areas[item.area].get(item.key))[item.key];
    const { value, ...parsed } = parseStored(item, raw);
    return { value, isLeft: !parsed.ok && !(await moveAside(item, raw, parsed.problem)) };
  }

  /** @returns whether it has left its place: only if it is kept elsewhere, and reported */
  async function moveAside(
    { area, key }: StoredItem<unknown>,
    raw: unknown,
    problem: StoreProblem,
  ): Promise<boolean> {
    const isTheList = key === setAside.key;
    const { value: list, isLeft: isUnreadable } = isTheList
      ? { value: [], isLeft: false }
      : await look(setAside);
    if (isUnreadable) return false;

    const at = clock.now();
    const report = (keptAs: string) => {
      const reported = withSetAside(list, { key, keptAs, problem, at });
      return reported === list ? {} : { [setAside.key]: seal(setAside, reported) };
    };
    const copy = asideKey(key, at);
    try {
      // In one go: nobody may find it gone and think that nothing was ever there.
      await write('local', { [copy]: raw, ...report(copy) });
    } catch (error) {
      if (!(error instanceof NotStored)) throw error;
      if (!isTheList) await write('local', report(key)).catch(() => {});
      return false;
    }
    if (isTheList) return true;
    return remove(area, [key]).then(
      () => true,
      () => false,
    );
  }

  /**
   * Takes away what stands under the keys; `null` stands for all of them. Firefox says that it has, and
   * then does not, where its store is full: so it is looked whether they are gone.
   *
   * @throws NotStored where they are not
   */
  async function remove(area: Area, keys: string[] | null): Promise<void> {
    const all = areas[area];
    for (let time = 0; time < REMOVE_TIMES; time++) {
      // An overview of what is gone goes along: nothing is written that would raise the revision.
      await (keys ? all.remove([...keys, OVERVIEW.key]) : all.clear());
      if (Object.keys(await all.get(keys)).length === 0) return;
    }
    throw new NotStored(keys ?? ['all']);
  }

  /** @throws NotStored, whatever the reason: browsers tell in their own words that a store is full */
  async function write(area: Area, values: Readonly<Record<string, unknown>>): Promise<void> {
    const raised = area === REVISION.area ? await raisedRevision() : {};
    const all = { ...values, ...raised };
    try {
      await areas[area].set(all);
    } catch {
      try {
        // The overview is the one thing that can be made anew: it is the room that is left for the rest.
        await areas[OVERVIEW.area].remove(OVERVIEW.key);
        await areas[area].set(all);
      } catch (error) {
        throw new NotStored(Object.keys(values), error);
      }
    }
  }

  async function raisedRevision(): Promise<Record<string, number>> {
    return { [REVISION.key]: revisionIn(await areas.local.get(REVISION.key)) + 1 };
  }

  /** Reads many places in one go. */
  async function rawOf(items: readonly StoredItem<unknown>[]): Promise<Raw> {
    const keysIn = (area: Area) => items.filter((one) => one.area === area).map(({ key }) => key);
    return {
      local: await areas.local.get([REVISION.key, ...keysIn('local')]),
      session: await areas.session.get(keysIn('session')),
    };
  }
}

/** What the areas hold, or some of it. */
type Raw = Readonly<Record<Area, Readonly<Record<string, unknown>>>>;

function parsedOnce(raw: Raw) {
  const all = new Map<string, Parsed<unknown>>();
  return <T>(item: StoredItem<T>): Parsed<T> => {
    const place = `${item.area} ${item.key}`;
    const parsed =
      (all.get(place) as Parsed<T> | undefined) ?? parseStored(item, raw[item.area][item.key]);
    all.set(place, parsed);
    return parsed;
  };
}

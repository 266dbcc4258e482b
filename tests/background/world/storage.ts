import type { StorageArea } from '../../../src/background/ports.ts';
import type { Area } from '../../../src/core/store/item.ts';

export interface FakeStorage {
  readonly areas: Readonly<Record<Area, StorageArea>>;
  /** How often something was written or taken away. */
  readonly writes: () => number;
  /** From now on there is no room for anything that is kept for good, or there is again. */
  readonly fill: (isFull: boolean) => void;
  readonly held: (area: Area) => Readonly<Record<string, unknown>>;
}

/** @param wrote called after each write, with how many there have been */
export function createStorage(wrote: (count: number) => void): FakeStorage {
  let count = 0;
  let isFull = false;
  const maps: Record<Area, Map<string, string>> = { local: new Map(), session: new Map() };
  const areaOf = (held: Map<string, string>): StorageArea => {
    const write = async (act: () => void) => {
      act();
      count += 1;
      wrote(count);
    };
    return {
      async get(keys) {
        const wanted = keys === null ? [...held.keys()] : [keys].flat();
        // As JSON, so that nobody holds what another one changes.
        const found = wanted.flatMap((key) => {
          const text = held.get(key);
          return text === undefined ? [] : [[key, JSON.parse(text)] as const];
        });
        return Object.fromEntries(found);
      },
      set: async (values) => {
        if (isFull && held === maps.local) throw new Error('QuotaExceededError');
        await write(() => {
          for (const [key, value] of Object.entries(values)) held.set(key, JSON.stringify(value));
        });
      },
      remove: (keys) =>
        write(() => {
          for (const key of [keys].flat()) held.delete(key);
        }),
      clear: () => write(() => held.clear()),
    };
  };
  return {
    areas: { local: areaOf(maps.local), session: areaOf(maps.session) },
    writes: () => count,
    fill: (to) => {
      isFull = to;
    },
    held: (area) =>
      Object.fromEntries([...maps[area]].map(([key, text]) => [key, JSON.parse(text)])),
  };
}

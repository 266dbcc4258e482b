import type { AccountScope } from '../core/account/scope.ts';
import { hasArrived } from '../core/batch/progress.ts';
import type { Errand } from '../core/errand/errand.schema.ts';
import type { SettingKey } from '../core/recipe/setting-key.ts';
import { accounts, errandOf, round } from '../core/store/items.ts';
import { coalesced } from '../core/work/coalesced.ts';
import type { Statuses } from './statuses.ts';
import type { Snapshot, Store } from './store.ts';

export type UnderWay = ReturnType<typeof createUnderWay>;

interface Needs {
  readonly store: Store;
  readonly statuses: Statuses;
}

/** What is under way, by the tab in which it is. */
export function createUnderWay({ store, statuses }: Needs) {
  const errands = statuses.entries.map(({ key }) => errandOf(key));

  /**
   * What a message of a page is judged by, once for all that come meanwhile: by itself each would wait for
   * the store several times, and hold up everybody else.
   */
  const look = coalesced(async (): Promise<Snapshot> => {
    // An errand that is beginning holds the store until it is there to be found.
    await store.read(round);
    return store.snapshot([accounts, round, ...errands]);
  });

  return { scopeIn, errandIn, errandsIn, hasArrivedIn, isRoundIn };

  /** Whose what is read in a container is. */
  async function scopeIn(container: string): Promise<AccountScope> {
    return { profile: (await look()).of(accounts).profile, container };
  }

  /** The errand under way for a setting in a tab. */
  async function errandIn(tabId: number, key: SettingKey): Promise<Errand | undefined> {
    return (await errandsIn(tabId)).find((errand) => errand.key === key);
  }

  /** The errands under way in a tab. */
  async function errandsIn(tabId: number): Promise<Errand[]> {
    const stored = await look();
    return errands
      .map((item) => stored.of(item))
      .filter((errand) => errand !== null)
      .filter(({ step, tabId: its }) => step !== 'ended' && its === tabId);
  }

  /** Whether the page of a round's stop has come in a tab. */
  async function hasArrivedIn(tabId: number): Promise<boolean> {
    const under = (await look()).of(round);
    return under?.tabId === tabId && under.step !== 'ended' && hasArrived(under);
  }

  /** Whether a round is under way in a tab. */
  async function isRoundIn(tabId: number): Promise<boolean> {
    const under = (await look()).of(round);
    return !!under && under.step !== 'ended' && under.tabId === tabId;
  }
}

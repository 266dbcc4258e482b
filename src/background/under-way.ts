import type { AccountScope } from '../core/account/scope.ts';
import type { Batch } from '../core/batch/batch.schema.ts';
import { hasArrived } from '../core/batch/progress.ts';
import type { Errand } from '../core/errand/errand.schema.ts';
import type { SettingKey } from '../core/recipe/setting-key.ts';
import { accounts, batch, browserSession, errandOf } from '../core/store/items.ts';
import { coalesced } from '../core/work/coalesced.ts';
import type { Ports } from './ports.ts';
import type { Statuses } from './statuses.ts';
import type { Snapshot, Store } from './store.ts';

/** Held exclusively while an errand begins, from before its tab opens until it is stored. */
export const STARTING = 'starting';

export type UnderWay = ReturnType<typeof createUnderWay>;

interface Needs extends Pick<Ports, 'locks'> {
  readonly store: Store;
  readonly statuses: Statuses;
}

/** What is under way, by the tab in which it is. */
export function createUnderWay({ store, statuses, locks }: Needs) {
  const errands = statuses.entries.map(({ key }) => errandOf(key));

  /**
   * What a message of a page is judged by, once for all that come meanwhile: by itself each would wait for
   * the store several times, and hold up everybody else.
   */
  const look = coalesced(async (): Promise<Snapshot> => {
    // The page of an errand that is beginning may be here before it.
    await locks.together(STARTING, async () => {});
    return store.snapshot([browserSession, accounts, batch, ...errands]);
  });

  return { scopeIn, errandIn, errandsIn, keysIn, hasArrivedIn, isBatchIn, all };

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
    const session = stored.of(browserSession);
    return notEnded(stored).filter(
      (errand) => errand.tabId === tabId && errand.session === session,
    );
  }

  /** The settings that something is under way for in a tab, or is to be next. */
  async function keysIn(tabId: number): Promise<SettingKey[]> {
    const ofErrands = (await errandsIn(tabId)).map(({ key }) => key);
    const batch = await batchIn(tabId);
    return [...ofErrands, ...(batch?.stops[batch.index]?.keys ?? [])];
  }

  /** Every errand that has not ended, also one of a session that is over. */
  async function all(): Promise<Errand[]> {
    return notEnded(await look());
  }

  function notEnded(stored: Snapshot): Errand[] {
    return errands
      .map((item) => stored.of(item))
      .filter((errand) => errand !== null)
      .filter(({ step }) => step !== 'ended');
  }

  /** Whether the page of a batch's stop has come in a tab. */
  async function hasArrivedIn(tabId: number): Promise<boolean> {
    const under = await batchIn(tabId);
    return under !== undefined && hasArrived(under);
  }

  /** Whether a batch is under way in a tab. */
  async function isBatchIn(tabId: number): Promise<boolean> {
    return (await batchIn(tabId)) !== undefined;
  }

  async function batchIn(tabId: number): Promise<Batch | undefined> {
    const stored = await look();
    const under = stored.of(batch);
    const isHere = under?.session === stored.of(browserSession);
    return under && isHere && under.step !== 'ended' && under.tabId === tabId ? under : undefined;
  }
}

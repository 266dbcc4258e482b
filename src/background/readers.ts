import { isBefore } from '../core/reading/provenance.ts';
import { servicePageAt } from '../core/recipe/address.ts';
import type { SettingKey } from '../core/recipe/setting-key.ts';
import { accounts } from '../core/store/items.ts';
import type { Ports } from './ports.ts';
import type { Catalogue } from './statuses.ts';
import type { Store } from './store.ts';

/*
 * Declared scripts come only with a page's load. A page that was open before the extension, or that reached
 * a setting from another page of the service without a load, is given its reader here.
 */

export type Readers = ReturnType<typeof createReaders>;

interface Needs extends Pick<Ports, 'clock' | 'pages' | 'tabs'> {
  readonly catalogue: Catalogue;
  readonly store: Store;
}

export function createReaders({ catalogue, store, clock, pages, tabs }: Needs) {
  return { lookAfter, unreadIn };

  /** @returns whether the page in a tab is read now */
  async function lookAfter(tabId: number): Promise<boolean> {
    const isRead = await pages.hasReader(tabId);
    // A page that our scripts may not enter is asked again when it is looked at next.
    if (isRead === undefined) return false;
    return isRead || pages.placeReader(tabId);
  }

  /** Of which settings the page in a tab is shown and cannot be read. */
  async function unreadIn(tabId: number): Promise<readonly SettingKey[]> {
    const shown = await tabs.shownIn(tabId);
    const page = shown && servicePageAt(catalogue.services, shown.origin, shown.pathname);
    if (page?.kind !== 'setting' && page?.kind !== 'list') return [];
    const isRead = (await lookAfter(tabId)) && !(await isOfAnother(tabId));
    return isRead ? [] : page.entries.map(({ key }) => key);
  }

  /** Whether the page may show the account of whoever was chosen before: then its readings are dropped. */
  async function isOfAnother(tabId: number): Promise<boolean> {
    const { chosenAt } = (await store.snapshot([accounts])).of(accounts);
    if (chosenAt === undefined) return false;
    const loadedAt = await pages.loadedAt(tabId);
    return loadedAt === undefined || isBefore(loadedAt, chosenAt, clock.now());
  }
}

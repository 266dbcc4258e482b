import { servicePageAt } from '../core/recipe/address.ts';
import type { SettingKey } from '../core/recipe/setting-key.ts';
import type { Ports } from './ports.ts';
import type { Catalogue } from './statuses.ts';

/*
 * Declared scripts come only with a page's load. A page that was open before the extension, or that reached
 * a setting from another page of the service without a load, is given its reader here.
 */

export type Readers = ReturnType<typeof createReaders>;

interface Needs extends Pick<Ports, 'pages' | 'tabs'> {
  readonly catalogue: Catalogue;
}

export function createReaders({ catalogue, pages, tabs }: Needs) {
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
    return (await lookAfter(tabId)) ? [] : page.entries.map(({ key }) => key);
  }
}

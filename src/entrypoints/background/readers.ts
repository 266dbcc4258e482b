import { hasReader, placeReader } from '../../browser/page-scripts.ts';
import { shownIn } from '../../browser/tabs.ts';
import { services } from '../../catalogue/index.ts';
import { placeOf } from '../../core/recipe/address.ts';
import type { SettingKey } from '../../core/recipe/setting-key.ts';

/*
 * Declared scripts come only with a page's load. A page that was open before the extension, or that reached
 * a setting from another page of the service without a load, is given its reader here.
 */

/** @returns whether the page in a tab is read now */
export async function lookAfter(tabId: number): Promise<boolean> {
  const isRead = await hasReader(tabId);
  // A page that our scripts may not enter is asked again when it is looked at next.
  if (isRead === undefined) return false;
  return isRead || placeReader(tabId);
}

/** Of which settings the page in a tab is shown and cannot be read. */
export async function unreadIn(tabId: number): Promise<readonly SettingKey[]> {
  const shown = await shownIn(tabId);
  const place = shown && placeOf(services, shown.origin, shown.pathname);
  if (place?.kind !== 'setting' && place?.kind !== 'list') return [];
  return (await lookAfter(tabId)) ? [] : place.entries.map(({ key }) => key);
}

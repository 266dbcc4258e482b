import { containerOf } from '../core/account/container.ts';
import { browser } from './api.ts';

export interface ActiveTab {
  readonly id: number | undefined;
  readonly isPrivate: boolean;
  readonly container: string;
  /** It is at an address that we may see: a page of a service. */
  readonly isSeen: boolean;
}

/** Has the tab that the person looks at load its page anew. */
export async function reloadActiveTab(): Promise<void> {
  await browser.tabs.reload();
}

/** The tab that the person looks at. */
export async function activeTab(): Promise<ActiveTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return (
    tab && {
      id: tab.id,
      isPrivate: tab.incognito,
      container: containerOf(tab.cookieStoreId),
      isSeen: tab.url?.startsWith('https:') ?? false,
    }
  );
}

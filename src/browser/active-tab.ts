import { containerOf } from '../core/container.ts';
import { browser } from './api.ts';

export interface ActiveTab {
  readonly isPrivate: boolean;
  readonly container: string;
  /** It is at an address that we may see: a page of a service. */
  readonly isSeen: boolean;
}

/** The tab that the person looks at. */
export async function activeTab(): Promise<ActiveTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return (
    tab && {
      isPrivate: tab.incognito,
      container: containerOf(tab.cookieStoreId),
      isSeen: tab.url?.startsWith('https:') ?? false,
    }
  );
}

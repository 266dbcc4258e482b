import { browser } from './api.ts';

/** Closes the tab in which the calling page of ours stands. */
export async function closeOwnTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

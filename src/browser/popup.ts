import { browser } from './api.ts';

const POPUP = 'src/entrypoints/popup/index.html';

/** Shows in a tab what the popup shows: a background may not open the popup itself in every browser. */
export async function openPopupInTab(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(POPUP) });
}

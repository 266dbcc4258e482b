import { NO_CONTAINER } from '../core/account/container.ts';
import { browser } from './api.ts';
import { openNewTab } from './tabs.ts';

const POPUP = 'src/entrypoints/popup/index.html';

/** Shows in a tab what the popup shows: a background may not open the popup itself in every browser. */
export async function openPopupInTab(): Promise<void> {
  await openNewTab({ url: browser.runtime.getURL(POPUP) }, NO_CONTAINER);
}

import { browser } from './api.ts';

const DASHBOARD = 'src/entrypoints/dashboard/index.html';

/** Opens the full-page view in a new tab. @param fragment what it is to show at once */
export async function openDashboard(fragment?: string): Promise<void> {
  const address = browser.runtime.getURL(DASHBOARD);
  await browser.tabs.create({ url: fragment === undefined ? address : `${address}#${fragment}` });
}

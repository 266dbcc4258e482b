import { browser } from './api.ts';

/**
 * Calls back when the process of a tab's page dies, or the browser puts the page aside. No browser tells
 * of either, but a line to the page is cut then, as it is when the page is left.
 */
export function onPageDeath(tabId: number, died: () => void): void {
  const port = browser.tabs.connect(tabId, { frameId: 0 });
  port.onDisconnect.addListener(() => {
    void isWithoutPage(tabId).then((isSo) => isSo && died());
  });
}

async function isWithoutPage(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    ({ status }) => status === 'unloaded',
    () => false,
  );
}

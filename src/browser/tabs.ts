import { browser } from './api.ts';

/** Opens an address in a tab that is already at one of the paths, or in a new one. Returns its id. */
export async function openTab(address: string, patterns: readonly string[]): Promise<number> {
  const tabs = await browser.tabs.query({ url: [...patterns] });
  const open = tabs.find(({ incognito }) => !incognito);
  if (open?.id === undefined) return idOf(await browser.tabs.create({ url: address }));

  await browser.tabs.update(open.id, { url: address });
  await focusTab(open.id);
  return open.id;
}

export interface OpenTab {
  readonly id: number;
  readonly address: URL;
}

/** The tab that the person looked at last among those at one of the addresses. None of a private window. */
export async function latestTabAt(patterns: readonly string[]): Promise<OpenTab | undefined> {
  const tabs = (await browser.tabs.query({ url: [...patterns] })).filter((tab) => !tab.incognito);
  const [latest] = tabs.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  if (latest?.id === undefined || latest.url === undefined) return undefined;
  return { id: latest.id, address: new URL(latest.url) };
}

export async function focusTab(tabId: number): Promise<void> {
  const { windowId } = await browser.tabs.update(tabId, { active: true });
  // Firefox for Android has no windows.
  if (windowId !== undefined) await browser.windows?.update(windowId, { focused: true });
}

export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}

export async function sendTabTo(tabId: number, address: string): Promise<void> {
  await browser.tabs.update(tabId, { url: address });
}

/** Opens an empty tab behind the one that the person looks at. Returns its id. */
export async function openBlankTab(): Promise<number> {
  return idOf(await browser.tabs.create({ url: 'about:blank', active: false }));
}

/** A tab that is gone already is as good as closed. */
export async function closeTab(tabId: number): Promise<void> {
  await browser.tabs.remove(tabId).catch(() => {});
}

/** Whether a page stands in the tab that our scripts may enter: an error page of the browser is none. */
export async function isReachable(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, func: () => true });
    return true;
  } catch {
    return false;
  }
}

export interface TabEvents {
  /** The tab finished loading at an address that we may see. */
  loaded(tabId: number, address: URL): void;
  closed(tabId: number): void;
}

export function onTabs({ loaded, closed }: TabEvents): void {
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    // A new tab is complete at `about:blank` first.
    if (change.status === 'complete' && tab.url?.startsWith('https:')) {
      loaded(tabId, new URL(tab.url));
    }
  });
  browser.tabs.onRemoved.addListener((tabId) => closed(tabId));
}

function idOf(tab: { id?: number | undefined }): number {
  if (tab.id === undefined) throw new Error('The browser opened a tab without an id');
  return tab.id;
}

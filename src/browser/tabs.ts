import type { Tabs } from 'webextension-polyfill';
import { containerOf, NO_CONTAINER } from '../core/account/container.ts';
import { NoTab } from '../core/errand/no-tab.ts';
import { browser } from './api.ts';

/**
 * Opens an address in a tab that is already at one of the paths, or in a new one. Returns its id.
 * Never in a private window, also when that is where the person is.
 *
 * @throws NoTab
 */
export async function openTab(
  address: string,
  patterns: readonly string[],
  container: string,
): Promise<number> {
  const [open] = await tabsAt(patterns, container);
  // It may have been closed since, or the browser will not have it changed now.
  if (open?.id === undefined || !(await sendTabTo(open.id, address)))
    return openNewTab({ url: address }, container);

  await focusTab(open.id);
  return open.id;
}

export interface OpenTab {
  readonly id: number;
  readonly address: URL;
}

/** The tabs in which a page at one of the addresses stands, in no private window. */
export async function openTabsAt(patterns: readonly string[]): Promise<LoadedTab[]> {
  const tabs = await browser.tabs.query({ url: [...patterns] });
  return tabs.flatMap(({ id, url, incognito, discarded, cookieStoreId }) => {
    if (id === undefined || url === undefined || incognito || discarded) return [];
    return [{ id, address: new URL(url), container: containerOf(cookieStoreId) }];
  });
}

/** The tab that the person looked at last among those at one of the addresses. */
export async function latestTabAt(
  patterns: readonly string[],
  container: string,
): Promise<OpenTab | undefined> {
  const tabs = await tabsAt(patterns, container);
  const [latest] = tabs.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  if (latest?.id === undefined || latest.url === undefined) return undefined;
  return { id: latest.id, address: new URL(latest.url) };
}

/** What a tab shows, where we may see it and it is in no private window. */
export async function shownIn(tabId: number): Promise<URL | undefined> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return !tab || tab.incognito || !tab.url?.startsWith('https:') ? undefined : new URL(tab.url);
}

/** @throws NoTab */
export async function focusTab(tabId: number): Promise<void> {
  try {
    const { windowId } = await browser.tabs.update(tabId, { active: true });
    // Firefox for Android has no windows.
    if (windowId !== undefined) await browser.windows?.update(windowId, { focused: true });
  } catch (error) {
    throw new NoTab(error);
  }
}

/** A tab that is gone tells so by having closed. */
export async function reloadTab(tabId: number, anew: boolean): Promise<void> {
  await browser.tabs.reload(tabId, { bypassCache: anew }).catch(() => {});
}

/** Answers false for a tab that is gone, or is being dragged. */
export async function sendTabTo(tabId: number, address: string): Promise<boolean> {
  return browser.tabs.update(tabId, { url: address }).then(
    () => true,
    () => false,
  );
}

/** Opens an empty tab behind the one that the person looks at. Returns its id. */
export function openBlankTab(container: string): Promise<number> {
  return openNewTab({ url: 'about:blank', active: false }, container);
}

export async function isOpen(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
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
    // One that is being left could not be entered either, and the next one will tell of itself.
    return isLoading(tabId);
  }
}

async function isLoading(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    ({ status }) => status === 'loading',
    () => false,
  );
}

export interface LoadedTab extends OpenTab {
  readonly container: string;
}

export interface TabEvents {
  /**
   * A tab came to an address that we may see, in a window that is not private: it has finished loading
   * there, was brought back, or moved there inside its page.
   */
  loaded(tab: LoadedTab): void;
  /** A tab finished loading where we may not look: another site, or a page of the browser's own. */
  unseen(tabId: number): void;
  closed(tabId: number): void;
  /** The browser put another tab in the place of one, under another id. */
  replaced(tabId: number, by: number): void;
}

type Updated = Parameters<typeof browser.tabs.onUpdated.addListener>[0];

export function onTabs({ loaded, unseen, closed, replaced }: TabEvents): void {
  const onUpdated: Updated = (tabId, change, tab) => {
    // Of a load, the address is told before the page is there.
    const hasCome = change.status === 'complete' || (change.url && tab.status === 'complete');
    if (!hasCome || tab.incognito) return;
    if (!tab.url?.startsWith('https:')) return unseen(tabId);
    const container = containerOf(tab.cookieStoreId);
    loaded({ id: tabId, address: new URL(tab.url), container });
  };
  // Each event wakes the background. No address is left out: a tab that leaves the service must be heard of.
  // Chromium refuses a filter.
  if ('getBrowserInfo' in browser.runtime)
    browser.tabs.onUpdated.addListener(onUpdated, { properties: ['status', 'url'] });
  else browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onRemoved.addListener((tabId) => closed(tabId));
  // Firefox for Android replaces none.
  browser.tabs.onReplaced?.addListener((by, tabId) => replaced(tabId, by));
}

type NewTab = { readonly url: string; readonly active?: boolean };

/** None of a private window. */
async function tabsAt(patterns: readonly string[], container: string): Promise<Tabs.Tab[]> {
  const tabs = await browser.tabs.query({ url: [...patterns] });
  return tabs.filter(
    ({ incognito, cookieStoreId }) => !incognito && containerOf(cookieStoreId) === container,
  );
}

/**
 * In the window that was used last and is not private, or in a new one where there is none.
 *
 * @throws NoTab
 */
export function openNewTab(tab: NewTab, container: string): Promise<number> {
  return create(tab, container).catch((error: unknown) => {
    throw new NoTab(error);
  });
}

async function create(tab: NewTab, container: string): Promise<number> {
  // A browser without containers refuses a property that it does not know.
  const where = container === NO_CONTAINER ? {} : { cookieStoreId: container };
  // Firefox for Android has no windows.
  if (!browser.windows) return idOf(await browser.tabs.create({ ...tab, ...where }));

  const windowId = await lastWindow();
  if (windowId !== undefined) {
    return idOf(await browser.tabs.create({ ...tab, ...where, windowId }));
  }
  const { tabs } = await browser.windows.create({ url: tab.url, incognito: false, ...where });
  return idOf(tabs?.[0]);
}

/** The window that was used last among those that are not private. */
async function lastWindow(): Promise<number | undefined> {
  const all = await browser.windows.getAll();
  const open = all.filter(({ incognito, type }) => !incognito && type === 'normal');
  if (open.length === 0) return undefined;
  const last = await browser.windows.getLastFocused();
  return (open.find(({ id }) => id === last.id) ?? open[0])?.id;
}

function idOf(tab: { id?: number | undefined } | undefined): number {
  if (tab?.id === undefined) throw new Error('The browser opened a tab without an id');
  return tab.id;
}

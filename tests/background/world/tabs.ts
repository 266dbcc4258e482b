import { doesUrlMatchPatterns } from 'webext-patterns';
import type { LoadedTab, Tabs } from '../../../src/background/ports.ts';
import { NoTab } from '../../../src/core/errand/no-tab.ts';
import type { FakeClock } from './clock.ts';
import type { FakePage } from './page.ts';

interface Tab {
  readonly id: number;
  readonly container: string;
  address: URL | undefined;
  /** What is under way to it, if anything is. */
  loading: number;
  page: FakePage | undefined;
  /** When a page came that our scripts may enter. */
  loadedAt: number | undefined;
}

export interface FakeTabs {
  readonly port: Tabs;
  readonly open: () => readonly { readonly id: number; readonly address: string | undefined }[];
  /** The person types an address. */
  readonly go: (tabId: number, address: string) => void;
  readonly openByHand: (address: string) => number;
  readonly close: (tabId: number) => void;
  /** The browser discards a tab, and puts another one in its place, empty until it is looked at. Returns its id. */
  readonly replace: (tabId: number) => number;
  readonly pageIn: (tabId: number) => FakePage | undefined;
  readonly loadedAt: (tabId: number) => number | undefined;
  /** How many pages have come so far. */
  readonly loads: () => number;
  /** Tabs that are opened empty are not there before what is returned is called. */
  readonly holdOpening: () => () => void;
}

export interface TabWatcher {
  /** Where somebody comes to who asks for an address; `undefined` where nobody answers. */
  readonly land: (address: URL) => URL | undefined;
  readonly isOurs: (address: URL) => boolean;
  /** How long a page takes to come. */
  readonly loadMs: () => number;
  readonly startPage: (tabId: number, address: URL) => FakePage;
  readonly loaded: (tab: LoadedTab) => void;
  readonly unseen: (tabId: number) => void;
  readonly closed: (tabId: number) => void;
  readonly replaced: (tabId: number, by: number) => void;
}

export function createTabs(clock: FakeClock, watcher: TabWatcher): FakeTabs {
  const tabs = new Map<number, Tab>();
  let lastId = 0;
  let loads = 0;

  let opening: Promise<void> = Promise.resolve();

  const create = (container: string, address?: URL): number => {
    lastId += 1;
    const tab: Tab = {
      id: lastId,
      container,
      address: undefined,
      loading: 0,
      loadedAt: undefined,
      page: undefined,
    };
    tabs.set(lastId, tab);
    if (address) load(tab, address);
    return lastId;
  };
  const load = (tab: Tab, asked: URL) => {
    tab.loading += 1;
    const { loading } = tab;
    clock.after(watcher.loadMs(), () => {
      if (!tabs.has(tab.id) || tab.loading !== loading) return;
      tab.page?.leave();
      const landed = watcher.land(asked);
      const address = landed ?? asked;
      loads += 1;
      tab.address = address;
      tab.page = undefined;
      tab.loadedAt = undefined;
      // The browser's own page of an error stands under the address that was asked for.
      if (!landed && watcher.isOurs(asked)) {
        watcher.loaded({ id: tab.id, address, container: tab.container });
        return;
      }
      if (!watcher.isOurs(address)) {
        watcher.unseen(tab.id);
        return;
      }
      tab.page = watcher.startPage(tab.id, address);
      tab.loadedAt = clock.now();
      watcher.loaded({ id: tab.id, address, container: tab.container });
    });
  };
  const seen = () => [...tabs.values()].filter(({ address }) => address && watcher.isOurs(address));
  const at = (patterns: readonly string[]) =>
    seen().filter(({ address }) => doesUrlMatchPatterns(String(address), ...patterns));
  const close = (tabId: number) => {
    const tab = tabs.get(tabId);
    if (!tab) return;
    tab.page?.leave();
    tabs.delete(tabId);
    watcher.closed(tabId);
  };
  const replace = (tabId: number) => {
    const tab = tabs.get(tabId);
    if (!tab) throw new Error(`There is no tab ${tabId}`);
    tab.page?.leave();
    tabs.delete(tabId);
    lastId += 1;
    tabs.set(lastId, { ...tab, id: lastId, page: undefined, loadedAt: undefined });
    watcher.replaced(tabId, lastId);
    return lastId;
  };
  const go = (tabId: number, address: string) => {
    const tab = tabs.get(tabId);
    if (tab) load(tab, new URL(address));
    return tab !== undefined;
  };

  return {
    open: () => [...tabs.values()].map(({ id, address }) => ({ id, address: address?.href })),
    go,
    openByHand: (address) => create('', new URL(address)),
    close,
    replace,
    pageIn: (tabId) => tabs.get(tabId)?.page,
    loadedAt: (tabId) => tabs.get(tabId)?.loadedAt,
    loads: () => loads,
    holdOpening() {
      let release = () => {};
      opening = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    port: {
      async openTab(address, patterns, container) {
        const [open] = at(patterns).filter((tab) => tab.container === container);
        if (!open) return create(container, new URL(address));
        load(open, new URL(address));
        return open.id;
      },
      async openBlankTab(container) {
        const tabId = create(container);
        await opening;
        return tabId;
      },
      openTabsAt: async (patterns) =>
        at(patterns).map(({ id, address, container }) => ({
          id,
          address: address as URL,
          container,
        })),
      async latestTabAt(patterns, container) {
        const latest = at(patterns).findLast((tab) => tab.container === container);
        return latest && { id: latest.id, address: latest.address as URL };
      },
      async shownIn(tabId) {
        const address = tabs.get(tabId)?.address;
        return address && watcher.isOurs(address) ? address : undefined;
      },
      async focusTab(tabId) {
        if (!tabs.has(tabId)) throw new NoTab('gone');
      },
      async reloadTab(tabId) {
        const address = tabs.get(tabId)?.address;
        if (address) go(tabId, address.href);
      },
      sendTabTo: async (tabId, address) => go(tabId, address),
      isOpen: async (tabId) => tabs.has(tabId),
      closeTab: async (tabId) => close(tabId),
      isReachable: async (tabId) => tabs.get(tabId)?.page !== undefined,
    },
  };
}

/*
 * All that the background is handed by the browser that runs it. `browser/` implements it for real, the
 * tests with a world of their own: what the background decides is decided without a browser.
 */
import type { Accounts } from '../core/account/accounts.ts';
import type { LanguageChoice } from '../core/language/language.ts';
import type { Locale } from '../core/language/locale.ts';
import type { Phrasebook } from '../core/language/phrasebook.ts';
import type { ReportRequest } from '../core/report/report-request.ts';
import type { Area } from '../core/store/item.ts';
import type { Policy } from '../core/store/policy.ts';
import type { Badge } from '../core/verdict/badge.ts';
import type { Notice } from '../core/verdict/notification.ts';

/** One area of the browser's storage. `null` stands for all of its keys. */
export interface StorageArea {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  /** In one go: all of it is there afterwards, or none. Rejects where there is no room. */
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  clear(): Promise<void>;
}

/** Locks that all contexts of the extension share. */
export interface Locks {
  /** One at a time under a name. */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Beside all others that do so under the name, and never beside what is done exclusively. */
  together<T>(name: string, work: () => Promise<T>): Promise<T>;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once, unless the background is put to sleep before. */
  after(ms: number, ring: () => void): void;
}

export interface Chance {
  /** From 0 to 1, 1 not included. */
  fraction(): number;
  /** An id that nothing else has. */
  id(): string;
}

export interface OpenTab {
  readonly id: number;
  readonly address: URL;
}

export interface LoadedTab extends OpenTab {
  readonly container: string;
}

/** Tabs of no private window. `patterns` are match patterns. */
export interface Tabs {
  /** @throws NoTab */
  openTab(address: string, patterns: readonly string[], container: string): Promise<number>;
  /** @throws NoTab */
  openBlankTab(container: string): Promise<number>;
  openTabsAt(patterns: readonly string[]): Promise<LoadedTab[]>;
  latestTabAt(patterns: readonly string[], container: string): Promise<OpenTab | undefined>;
  /** What a tab shows, where we may see it. */
  shownIn(tabId: number): Promise<URL | undefined>;
  /** @throws NoTab */
  focusTab(tabId: number): Promise<void>;
  /** @param anew without what the browser keeps of the page, such as the state of its forms */
  reloadTab(tabId: number, anew: boolean): Promise<void>;
  /** Answers false for a tab that is gone. */
  sendTabTo(tabId: number, address: string): Promise<boolean>;
  isOpen(tabId: number): Promise<boolean>;
  closeTab(tabId: number): Promise<void>;
  /** Whether a page stands in the tab that our scripts may enter. */
  isReachable(tabId: number): Promise<boolean>;
}

export interface Alarms {
  /** Rings from a moment on, again and again until it is cleared. */
  ringFrom(name: string, when: number): Promise<void>;
  clearAlarm(name: string): Promise<void>;
  clearAlarms(): Promise<void>;
  repeatAlarm(name: string, periodInMinutes: number): Promise<void>;
}

/** Our scripts in the pages of services. */
export interface Pages {
  /** Whether the page in a tab has a reader; `undefined` where our scripts may not enter. */
  hasReader(tabId: number): Promise<boolean | undefined>;
  placeReader(tabId: number): Promise<boolean>;
  /** When the page in a tab was loaded; `undefined` where our scripts may not enter. */
  loadedAt(tabId: number): Promise<number | undefined>;
  /** Has the pages that match read as they are loaded, beside those that the manifest names. */
  readOn(patterns: readonly string[]): Promise<void>;
  takeCloserLook(tabId: number): Promise<boolean>;
  /**
   * What the page's process answers, to be parsed: `undefined` where nobody does. The whole is `undefined`
   * where our scripts may not enter.
   */
  askForReport(
    tabId: number,
    request: ReportRequest,
  ): Promise<{ readonly answer: unknown } | undefined>;
  /** Has the banner's script run on pages that match, now and later; with no patterns, nowhere. */
  runBannerOn(patterns: readonly string[]): Promise<void>;
  /** There may be something else for the banners to show. */
  tellBanners(patterns: readonly string[]): Promise<void>;
  onPageDeath(tabId: number, died: () => void): void;
}

export interface Permissions {
  /** Whether the browser lets us into all pages that match. */
  hasSiteAccess(patterns: readonly string[]): Promise<boolean>;
  mayNotify(): Promise<boolean>;
  /** Whatever the person granted beyond what the extension was installed with. */
  giveBackPermissions(): Promise<void>;
}

/** What is shown outside our own pages. */
export interface Signs {
  showBadge(badge: Badge, title: string): Promise<void>;
  notify(notice: Notice, accounts: Accounts, locale: Locale): Promise<void>;
}

export interface Words {
  localeIn(choice: LanguageChoice): Promise<Locale>;
  /** `undefined` where the browser speaks itself. */
  phrasebookIn(choice: LanguageChoice, isMute: boolean): Promise<Phrasebook | undefined>;
}

export interface Product {
  /** As the manifest says it. */
  version(): string;
  userAgent(): string;
}

export interface Ports {
  readonly areas: Readonly<Record<Area, StorageArea>>;
  readonly locks: Locks;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly tabs: Tabs;
  readonly alarms: Alarms;
  readonly pages: Pages;
  readonly permissions: Permissions;
  readonly signs: Signs;
  readonly words: Words;
  readonly product: Product;
  /** What an administrator has set. */
  readonly readPolicy: () => Promise<Policy>;
}

import type { Page } from 'puppeteer-core';
import type { Simulator } from '../../simulator/server.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { Memory } from './memory.ts';

export { findBrowser } from './find-browser.ts';
export type { Memory } from './memory.ts';

export const browserNames = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof browserNames)[number];

export interface TestBrowser {
  readonly name: BrowserName;
  /** `chrome-extension://…` or `moz-extension://…`, no slash at the end. */
  readonly extensionOrigin: string;
  /** A new tab in front, at a web address; resolves at DOMContentLoaded. */
  open(url: string): Promise<Page>;
  /**
   * Open web pages, whoever opened them. Call `bringToFront` before a click on one: Chromium draws
   * no hidden tab, and the click would wait for ever.
   */
  tabs(): Promise<Page[]>;
  /**
   * Opens the real toolbar popup over the tab in front. One at a time: close it before the next.
   * A new tab in front closes it in Chromium, but not in a Firefox without a screen.
   */
  popup(): Promise<Popup>;
  /** An extension page in a new tab in front. In Firefox its `page.url()` is not to be relied on. */
  extensionPage(path: string): Promise<Page>;
  /** Tabs that show one of the extension's pages, such as those that it opened itself. */
  extensionTabs(): Promise<Page[]>;
  /**
   * Runs a function with the extension's own APIs (storage, alarms, action, tabs) without waking
   * the background. It runs in a page of the extension, so it may close over nothing.
   */
  inExtension<T, A extends unknown[]>(
    act: (api: ExtensionApi, ...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T>;
  /** The person takes our access to the services' pages away in the browser's own settings, or gives it back. */
  setSiteAccess(allowed: boolean): Promise<void>;
  /** From now on the browser opens no tab for us and leads none anywhere, as while one is dragged, until the background has died. In Chromium. */
  refuseTabs?(): Promise<void>;
  /** The process of a page dies. In Chromium. */
  crash?(page: Page): Promise<void>;
  /** Presses a button of the browser's own question for a permission. Chromium lets nobody reach its. */
  answerPermission?(allow: boolean): Promise<void>;
  /** The person clicks a notification that is shown. */
  clickNotification(id: string): Promise<void>;
  backgroundRuns(): Promise<boolean>;
  /** The extension is removed, and installed as if it had never been there. */
  reinstall(): Promise<void>;
  isConnected(): boolean;
  /** The same extension is installed over itself, as an update is: its pages close, its tabs stay. */
  update(): Promise<void>;
  /** Resolves when the background is dead; the next event starts it anew. */
  killBackground(): Promise<void>;
  /** What the background and the browser take, after a collection. The background must run. */
  memory(): Promise<Memory>;
  /** The background's heap in bytes, with what could be collected. It must run. */
  heapNow(): Promise<number>;
  /** Calls back when the browser is closed, by whomever. */
  onClosed(closed: () => void): void;
  close(): Promise<void>;
}

/** Every method but `isOpen` fails once the popup has closed, whoever closed it. */
export interface Popup {
  /** The function is sent as text: it may close over nothing, arguments and result must be JSON. */
  evaluate<T, A extends unknown[]>(
    act: (doc: Document, ...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T>;
  /** A real press in Chromium; in Firefox a synthetic one, which gives no user gesture. */
  click(selector: string): Promise<void>;
  select(selector: string, value: string): Promise<void>;
  waitFor(selector: string, timeoutMs?: number): Promise<void>;
  attribute(selector: string, name: string): Promise<string | null>;
  text(selector: string): Promise<string>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: the API as either browser has it, seen from outside.
export type ExtensionApi = any;

export interface LaunchOptions {
  /** Plays the service at its real address; without it the browser goes out to the real one. */
  readonly simulator?: Simulator;
  /** The built extension of the browser's own kind. */
  readonly dist: string;
  readonly headless?: boolean;
  /** Optional permissions that the person has granted before. For Chromium, where no test can grant them. */
  readonly granted?: readonly string[];
  /** How much Firefox lets us store, which is gigabytes otherwise. Chromium's 10 MB are its own. */
  readonly firefoxQuotaKb?: number;
  /** How often as fast our clock in pages runs: Firefox lets timers ring once a second of it in pages out of sight. */
  readonly pace?: number;
  /** What an administrator has set. For Firefox; Chromium reads it from folders of the system alone. */
  readonly firefoxManaged?: Readonly<Record<string, unknown>>;
  /** A profile folder to keep, for tests that start the browser twice. */
  readonly profile?: string;
}

export function launch(name: BrowserName, options: LaunchOptions): Promise<TestBrowser> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}

import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build, type Rolldown } from 'vite';
import { findBrowser } from '../e2e/browsers/find-browser.ts';
import type { BrowserName } from '../e2e/browsers/index.ts';
import { callOf } from '../e2e/browsers/sent-as-text.ts';
import { patient } from '../e2e/browsers/wait.ts';
import { startPageServer } from './page-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserName;
  }
}

/** The code under test, as a page has it. */
export type Lab = typeof import('./lab-entry.ts');

export interface Tab<Entry = Lab> {
  readonly page: Page;
  /** Leaves the page for a new one, which has loaded when this resolves. */
  visit(html: string, status?: number): Promise<void>;
  /** Writes a new document into the page, in a tenth of the time. Only scripts' timers stay behind. */
  write(html: string): Promise<void>;
  /** Runs in the page. The function is sent as text: it may close over nothing, all else is JSON. */
  run<T, A extends unknown[]>(
    act: (lab: Entry, ...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T>;
}

/** A browser whose pages hold our page code, beside what a test wrote into them. */
export interface PageLab<Entry = Lab> {
  /** A new window: one that is in sight, so that nothing in it is slowed down. */
  tab(html?: string): Promise<Tab<Entry>>;
  close(): Promise<void>;
}

const DOCTYPE = '<!doctype html>';

/** @param entry a file beside this one; what it exports is what pages have as `lab` */
export async function openPageLab<Entry = Lab>(
  name: BrowserName,
  entry = 'lab-entry.ts',
): Promise<PageLab<Entry>> {
  const executablePath = findBrowser(name);
  if (executablePath === undefined) {
    throw new Error(`no ${name} found; set ${name.toUpperCase()}_PATH`);
  }
  const [code, server, browser] = await Promise.all([
    bundle(entry),
    startPageServer(),
    launch(name, executablePath),
  ]);

  const tab = async (html = ''): Promise<Tab<Entry>> => {
    const page = patient(await browser.newPage({ type: 'window' }));
    await page.setViewport({ width: 1200, height: 800 });
    await page.evaluateOnNewDocument((source: string) => {
      // biome-ignore lint/security/noGlobalEval: how the bundle gets its global in both browsers.
      globalThis.eval(source);
    }, code);
    const visit = async (text: string, status = 200) => {
      await page.goto(server.put({ html: DOCTYPE + text, status }), { waitUntil: 'load' });
    };
    await visit(html);
    return {
      page,
      visit,
      write: (text) =>
        page.evaluate((markup) => {
          document.open();
          document.write(markup);
          document.close();
        }, DOCTYPE + text),
      run: (act, ...args) => page.evaluate(callOf(act, 'lab', args)) as never,
    };
  };
  return {
    tab,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

async function bundle(entry: string): Promise<string> {
  const outputs = (await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL(entry, import.meta.url)),
        formats: ['iife'],
        name: 'lab',
      },
    },
  })) as Rolldown.RolldownOutput[];
  const code = outputs[0]?.output[0].code;
  if (code === undefined) throw new Error('the page code was not bundled');
  return code;
}

function launch(name: BrowserName, executablePath: string): Promise<Browser> {
  const headless = true;
  if (name === 'firefox') {
    return puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless,
      extraPrefsFirefox: firefoxPreferences,
    });
  }
  return puppeteer.launch({
    executablePath,
    headless,
    pipe: true,
    args: [
      // Chromium's sandbox does not start for root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
    ],
  });
}

/** No hidden page is slowed down, which windows without a screen may be; nothing outside is asked. */
const firefoxPreferences = {
  'dom.min_background_timeout_value': 4,
  'dom.timeout.enable_budget_timer_throttling': false,
  'network.proxy.type': 0,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.safebrowsing.update.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.blocklist.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'toolkit.telemetry.enabled': false,
};

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { builtManifest } from './built-manifest.ts';
import { CONTROL_PATH, type ControlPage, controlPage } from './control-page.ts';
import { documentPopup } from './document-popup.ts';
import { findBrowser } from './find-browser.ts';
import {
  answerPermission,
  backgroundState,
  clickAlert,
  hidePanels,
  setSiteAccess,
  terminateBackground,
} from './firefox-chrome-scope.ts';
import { firefoxHeap, firefoxMemory } from './firefox-memory.ts';
import { firefoxPreferences } from './firefox-preferences.ts';
import type { LaunchOptions, Popup, TestBrowser } from './index.ts';
import { callOf } from './sent-as-text.ts';
import { orElse, PROTOCOL_TIMEOUT_MS, patient, waitUntil } from './wait.ts';

/** Chosen beforehand, because Firefox tells nobody which address it gave to an extension. */
const UUID = 'd0000000-0000-4000-8000-00000000dc01';

/** Far longer than the popup takes to load. */
const STAYS_SHUT_MS = 10_000;

export async function launchFirefox(options: LaunchOptions): Promise<TestBrowser> {
  const { simulator, dist, headless = true, profile } = options;
  const { firefoxQuotaKb, firefoxManaged, pace = 1 } = options;
  const executablePath = findBrowser('firefox');
  if (executablePath === undefined) throw new Error('no Firefox found; set FIREFOX_PATH');
  const { popup, geckoId } = builtManifest(dist);
  if (geckoId === undefined) throw new Error(`${dist}: the manifest has no gecko id`);
  const home = firefoxManaged && (await homeWith(geckoId, firefoxManaged));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    acceptInsecureCerts: simulator !== undefined,
    ...(headless ? {} : { defaultViewport: null }),
    protocolTimeout: PROTOCOL_TIMEOUT_MS,
    // Lets the driver reach the browser's own scope, where alone an event page can be stopped.
    args: ['--remote-allow-system-access'],
    ...(profile !== undefined && { userDataDir: profile }),
    ...(home !== undefined && { env: { ...process.env, HOME: home } }),
    extraPrefsFirefox: {
      ...firefoxPreferences(simulator?.proxyPort, geckoId, UUID),
      'dom.min_background_timeout_value': 1_000 / pace,
      ...(firefoxQuotaKb !== undefined && {
        'dom.quotaManager.temporaryStorage.fixedLimit': firefoxQuotaKb,
      }),
    },
  });
  if (home !== undefined) {
    browser.once('disconnected', () => void rm(home, { recursive: true, force: true }));
  }
  try {
    await browser.installExtension(dist);
    return driverOf(browser, geckoId, popup, dist);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Where Firefox looks for what an administrator has set for an extension. */
async function homeWith(id: string, data: object): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'default-check-home-'));
  const folder = join(home, '.mozilla', 'managed-storage');
  await mkdir(folder, { recursive: true });
  const manifest = { name: id, description: 'Set by an administrator', type: 'storage', data };
  await writeFile(join(folder, `${id}.json`), JSON.stringify(manifest));
  return home;
}

function driverOf(browser: Browser, id: string, popupPath: string, dist: string): TestBrowser {
  const origin = `moz-extension://${UUID}`;
  const control = controlPage(browser, (page) => gotoExtension(page, `${origin}/${CONTROL_PATH}`));
  const pagesAt = async (fits: (address: string) => boolean) => {
    const pages = await browser.pages();
    const addresses = await Promise.all(pages.map(addressOf));
    return pages
      .filter((page, index) => fits(addresses[index] ?? '') && !control.is(page))
      .map(patient);
  };
  return {
    name: 'firefox',
    extensionOrigin: origin,
    open: async (url) => {
      const page = patient(await browser.newPage());
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return page;
    },
    tabs: () => pagesAt((address) => /^https?:/.test(address)),
    popup: () => openPopup(browser, control, `${origin}/${popupPath}`),
    extensionPage: async (path) => {
      const page = await browser.newPage();
      await gotoExtension(page, `${origin}/${path}`);
      return page;
    },
    extensionTabs: () => pagesAt((address) => address.startsWith(origin)),
    inExtension: control.inExtension,
    setSiteAccess: async (allowed) => void (await setSiteAccess(browser, id, allowed)),
    answerPermission: async (allow) => {
      await waitUntil('the question for a permission is answered', async () =>
        (await answerPermission(browser, allow)) === 'pressed' ? true : undefined,
      );
    },
    clickNotification: async () => {
      await waitUntil('the notification is clicked', async () =>
        (await clickAlert(browser)) === 'clicked' ? true : undefined,
      );
    },
    update: async () => {
      await control.forget();
      await browser.installExtension(dist);
    },
    reinstall: async () => {
      await control.forget();
      await browser.uninstallExtension(id);
      await browser.installExtension(dist);
    },
    isConnected: () => browser.connected,
    backgroundRuns: async () => (await backgroundState(browser, id)) !== 'stopped',
    killBackground: async () => {
      await waitUntil(
        'the event page is dead',
        async () => ((await terminateBackground(browser, id)) === 'stopped' ? true : undefined),
        PROTOCOL_TIMEOUT_MS,
      );
    },
    memory: () => firefoxMemory(browser, origin),
    heapNow: () => firefoxHeap(browser, origin),
    onClosed: (closed) => void browser.once('disconnected', closed),
    close: () => browser.close(),
  };
}

/** `goto` never settles here, for the page's new process reports no navigation; it does load. */
async function gotoExtension(page: Page, address: string): Promise<void> {
  page.goto(address).catch(() => {});
  await waitUntil(`${address} has loaded`, async () => {
    const there = page.evaluate(
      (wanted) => location.href === wanted && document.readyState === 'complete',
      address,
    );
    return (await orElse(there, false)) || undefined;
  });
}

/**
 * What `page.url()` says stays behind when a tab changes to an extension's page. A page that went with
 * the extension stays in the driver's list, and is nowhere.
 */
function addressOf(page: Page): Promise<string> {
  const told = page.evaluate(() => location.href);
  return orElse(
    told.catch((error) => (String(error).includes('no such frame') ? '' : page.url())),
    page.url(),
  );
}

/** The popup has no tab, but every page of the extension can reach its document. */
async function openPopup(browser: Browser, control: ControlPage, address: string): Promise<Popup> {
  const isOpen = () =>
    control.inExtension(
      (api, wanted) =>
        api.extension
          .getViews({ type: 'popup' })
          .some(
            ({ location, document }: Window) =>
              location.href === wanted && document.readyState === 'complete',
          ) as boolean,
      address,
    );
  // It closes again at once where the window has just lost the focus, and nobody is told.
  await waitUntil('the popup is open', async () => {
    await control.openPopup(() => hidePanels(browser));
    await waitUntil('it has loaded', async () => (await isOpen()) || undefined, STAYS_SHUT_MS);
    return true;
  });

  const evaluate: Popup['evaluate'] = async (act, ...args) =>
    control.evaluate(`(() => {
      const view = browser.extension.getViews({ type: 'popup' })[0];
      if (view === undefined) throw new Error('the popup is closed');
      return ${callOf(act, 'view.document', args)};
    })()`) as never;
  return {
    ...documentPopup(evaluate),
    click: (selector) =>
      evaluate((doc, wanted) => {
        const target = doc.querySelector<HTMLElement>(wanted);
        if (target === null) throw new Error(`no ${wanted} in the popup`);
        if (target.matches(':disabled')) throw new Error(`${wanted} is disabled`);
        target.click();
      }, selector),
    isOpen,
    close: async () => {
      await control.inExtension((api) => {
        for (const view of api.extension.getViews({ type: 'popup' })) view.close();
      });
      await waitUntil('the popup is closed', async () => ((await isOpen()) ? undefined : true));
    },
  };
}

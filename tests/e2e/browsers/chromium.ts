import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core';
import { HOSTS } from '../../simulator/site.ts';
import { builtManifest } from './built-manifest.ts';
import { installGranted } from './chromium-granted.ts';
import { chromiumHeap, chromiumMemory } from './chromium-memory.ts';
import { killWorker, runningWorkerOf, workerOf } from './chromium-worker.ts';
import { CONTROL_PATH, controlPage } from './control-page.ts';
import { documentPopup } from './document-popup.ts';
import { findBrowser } from './find-browser.ts';
import type { LaunchOptions, Popup, TestBrowser } from './index.ts';
import { callOf } from './sent-as-text.ts';
import { PROTOCOL_TIMEOUT_MS, patient, waitUntil } from './wait.ts';

export async function launchChromium(options: LaunchOptions): Promise<TestBrowser> {
  const { simulator, dist, headless = true, profile, granted = [] } = options;
  const executablePath = findBrowser('chromium');
  if (executablePath === undefined) throw new Error('no Chromium found; set CHROMIUM_PATH');
  const { popup } = builtManifest(dist);
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    pipe: true,
    ...(headless ? {} : { defaultViewport: null }),
    protocolTimeout: PROTOCOL_TIMEOUT_MS,
    enableExtensions: true,
    ...(profile !== undefined && { userDataDir: profile }),
    args: [
      // Chromium's sandbox does not start for root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      ...(simulator ? closedNetwork(simulator.port) : []),
    ],
  });
  try {
    const id = await (granted.length > 0
      ? installGranted(browser, dist, granted)
      : browser.installExtension(dist));
    const origin = `chrome-extension://${id}`;
    return driverOf(browser, origin, popup, dist);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Nothing resolves but the simulator. */
function closedNetwork(port: number): string[] {
  return [
    // Its certificate. Where the driver alone accepts it, nothing of the service is loaded ahead.
    '--ignore-certificate-errors',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    `--host-resolver-rules=${HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${port}, `).join('')}` +
      'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ];
}

function driverOf(browser: Browser, origin: string, popupPath: string, dist: string): TestBrowser {
  const control = controlPage(browser, async (page) => {
    await page.goto(`${origin}/${CONTROL_PATH}`);
  });
  const running = () => runningWorkerOf(browser, origin);

  const openIn = async (url: string) => {
    const page = patient(await browser.newPage());
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return page;
  };
  return {
    name: 'chromium',
    extensionOrigin: origin,
    open: openIn,
    tabs: async () =>
      (await browser.pages()).filter((page) => /^https?:/.test(addressOf(page))).map(patient),
    popup: async () => {
      // The popup's address may be open in a tab too: only a target that is new is the popup.
      const before = new Set<Target>(browser.targets());
      await control.openPopup();
      const target = await browser.waitForTarget(
        (one) => !before.has(one) && one.url() === `${origin}/${popupPath}`,
      );
      return popupOf(await target.asPage());
    },
    extensionPage: (path) => openIn(`${origin}/${path}`),
    extensionTabs: async () =>
      (await browser.pages()).filter(
        (page) => addressOf(page).startsWith(origin) && !control.is(page),
      ),
    inExtension: control.inExtension,
    setSiteAccess: (allowed) => setSiteAccess(browser, new URL(origin).host, allowed),
    crash: async (page) => {
      const died = new Promise<void>((resolve) => page.once('error', () => resolve()));
      const session = await page.createCDPSession();
      // It never answers.
      session.send('Page.crash').catch(() => {});
      await died;
    },
    refuseTabs: async () => {
      const worker = await running().worker();
      await worker?.evaluate(() => {
        const refuse = async () => {
          throw new Error('Tabs cannot be edited right now (user may be dragging a tab).');
        };
        // biome-ignore lint/suspicious/noExplicitAny: no type of ours has it.
        Object.assign((globalThis as any).chrome.tabs, { create: refuse, update: refuse });
      });
    },
    // What Chromium calls in the worker when it is told of a click.
    clickNotification: async (clicked) => {
      const worker = await running().worker();
      await worker?.evaluate((id) => {
        // biome-ignore lint/suspicious/noExplicitAny: no type of ours has it.
        (globalThis as any).chrome.notifications.onClicked.dispatch(id);
      }, clicked);
    },
    update: async () => {
      await control.forget();
      await browser.installExtension(dist);
    },
    reinstall: async () => {
      await control.forget();
      await browser.uninstallExtension(new URL(origin).host);
      await browser.installExtension(dist);
    },
    isConnected: () => browser.connected,
    backgroundRuns: async () => workerOf(browser, origin) !== undefined,
    killBackground: () => killWorker(browser, origin),
    memory: async () => chromiumMemory(browser, running()),
    heapNow: async () => chromiumHeap(running()),
    onClosed: (closed) => void browser.once('disconnected', closed),
    close: () => browser.close(),
  };
}

/** What "Site access" in Chromium's own page for extensions does. */
async function setSiteAccess(browser: Browser, id: string, allowed: boolean): Promise<void> {
  const page = await browser.newPage({ background: true });
  try {
    await page.goto('chrome://extensions');
    await page.evaluate(
      (extensionId, hostAccess) =>
        // biome-ignore lint/suspicious/noExplicitAny: an API of that page alone.
        (globalThis as any).chrome.developerPrivate.updateExtensionConfiguration({
          extensionId,
          hostAccess,
        }),
      id,
      allowed ? 'ON_ALL_SITES' : 'ON_CLICK',
    );
  } finally {
    await page.close();
  }
}

/** A tab that opens or closes at this moment is nowhere yet, or any more: its `url()` throws. */
function addressOf(page: Page): string {
  try {
    return page.url();
  } catch {
    return '';
  }
}

async function popupOf(page: Page): Promise<Popup> {
  const evaluate: Popup['evaluate'] = (act, ...args) =>
    page.evaluate(callOf(act, 'document', args)) as never;
  await waitUntil('the popup has loaded', async () =>
    (await evaluate((doc) => doc.readyState === 'complete')) ? true : undefined,
  );
  return {
    ...documentPopup(evaluate),
    click: async (selector) => {
      try {
        await page.click(selector);
      } catch (error) {
        // Closing is a button's good right, and puppeteer may not live to see the mouse go up.
        if (!page.isClosed()) throw error;
      }
    },
    isOpen: async () => !page.isClosed(),
    close: async () => {
      try {
        await page.close();
      } catch (error) {
        // It may have closed by itself, and puppeteer may not have heard of it yet.
        await waitUntil('the popup is closed', async () => page.isClosed() || undefined).catch(
          () => {
            throw error;
          },
        );
      }
    },
  };
}

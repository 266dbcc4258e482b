import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumMemory } from '../e2e/browsers/chromium-memory.ts';
import { killWorker, runningWorkerOf } from '../e2e/browsers/chromium-worker.ts';
import { CONTROL_PATH, type ControlPage, controlPage } from '../e2e/browsers/control-page.ts';
import { findBrowser } from '../e2e/browsers/find-browser.ts';
import type { Owner } from './trace.ts';

/** Chromium with exactly one extension. */
export interface BenchBrowser {
  readonly owner: Owner;
  /** Runs a function in a page of the extension: it may close over nothing. */
  readonly inExtension: ControlPage['inExtension'];
  newPage(): Promise<Page>;
  /** As the browser does when nothing was asked of it for half a minute; pages of the extension are closed. */
  stopBackground(): Promise<void>;
  /** In bytes; the background must run. */
  memoryOfExtension(): Promise<number>;
  close(): Promise<void>;
}

export async function launchWith(extension: string, port: number): Promise<BenchBrowser> {
  const executablePath = findBrowser('chromium');
  if (executablePath === undefined) throw new Error('no Chromium found; set CHROMIUM_PATH');
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    acceptInsecureCerts: true,
    enableExtensions: true,
    args: [
      // Chromium's sandbox does not start for root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      `--host-resolver-rules=MAP www.linkedin.com:443 127.0.0.1:${port}, ` +
        'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  try {
    const origin = `chrome-extension://${await browser.installExtension(extension)}`;
    const control = controlPage(browser, async (page) => {
      await page.goto(`${origin}/${CONTROL_PATH}`);
    });
    const name: string = await control.inExtension((api) => api.runtime.getManifest().name);
    return {
      owner: { origin, name },
      inExtension: control.inExtension,
      newPage: () => browser.newPage(),
      stopBackground: async () => {
        const others = (await browser.pages()).filter((page) => !control.is(page));
        const own = others.filter((page) => page.url().startsWith(`${origin}/`));
        await Promise.all(own.map((page) => page.close()));
        await killWorker(browser, origin);
      },
      memoryOfExtension: () => memoryOfExtension(browser, origin),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function memoryOfExtension(browser: Browser, origin: string): Promise<number> {
  const { extensionProcess } = await chromiumMemory(browser, runningWorkerOf(browser, origin));
  if (extensionProcess === undefined) throw new Error('this system does not tell its memory');
  return extensionProcess;
}

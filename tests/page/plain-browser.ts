import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser } from '../e2e/browsers/find-browser.ts';
import type { BrowserName } from '../e2e/browsers/index.ts';
import { PROTOCOL_TIMEOUT_MS } from '../e2e/browsers/wait.ts';

const running = new Map<BrowserName, Promise<Browser>>();

/** A browser without the extension: one for each process, and it ends with it. */
export function plainBrowser(name: BrowserName): Promise<Browser> {
  const browser = running.get(name) ?? launch(name);
  running.set(name, browser);
  return browser;
}

/** Without this a process that has nothing else to do waits for its browsers. */
export async function closePlainBrowsers(): Promise<void> {
  const browsers = [...running.values()];
  running.clear();
  for (const browser of browsers) await (await browser).close();
}

function launch(name: BrowserName): Promise<Browser> {
  const executablePath = findBrowser(name);
  if (executablePath === undefined) {
    throw new Error(`no ${name} found; set ${name.toUpperCase()}_PATH`);
  }
  const common = { executablePath, headless: true, protocolTimeout: PROTOCOL_TIMEOUT_MS };
  if (name === 'firefox') {
    return puppeteer.launch({
      ...common,
      browser: 'firefox',
      extraPrefsFirefox: firefoxPreferences,
    });
  }
  return puppeteer.launch({
    ...common,
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
      // Letters are drawn alike on every machine.
      '--font-render-hinting=none',
      '--disable-lcd-text',
      '--force-color-profile=srgb',
      '--hide-scrollbars',
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

import type { Page, Viewport } from 'puppeteer-core';
import type { TestBrowser } from '../tests/e2e/browsers/index.ts';
import { pause, waitUntil } from '../tests/e2e/browsers/wait.ts';
import type { Account } from '../tests/simulator/server.ts';
import type { SwitchId } from '../tests/simulator/settings.ts';
import { choosePlace } from './choose-place.ts';

const CARD = '[data-setting="linkedin/ai-training"]';
const POPUP = 'src/entrypoints/popup/index.html';
const DASHBOARD = 'src/entrypoints/dashboard/index.html';
const FEED = 'https://www.linkedin.com/feed/';
/** Longer than a batch through all settings takes. */
const PATIENCE_MS = 300_000;

const sizes = {
  welcome: { width: 820, height: 1090, deviceScaleFactor: 1.5 },
  popup: { width: 400, height: 600, deviceScaleFactor: 2 },
  banner: { width: 960, height: 540, deviceScaleFactor: 1.5 },
  dashboard: { width: 960, height: 1000, deviceScaleFactor: 1.5 },
  'rules-in-time': { width: 960, height: 1000, deviceScaleFactor: 1.5 },
  'rule-lines': { width: 960, height: 640, deviceScaleFactor: 1.5 },
  rights: { width: 960, height: 800, deviceScaleFactor: 1.5 },
  history: { width: 960, height: 800, deviceScaleFactor: 1.5 },
} as const satisfies Record<string, Viewport>;

export type Shot = keyof typeof sizes;

/** PNGs, in the light theme. */
export type Shots = Readonly<Record<Shot, Uint8Array>>;

/** What consent is asked for in Germany, so that an account there begins with it off. */
const consentFirst: readonly SwitchId[] = [
  'allowUseOfThirdPartyData',
  'allowLinkedInAudienceNetwork',
  'allowConversionTrackings',
  'allowAdsByAge',
  'allowAdsByGender',
  'allowIpToPersonalizeAds',
  'adsPrivacyAllowInterestsAndBehaviors',
];

/** An account in Germany as the rules describe one, without a switch that nobody has told us of. */
export function playGermany({ switches }: Account): void {
  for (const id of consentFirst) switches[id] = false;
  switches.allowSettingOfTomorrow = false;
}

/**
 * The extension as a person in Germany meets it: all is read, then the first switch is turned off.
 * Nothing gets into the store but by the extension itself.
 */
export async function takeShots(browser: TestBrowser): Promise<Shots> {
  const welcome = await openedWelcome(browser);
  await choosePlace(browser, 'DE');
  await shown(welcome, 'select[name="jurisdiction"] option[value="DE"]:checked');
  const before = { welcome: await shoot(welcome, 'welcome') };

  await checkEverything(browser);
  const popup = await browser.extensionPage(POPUP);
  await shown(popup, CARD);
  const rules = await openView(browser, 'rules');
  const read = {
    popup: await shoot(popup, 'popup'),
    banner: await shoot(await bannerIn(browser), 'banner'),
    dashboard: await shoot(await openView(browser, 'settings'), 'dashboard'),
    'rules-in-time': await shoot(rules, 'rules-in-time'),
    'rule-lines': await shoot(rules, 'rule-lines', '.in-time'),
    rights: await shoot(await openView(browser, 'rights'), 'rights'),
  };

  await turnOff(popup);
  return {
    ...before,
    ...read,
    history: await shoot(await openView(browser, 'history'), 'history'),
  };
}

/** @param from what stands at the top of the picture, if not the top of the page */
async function shoot(page: Page, name: Shot, from = 'html'): Promise<Uint8Array> {
  await page.bringToFront();
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.setViewport(sizes[name]);
  await page.$eval(from, (top) => scrollBy(0, top.getBoundingClientRect().top - 24));
  // The banner measures its place anew.
  await pause(500);
  return page.screenshot();
}

/** It opens by itself, a moment after the installation. */
async function openedWelcome(browser: TestBrowser): Promise<Page> {
  const page = await waitUntil('the welcome page has opened', async () => {
    const [first] = await browser.extensionTabs();
    return first;
  });
  await shown(page, '.steps');
  return page;
}

async function openView(browser: TestBrowser, view: string): Promise<Page> {
  const page = await browser.extensionPage(`${DASHBOARD}#${view}`);
  await shown(page, `main[data-view="${view}"] h2`);
  return page;
}

async function checkEverything(browser: TestBrowser): Promise<void> {
  const page = await openView(browser, 'settings');
  await page.click('[data-action="check-all"]');
  await shown(page, '[data-notice="batch"][data-end]', PATIENCE_MS);
  await page.bringToFront();
  await page.click('[data-action="batch-seen"]');
  await shown(page, 'main:not(:has([data-notice="batch"]))');
  await page.close();
}

async function turnOff(popup: Page): Promise<void> {
  await popup.bringToFront();
  await popup.click(`${CARD} [data-action="turn-off"]`);
  await shown(popup, `${CARD}[data-verdict="protected"]`, PATIENCE_MS);
}

/** What is in it cannot be asked for, as its root is closed; that it is there pushes the page down. */
async function bannerIn(browser: TestBrowser): Promise<Page> {
  const page = await browser.open(FEED);
  await waitUntil('the banner is there', () =>
    page.evaluate(() => document.body.getBoundingClientRect().top > 0 || undefined),
  );
  return page;
}

/** Asked from here, as a tab in the background draws nothing, and puppeteer waits until it does. */
function shown(page: Page, selector: string, timeoutMs?: number): Promise<true> {
  return waitUntil(
    `${selector} is shown`,
    () => page.evaluate((wanted) => document.querySelector(wanted) !== null || undefined, selector),
    timeoutMs,
  );
}

import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { messagesIn } from '../../scripts/words.ts';
import { type Simulator, startSimulator } from '../simulator/server.ts';
import { bannerThatSpeaks } from './banner-in.ts';
import { type ExtensionApi, launch, type TestBrowser } from './browsers/index.ts';
import { shown, textOf } from './dashboard.ts';
import { CARD, FEED, SETTING_PAGE, until } from './lab.ts';

const POPUP = 'src/entrypoints/popup/index.html';
const english = messagesIn('en');
const say = (key: string) => english[key]?.message ?? key;

let folder: string;
let simulator: Simulator;
let browser: TestBrowser;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'default-check-mute-'));
  await cp(resolve('dist/chrome'), join(folder, 'dist'), { recursive: true });
  simulator = await startSimulator();
  browser = await launch('chromium', { simulator, dist: join(folder, 'dist') });
});

afterEach(async () => {
  await browser?.close();
  await simulator?.close();
  await rm(folder, { recursive: true, force: true });
});

const kept = () => join(folder, 'dist/_locales');
const hide = () => rename(kept(), join(folder, 'hidden'));
const bringBack = () => rename(join(folder, 'hidden'), kept());

/** What the browser itself gives out. */
function nameFromBrowser(page: Page): Promise<string> {
  return page.evaluate(() =>
    (globalThis as unknown as { chrome: ExtensionApi }).chrome.i18n.getMessage('app_name'),
  );
}

/** Chromium reads the sentences at the first use in a process, and not again: what is missing then stays so. */
async function ownPageOfMuteProcess(): Promise<Page> {
  const first = await browser.extensionPage(POPUP);
  await shown(first, CARD);
  await hide();
  const session = await first.createCDPSession();
  const crashed = new Promise((done) => first.once('error', done));
  // Never answered, as there is nobody left to do so.
  void session.send('Page.crash').catch(() => {});
  await crashed;
  const page = await browser.extensionPage(POPUP);
  await nameFromBrowser(page);
  await bringBack();
  await page.reload();
  return page;
}

test('a browser that gives out no sentences has them read from the package: views, badge and banner', async () => {
  const page = await ownPageOfMuteProcess();
  await shown(page, CARD);
  expect(await nameFromBrowser(page)).toBe('');
  expect(await textOf(page, 'h1')).toBe(say('app_name'));
  expect(await textOf(page, CARD)).toContain(say('verdict_unchecked'));
  expect(await page.evaluate(() => [document.documentElement.lang, document.dir])).toEqual([
    'en',
    'ltr',
  ]);
  const title = await browser.inExtension(async (api) => {
    await api.action.setTitle({ title: 'before' });
    await api.runtime.sendMessage({ type: 'overview.get', request: {} });
    return api.action.getTitle({});
  });
  expect(title).toBe(say('badge_unchecked'));

  // From now on a process of web pages is mute as well.
  await hide();
  await browser.open(SETTING_PAGE);
  await shown(page, `${CARD}[data-verdict="sharing"]`);
  const feed = await browser.open(FEED);
  const banner = await until('the banner is there', () => bannerThatSpeaks({ browser }, feed));
  expect(banner.label).toBe(say('banner_label'));
  expect(banner.text).toContain(say('action_turn_off'));
});

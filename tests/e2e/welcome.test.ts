import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violationsIn } from '../accessibility/axe.ts';
import { type Simulator, startSimulator } from '../simulator/server.ts';
import { launch, type TestBrowser } from './browsers/index.ts';
import { choose, press, shown, textOf, tick } from './dashboard.ts';
import { FEED, until } from './lab.ts';
import { shippedBuild } from './pace.ts';

let browser: TestBrowser;
let simulator: Simulator;
let profile: string;

beforeAll(async () => {
  const name = inject('browser');
  simulator = await startSimulator();
  profile = await mkdtemp(join(tmpdir(), 'default-check-profile-'));
  const dist = shippedBuild(name);
  browser = await launch(name, { simulator, dist, profile });
});

afterAll(async () => {
  await browser?.close();
  await simulator?.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const stored = (key: string) =>
  browser.inExtension(
    async (api, wanted) => (await api.storage.local.get(wanted))[wanted]?.value ?? null,
    key,
  );

async function welcome(): Promise<Page> {
  const [page, ...others] = await until('the welcome page has opened', async () => {
    const tabs = await browser.extensionTabs();
    return tabs.length > 0 && tabs;
  });
  expect(others).toEqual([]);
  if (!page) throw new Error('there is no welcome page');
  await shown(page, '.steps');
  return page;
}

test('it opens once after the installation, and its three steps do what they say', async () => {
  const page = await welcome();
  expect(await page.evaluate(() => location.pathname)).toContain('/welcome/');
  expect(await page.evaluate(() => document.querySelectorAll('.steps > li').length)).toBe(3);
  expect(await violationsIn(page)).toEqual([]);

  await choose(page, 'select[name="jurisdiction"]', 'DE');
  await until('the place is kept', async () => (await stored('place'))?.code === 'DE');
  for (const [value, banner] of [
    ['quiet', false],
    ['banner', true],
  ] as const) {
    // A view that is being drawn with what was chosen before takes the tick back until it is drawn again.
    await until(`${value} is kept`, async () => {
      await tick(page, `input[name="warn"][value="${value}"]`);
      return (await stored('preferences'))?.banner === banner;
    });
  }

  expect(simulator.log).toEqual([]);
  await press(page, '[data-action="check-all"]');
  await shown(page, '[data-batch="check"] progress');
  expect(await textOf(page, '[data-batch="check"]')).toContain('Checking');
  await press(page, '[data-action="cancel-batch"]');
  await shown(page, '[data-notice="batch"][data-end="cancelled"]');
  expect(simulator.log.filter(({ method }) => method === 'PUT')).toEqual([]);
});

test('what is skipped is gone, and neither a new background nor an update brings it back', async () => {
  await press(await welcome(), '[data-action="skip"]');
  const isGone = async () => (await browser.extensionTabs()).length === 0;
  await until('it is closed', isGone);
  await browser.killBackground();
  await browser.inExtension((api) =>
    api.runtime.sendMessage({ type: 'overview.get', request: {} }),
  );
  await browser.update();
  await browser.inExtension((api) =>
    api.runtime.sendMessage({ type: 'overview.get', request: {} }),
  );
  // A tab of ours would have opened before this one.
  await browser.open(FEED);
  expect(await isGone()).toBe(true);
});

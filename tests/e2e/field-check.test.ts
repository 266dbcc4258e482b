import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import {
  catchWhatIsTaken,
  openDashboard,
  press,
  shown,
  textOf,
  whatWasTaken,
} from './dashboard.ts';
import { openLab, SETTING, SWITCH, until } from './lab.ts';
import { seedRaw } from './seed.ts';

const lab = openLab();
const OUTCOME = 'pre[data-field-outcome]';
const REPORT = 'pre[data-report]';
/** Longer than it takes until a page is given up. */
const NOT_FOUND_MS = 180_000;

interface Outcome {
  readonly browser: { readonly name: string; readonly major: number };
  readonly settings: readonly Readonly<Record<string, string>>[];
}

async function outcomeOn(page: Page): Promise<Outcome> {
  return JSON.parse(await textOf(page, OUTCOME));
}

/** Presses a page's button, and waits until all settings of that page have been read. */
async function walk(dashboard: Page, address: string): Promise<void> {
  await press(dashboard, `[data-page="${address}"] [data-action="check"]`);
  await shown(dashboard, `[data-page="${address}"][data-read]`);
}

/** As an earlier check left it, whose page is closed by now. */
function keepUnknown(): Promise<void> {
  const reading = { state: 'unknown', reason: 'not-found' };
  const value = { reading, readAt: Date.now() - 60_000, fresh: true };
  return seedRaw(lab, { [`finding/${SETTING}`]: { version: 1, value } });
}

test('a person walks two pages, sees how each switch was found, and hands on no position', async () => {
  const dashboard = await openDashboard(lab, '#field-check');
  const pages = await dashboard.evaluate(() =>
    [...document.querySelectorAll('[data-page]')].map((page) => ({
      address: page.getAttribute('data-page') ?? '',
      buttons: page.querySelectorAll('[data-action="check"]').length,
      text: page.textContent,
    })),
  );
  expect(new Set(pages.map(({ address }) => address)).size).toBe(pages.length);
  for (const { buttons, text } of pages) {
    expect(buttons).toBe(1);
    expect(text).toContain('Not read yet in this check.');
    expect(text).toContain('Last confirmed on the real page: never.');
  }
  expect(await textOf(dashboard, 'main')).toContain('Nothing has been read in this check yet.');
  expect(lab.simulator.log).toEqual([]);

  lab.simulator.account.switches[SWITCH] = false;
  const [first, second] = pages.map(({ address }) => address) as [string, string];
  await walk(dashboard, first);
  await walk(dashboard, second);

  const read = await dashboard.evaluate(() =>
    [...document.querySelectorAll('[data-read] [data-field-check]')].map((setting) => ({
      key: setting.getAttribute('data-field-check'),
      reading: setting.getAttribute('data-reading'),
      strategy: setting.getAttribute('data-strategy'),
      text: setting.textContent,
    })),
  );
  expect(read.length).toBeGreaterThanOrEqual(2);
  expect(new Set(read.map(({ reading }) => reading))).toEqual(new Set(['on', 'off']));
  for (const { strategy, text } of read) {
    expect(strategy).toBe('known-id');
    expect(text).toContain('Found by the id that we know.');
  }

  await press(dashboard, `[data-field-check="${read[0]?.key}"] input[value="yes"]`);
  await press(dashboard, `[data-field-check="${read[1]?.key}"] input[value="no"]`);
  const outcome = await until('the answers are in the outcome', async () => {
    const { settings, ...rest } = await outcomeOn(dashboard);
    return settings[1]?.['agrees'] === 'no' && { settings, ...rest };
  });
  expect(outcome.browser).toEqual({ name: lab.browser.name, major: expect.any(Number) });
  expect(outcome.browser.major).toBeGreaterThan(100);
  expect(outcome.settings).toEqual(
    read.map(({ key }, index) => ({
      key,
      read: 'readable',
      strategy: 'known-id',
      agrees: ['yes', 'no'][index] ?? 'not-said',
    })),
  );

  await catchWhatIsTaken(dashboard);
  await press(dashboard, '[data-action="copy"]');
  await press(dashboard, '[data-action="save"]');
  const whole = await textOf(dashboard, OUTCOME);
  const [copied, name, saved] = await whatWasTaken(dashboard);
  expect([copied, saved]).toEqual([whole, whole]);
  expect(name).toMatch(/^default-check-field-check-\d{4}-\d\d-\d\d\.json$/);
  // Its one sentence apart, which says that it does not say so.
  expect(whole.replace(/"about": .*/, '')).not.toMatch(/\b(?:on|off)\b/i);
  expect(lab.saves()).toEqual([]);
});

test('what was read before the field check began does not count as confirmed', async () => {
  await lab.check();
  await until('it is kept', () => lab.finding());
  const dashboard = await openDashboard(lab, '#field-check');
  await shown(
    dashboard,
    `[data-field-check="${SETTING}"][data-reading="not-read"]:not(:has(input))`,
  );
});

test('two settings of one page are read with one load', async () => {
  const dashboard = await openDashboard(lab, '#field-check');
  const address = await dashboard.evaluate(() =>
    [...document.querySelectorAll('[data-page]')]
      .find((page) => page.querySelectorAll('[data-field-check]').length > 1)
      ?.getAttribute('data-page'),
  );
  if (!address) throw new Error('no page holds two settings');
  await walk(dashboard, address);
  const tabs = await lab.browser.tabs();
  expect(tabs.map((tab) => tab.url())).toEqual([address]);
  const { pathname } = new URL(address);
  expect(lab.simulator.log.filter(({ path }) => path === pathname)).toHaveLength(1);
});

test('from an unknown the person makes a report: opened, shown in full, then taken away', async () => {
  lab.simulator.set({ page: 'missing-control' });
  await keepUnknown();
  const dashboard = await openDashboard(lab, '#report');
  const row = `[data-report-of="${SETTING}"]`;
  await shown(dashboard, row);
  expect(await textOf(dashboard, 'main')).not.toContain('Save as a file');

  await press(dashboard, `${row} [data-action="report"]`);
  await shown(dashboard, `${row}[data-step="no-page"]`);
  expect(await lab.browser.tabs()).toEqual([]);

  await press(dashboard, `${row} [data-action="open"]`);
  await shown(dashboard, REPORT, NOT_FOUND_MS);
  const whole = await textOf(dashboard, REPORT);
  const report = JSON.parse(whole);
  expect(report).toMatchObject({ report: 1, key: SETTING });
  expect(whole).toBe(JSON.stringify(report, null, 2));
  const isWhole = await dashboard.evaluate((selector) => {
    const pre = document.querySelector(selector);
    return (
      pre && pre.scrollHeight <= pre.clientHeight + 1 && pre.scrollWidth <= pre.clientWidth + 1
    );
  }, REPORT);
  expect(isWhole).toBe(true);

  await catchWhatIsTaken(dashboard);
  await press(dashboard, '[data-action="copy"]');
  await press(dashboard, '[data-action="save"]');
  const [copied, name, saved] = await whatWasTaken(dashboard);
  expect([copied, saved]).toEqual([whole, whole]);
  expect(name).toBe('default-check-report-ai-training.json');
  expect(lab.saves()).toEqual([]);
});

test('a link to a report makes that of a page which is open', async () => {
  lab.simulator.set({ page: 'missing-control' });
  await lab.press('guide');
  await lab.verdict('unknown', NOT_FOUND_MS);
  const dashboard = await openDashboard(lab, `#report=${SETTING}`);
  await shown(dashboard, REPORT);
  expect(JSON.parse(await textOf(dashboard, REPORT))).toMatchObject({ key: SETTING });
});

import type { Page } from 'puppeteer-core';
import { expect, inject, test, vi } from 'vitest';
import { STOP_DEADLINE_MS } from '../../src/core/batch/batch.ts';
import type { TestBrowser } from './browsers/index.ts';
import { BATCH_KEY, CARD, FEED, openLab, until } from './lab.ts';
import { inLastingProfile } from './lasting-profile.ts';
import { found, reseed, seed, unseed } from './seed.ts';

const lab = openLab();

// One that was killed at the worst moment waits for the next ring, at each stop.
const BATCH_MS = 9 * STOP_DEADLINE_MS;
vi.setConfig({ testTimeout: 2 * BATCH_MS });

const PAUSE_MS = 7_000;

const batch = () => lab.stored(BATCH_KEY);
async function ended(): Promise<string> {
  let last: unknown;
  return until(
    () => `the batch has ended; last seen: ${JSON.stringify(last)}`,
    async () => {
      const now = await batch();
      last = now;
      return now?.end?.code as string | undefined;
    },
    BATCH_MS,
  );
}
const loads = () => lab.simulator.log.filter(({ method }) => method === 'GET');
const click = (selector: string) => lab.withPopup((popup) => popup.click(selector));

/** As the popup begins it. */
const checkAll = (browser: TestBrowser = lab.browser) =>
  browser.inExtension((api) => api.runtime.sendMessage({ type: 'batch.check', request: {} }));

/** As in the recipe, only sooner: what is tested is the order, and not the patience. */
async function startShort(stops: number, pauseMs = { min: 1_000, max: 1_500 }): Promise<void> {
  await until('the batch has begun', batch);
  const { stops: all } = await batch();
  await reseed(lab, BATCH_KEY, { pauseMs, stops: all.slice(0, stops) });
}

test('one click reads page after page in one tab behind, and tells what came of it', async () => {
  await lab.choosePlace('DE');
  await click('[data-action="check-all"]');
  await startShort(3);
  expect((await lab.shown()).querySelector('[data-batch="check"] progress')).not.toBeNull();
  // No popup is open, and the background dies: it goes on.
  await until(
    'the first page is read',
    async () => Object.keys((await batch()).results).length > 0,
  );
  await lab.browser.killBackground();

  expect(await ended()).toBe('finished');
  const { results, stops } = await batch();
  expect(Object.values(results)).toEqual(
    stops.flatMap(({ keys }: { keys: string[] }) => keys).map(() => 'read'),
  );
  expect(lab.saves()).toEqual([]);
  const pages = loads().map(({ path }) => path);
  expect(new Set(pages).size).toBe(pages.length);
  // The tab was its own, and goes just after the batch has ended.
  await until('its tab is closed', async () => (await lab.browser.tabs()).length === 0);

  await lab.withPopup(async (popup) => {
    await popup.waitFor('[data-notice="batch"][data-end="finished"]');
    await popup.click('[data-action="batch-seen"]');
  });
  await until('it is forgotten', async () => (await batch()) === null);
});

test('what is on is listed, the person takes some out, and the rest is turned off and read again', async () => {
  await lab.choosePlace('DE');
  const page = await lab.browser.open(
    'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement',
  );
  await lab.verdict('sharing');
  await page.goto(
    'https://www.linkedin.com/mypreferences/d/settings/policy-and-academic-research',
    {
      waitUntil: 'domcontentloaded',
    },
  );
  await until(
    'both are on',
    async () => (await lab.stored('finding/linkedin/research'))?.reading.state === 'on',
  );
  await page.close();

  await lab.withPopup(async (popup) => {
    await popup.click('[data-action="turn-off-all"]');
    await popup.waitFor('[data-action="turn-off-chosen"]');
    const listed = await popup.evaluate((doc) =>
      [...doc.querySelectorAll<HTMLInputElement>('.chooser input')].map(({ name, checked }) => [
        name,
        checked,
      ]),
    );
    expect(listed.toSorted()).toEqual([
      ['linkedin/ai-training', true],
      ['linkedin/research', true],
    ]);
    // One that turns on while the person chooses is there to be chosen, and nobody has.
    const late = '.chooser input[name="linkedin/partners"]';
    await seed(lab, found('partners', { state: 'on', strategy: 'known-id' }));
    await popup.waitFor(late);
    expect(
      await popup.evaluate((doc, at) => doc.querySelector<HTMLInputElement>(at)?.checked, late),
    ).toBe(false);
    await popup.click('.chooser input[name="linkedin/research"]');
    await popup.click('[data-action="turn-off-chosen"]');
  });
  expect(await ended()).toBe('finished');
  expect((await batch()).results).toEqual({ 'linkedin/ai-training': 'done' });
  expect(lab.saves()).toHaveLength(1);
  expect(Object.values(lab.simulator.account.switches).filter((on) => !on)).toHaveLength(1);
});

const isAt = (step: string, index: number) =>
  until(`the batch is ${step} at ${index}`, async () => {
    const now = await batch();
    return now?.step === step && now.index === index;
  });

test('a ring that reached a background on the point of being killed comes again', async () => {
  // A page that is there would wake the background by what it says.
  lab.simulator.set({ page: 'dead' });
  await checkAll();
  // Long enough that it does not ring by itself meanwhile.
  await startShort(2, { min: 15_000, max: 15_000 });
  await isAt('pausing', 1);
  await lab.loseRing('batch');
  expect(await ended()).toBe('finished');
  await until('it rings no more', async () => !(await lab.alarm('batch')));
});

test.each([
  ['another page of the service', FEED],
  ['a page that we may not see', 'data:text/html,theirs'],
])('with its tab led to %s by the person, it ends, and never takes it back', async (_, address) => {
  await checkAll();
  await startShort(3, { min: PAUSE_MS, max: PAUSE_MS });
  await isAt('pausing', 1);
  const [tab] = await lab.browser.tabs();
  await tab?.goto(address);
  const { nextAt } = await batch();
  expect(await ended()).toBe('handed-over');
  expect((await batch()).end.reason).toBe('wrong-page');
  await until('the next stop would have begun', async () => Date.now() > nextAt + 1_000);
  expect(tab?.url()).toBe(address);
});

test.each(['between two pages', 'while a page is read'])(
  'with its tab put aside by the browser %s, it goes on',
  async (when) => {
    const isReading = when === 'while a page is read';
    if (isReading) lab.simulator.set({ delayMs: 20_000 });
    await checkAll();
    await startShort(3);
    if (isReading) await until('its page has come', async () => (await batch())?.arrived);
    else await isAt('pausing', 1);
    lab.simulator.set({ delayMs: 300 });
    await lab.browser.inExtension(async (api) => {
      const [tab] = await api.tabs.query({ url: 'https://www.linkedin.com/*' });
      await api.tabs.discard(tab.id);
    });
    expect(await ended()).toBe('finished');
    expect([...new Set(Object.values((await batch()).results))]).toEqual(['read']);
  },
);

test.runIf(inject('browser') === 'chromium')(
  'with its tab crashed, that is noticed at once, and it goes on',
  async () => {
    lab.simulator.set({ delayMs: 20_000 });
    await checkAll();
    await startShort(1);
    const [tab] = await until('its page has come', async () => {
      const tabs = await lab.browser.tabs();
      return (await batch())?.arrived && tabs;
    });
    await lab.browser.crash?.(tab as Page);
    expect(await ended()).toBe('finished');
    const { results, endedAt, startedAt } = await batch();
    expect(Object.values(results)).toEqual(['unread']);
    expect(endedAt - startedAt).toBeLessThan(STOP_DEADLINE_MS);
  },
);

test.each([
  // As a restart does; the tab with the same id is now one of the person's.
  ['of a browser that is gone', () => unseed(lab, 'all', 'session')],
  ['of an extension that was updated', () => lab.update()],
])('%s, it goes on in no tab, and says so', async (_, happens) => {
  await checkAll();
  await startShort(2, { min: PAUSE_MS, max: PAUSE_MS });
  await isAt('pausing', 1);
  await lab.browser.killBackground();
  await happens();
  expect(await ended()).toBe('interrupted');
  expect([...new Set(loads().map(({ path }) => path))]).toEqual([loads()[0]?.path]);
  expect(await lab.browser.tabs()).toHaveLength(1);
});

test('with its browser restarted it ends, says so, and leads no tab of the new one anywhere', () =>
  inLastingProfile(lab.simulator, async ({ start, stop }) => {
    const kept = async (browser: TestBrowser) =>
      (await browser.inExtension((api, key) => api.storage.local.get(key), BATCH_KEY))[BATCH_KEY]
        ?.value;
    const before = await start();
    await checkAll(before);
    const { nextAt } = await until('it pauses', async () => {
      const now = await kept(before);
      return now?.step === 'pausing' && now;
    });
    await stop();

    await until('its pause is over', async () => Date.now() >= nextAt);
    const loaded = lab.simulator.log.length;
    const after = await start();
    const popup = await after.popup();
    await popup.waitFor(CARD);
    await popup.waitFor('[data-notice="batch"][data-end="interrupted"]', 60_000);
    await popup.close();
    expect((await kept(after)).end.code).toBe('interrupted');
    expect(lab.simulator.log.slice(loaded)).toEqual([]);
  }));

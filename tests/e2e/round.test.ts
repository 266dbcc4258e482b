import { expect, test } from 'vitest';
import { openLab, until } from './lab.ts';

const lab = openLab();

const round = () => lab.stored('round');
const ended = () =>
  until(
    'the round has ended',
    async () => (await round())?.end?.code as string | undefined,
    80_000,
  );
const loads = () => lab.simulator.log.filter(({ method }) => method === 'GET');
const saves = () => lab.simulator.log.filter(({ method }) => method === 'PUT');
const click = (selector: string) => lab.withPopup((popup) => popup.click(selector));
const rest = { pauseMs: { min: 1_000, max: 1_500 } };

/** As in the recipe, only sooner: what is tested is the order, and not the patience. */
async function startShort(stops: number): Promise<void> {
  await until('the round has begun', round);
  await lab.browser.inExtension(
    async (api, pause, most) => {
      const { round } = await api.storage.local.get('round');
      const value = { ...round.value, ...pause, stops: round.value.stops.slice(0, most) };
      await api.storage.local.set({ round: { ...round, value } });
    },
    rest,
    stops,
  );
}

test('one click reads page after page in one tab behind, and tells what came of it', async () => {
  await lab.choosePlace('DE');
  await click('[data-action="check-all"]');
  await startShort(3);
  await lab.withPopup((popup) => popup.waitFor('[data-round="check"] progress'));
  // The popup is closed now, and the background dies: it goes on.
  await until(
    'the first page is read',
    async () => Object.keys((await round()).results).length > 0,
  );
  await lab.browser.killBackground();

  expect(await ended()).toBe('finished');
  const { results, stops } = await round();
  expect(Object.values(results)).toEqual(
    stops.flatMap(({ keys }: { keys: string[] }) => keys).map(() => 'read'),
  );
  expect(saves()).toEqual([]);
  const pages = loads().map(({ path }) => path);
  expect(new Set(pages).size).toBe(pages.length);
  // The tab was its own, and is gone.
  expect(await lab.browser.tabs()).toEqual([]);

  await lab.withPopup(async (popup) => {
    await popup.waitFor('[data-notice="round"][data-end="finished"]');
    await popup.click('[data-action="round-seen"]');
  });
  await until('it is forgotten', async () => (await round()) === null);
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
    await popup.click('.chooser input[name="linkedin/research"]');
    await popup.click('[data-action="turn-off-chosen"]');
  });
  expect(await ended()).toBe('finished');
  expect((await round()).results).toEqual({ 'linkedin/ai-training': 'done' });
  expect(saves()).toHaveLength(1);
  expect(Object.values(lab.simulator.account.switches).filter((on) => !on)).toHaveLength(1);
});

test('it stops at the first sign-in wall and leaves the tab to the person', async () => {
  await lab.choosePlace('DE');
  lab.simulator.set({ page: 'sign-in-wall' });
  await click('[data-action="check-all"]');
  expect(await ended()).toBe('handed-over');
  expect((await round()).end.reason).toBe('signed-out');
  expect(await lab.browser.tabs()).toHaveLength(1);
  await lab.withPopup((popup) => popup.waitFor('[data-notice="round"][data-end="handed-over"]'));
});

test('cancelled, it opens nothing more', async () => {
  await lab.choosePlace('DE');
  await click('[data-action="check-all"]');
  await click('[data-action="cancel-round"]');
  expect(await ended()).toBe('cancelled');
  const before = loads().length;
  await until('its tab is closed', async () => (await lab.browser.tabs()).length === 0);
  expect(loads().length - before).toBeLessThanOrEqual(1);
});

import { expect, test } from 'vitest';
import { CARD, FEED, ORIGIN, openLab, SETTING, SWITCH, until } from './lab.ts';
import { inLastingProfile } from './lasting-profile.ts';
import { seedProtected } from './seed-protected.ts';

/* What dies under an errand, or as something happens: the background, a ring that it was to hear, the browser. */
const lab = openLab();
const ERRAND = `errand/${SETTING}`;

const saves = () => lab.saves().length;
const step = async () => (await lab.errand())?.step as string | undefined;

test.each(['opening', 'pressing', 'verifying'])(
  'a background killed while an errand is %s loses nothing and presses nothing twice',
  async (at) => {
    lab.simulator.set({ delayMs: 4_000 });
    await lab.choosePlace('DE');
    await lab.press('turn-off');
    await until(`the errand is ${at}`, async () => (await step()) === at);
    await lab.browser.killBackground();
    expect(await lab.outcome()).toBe('done');
    expect(saves()).toBe(1);
    expect((await lab.verdict('protected')).reading).toBe('off');
  },
);

test('a sign-out that the background died over is noticed by the next one', async () => {
  await seedProtected(lab);
  const page = await lab.browser.open(FEED);
  await lab.dieOver(() => page.goto(`${ORIGIN}/login`));
  expect(await lab.verdict('unknown')).toMatchObject({ reason: 'signed-out' });
});

test('an errand that hangs ends, even if the ring that ends it is lost', async () => {
  lab.simulator.set({ page: 'silent' });
  await lab.choosePlace('DE');
  await lab.press('turn-off');
  const { tabId } = await until('the errand is there', () => lab.errand());
  await lab.loseRing(ERRAND);
  expect(await lab.outcome()).toBe('could-not-read');
  await until('it rings no more', async () => !(await lab.alarm(ERRAND)));
  await lab.browser.inExtension((api, id) => api.tabs.remove(id), tabId);
});

test.each(['batch', ERRAND, 'errand/linkedin/of-another-version'])(
  'the alarm %s that outlived what it was for rings once',
  async (name) => {
    // In one go: a busy machine may take longer than that to ask.
    const isSet = await lab.browser.inExtension(async (api, left) => {
      await api.alarms.create(left, { when: Date.now() + 500, periodInMinutes: 0.5 });
      return Boolean(await api.alarms.get(left));
    }, name);
    expect(isSet).toBe(true);
    await until('it rings no more', async () => !(await lab.alarm(name)));
  },
);

test('a browser that is restarted under an errand tells of it, and presses nothing more', () =>
  inLastingProfile(lab.simulator, async ({ start, stop }) => {
    lab.simulator.set({ delayMs: 20_000 });
    const browser = await start();
    const before = await browser.popup();
    await before.waitFor(CARD);
    await before.click(`${CARD} [data-action="turn-off"]`);
    await until('the errand has arrived', () =>
      browser.inExtension(
        async (api, key) => (await api.storage.local.get(key))[key]?.value?.arrived as boolean,
        ERRAND,
      ),
    );
    await stop();

    const after = await (await start()).popup();
    await after.waitFor(`${CARD} [data-outcome="restarted"]`, 60_000);
    expect(await after.text(`${CARD} .errand`)).toContain("We don't know whether");
    expect(await after.attribute(CARD, 'data-verdict')).not.toBe('protected');
    await after.close();
    expect(saves()).toBe(0);
    expect(lab.simulator.account.switches[SWITCH]).toBe(true);
  }));

test('a dead background changes nothing that a person can see', async () => {
  await lab.choosePlace('DE');
  expect(await lab.check()).toBe('read');
  // A page that is there would wake the background by what it says.
  for (const tab of await lab.browser.tabs()) await tab.close();
  // The badge comes after all else; the background answers once it is there.
  await lab.send('overview.get', {});
  const card = () => lab.withPopup((popup) => popup.text(CARD));
  const before = await card();
  const badge = () => lab.browser.inExtension((api) => api.action.getBadgeText({}));
  const mark = await badge();

  await lab.browser.killBackground();
  expect(await badge()).toBe(mark);
  expect(await card()).toBe(before);
  // The popup drew what is kept: nobody had to be woken for it.
  expect(await lab.browser.backgroundRuns()).toBe(false);
});

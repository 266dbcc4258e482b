import { afterEach, expect, inject, test } from 'vitest';
import {
  BATCH_KEY,
  CARD,
  openLab,
  popupPath,
  SETTING,
  SETTING_PAGE,
  SWITCH,
  SWITCH_IN_PAGE,
  until,
} from './lab.ts';
import { pressInPage } from './press-in-page.ts';
import { unseed } from './seed.ts';
import { seedProtected } from './seed-protected.ts';

/* The person may take our access to the service's pages away in the browser, and give it back, at any time. */
const lab = openLab({ own: true });

afterEach(() => lab.browser.setSiteAccess(true));

const badge = () => lab.browser.inExtension((api) => api.action.getBadgeText({}));
const withdraw = () => lab.browser.setSiteAccess(false);
const sentence = "Your browser doesn't let Default Check see LinkedIn";

test('taken away, nothing reassures: what was read is shown as what we cannot check now', async () => {
  await seedProtected(lab);
  const before = await lab.finding();
  await withdraw();
  const status = await lab.verdict('unknown', 2_000);
  expect(status.text).toContain("We can't check this now.");
  expect(await badge()).toBe('?');
  expect(await lab.finding()).toEqual(before);
  await lab.withPopup(async (popup) => {
    await popup.waitFor('[data-notice="access"]');
    expect(await popup.text('[data-notice="access"]')).toContain(sentence);
    expect(await popup.attribute(CARD, 'data-verdict')).toBe('unknown');
  });
});

test('taken away while the background sleeps, it is seen when the popup opens', async () => {
  await seedProtected(lab);
  await lab.browser.killBackground();
  await withdraw();
  await lab.withPopup(async (popup) => {
    await popup.waitFor('[data-notice="access"]');
    expect(await popup.attribute(CARD, 'data-verdict')).toBe('unknown');
  });
});

test('given back, what was read counts again, and open pages are read at once', async () => {
  await seedProtected(lab);
  await withdraw();
  await lab.verdict('unknown', 2_000);
  const page = await lab.browser.open(SETTING_PAGE);
  await page.waitForSelector(SWITCH_IN_PAGE);
  lab.simulator.account.switches[SWITCH] = true;
  await page.reload();
  await page.waitForSelector(SWITCH_IN_PAGE);
  expect((await lab.status()).verdict).toBe('unknown');
  await lab.browser.setSiteAccess(true);
  await lab.verdict('sharing');
});

test.each(['opt-out', 'check', 'undo', 'guide'] as const)(
  'without it no %s begins, no tab opens, and nothing is kept',
  async (kind) => {
    // There is something to undo only after we turned something off.
    await (kind === 'undo' ? lab.turnOff() : seedProtected(lab));
    const before = [await lab.finding(), await lab.errand()];
    const tabs = (await lab.browser.tabs()).length;
    await withdraw();
    await lab.verdict('unknown', 2_000);
    expect(await lab.ask('errand.start', { key: SETTING, kind })).toEqual({
      ok: false,
      error: 'no-access',
    });
    expect((await lab.browser.tabs()).length).toBe(tabs);
    expect([await lab.finding(), await lab.errand()]).toEqual(before);
  },
);

test('without it no batch begins', async () => {
  await lab.choosePlace('DE');
  await withdraw();
  expect(await lab.ask('batch.check', {})).toEqual({ ok: false, error: 'no-access' });
  expect(await lab.stored(BATCH_KEY)).toBeUndefined();
  expect(await lab.browser.tabs()).toEqual([]);
});

test.each(['check', 'turn-off', 'undo'] as const)(
  'taken away in the middle of it, a "%s" ends within two seconds, with a sentence and a button',
  async (action) => {
    await (action === 'undo' ? lab.turnOff() : lab.choosePlace('DE'));
    const before = [lab.saves(), await lab.finding()];
    lab.simulator.set({ delayMs: 20_000 });
    await lab.press(action);
    await until('it is under way', async () => {
      const now = await lab.errand();
      return now?.outcome === undefined && now?.arrived;
    });
    await withdraw();
    expect(await lab.outcome(2_000)).toBe('no-access');
    expect([lab.saves(), await lab.finding()]).toEqual(before);
    expect((await lab.status()).verdict).not.toBe('protected');
    await lab.withPopup(async (popup) => {
      await popup.waitFor('[data-notice="access"] [data-action="grant"]');
      expect(await popup.text(`${CARD} [data-outcome]`)).toContain(sentence);
    });
  },
);

test.each(['the browser is restarted', 'another check begins and ends unread'])(
  'taken away after an undo has pressed, nothing reassures once %s',
  async (then) => {
    await lab.turnOff();
    await lab.press('undo');
    await until('it is pressed', async () => lab.saves().length === 2);
    // Its reload is not read before access is gone.
    lab.simulator.set({ delayMs: 20_000 });
    await withdraw();
    expect(await lab.outcome(2_000)).toBe('no-access');
    for (const tab of await lab.browser.tabs()) await tab.close();
    await lab.browser.setSiteAccess(true);
    await until(
      'it is given back',
      async () => (await lab.shown()).querySelector('[data-notice="access"]') === null,
    );
    expect((await lab.status()).verdict).toBe('unknown');
    expect(lab.simulator.account.switches[SWITCH]).toBe(true);

    if (then === 'the browser is restarted') {
      await lab.browser.killBackground();
      await unseed(lab, 'all', 'session');
      await lab.send('overview.get', {});
      await until('it is forgotten', async () => !(await lab.errand()));
    } else {
      await lab.press('check');
      await until(
        'it is open',
        async () => (await lab.errand())?.kind === 'check' && (await lab.errand()).arrived,
      );
      for (const tab of await lab.browser.tabs()) await tab.close();
      expect(await lab.outcome()).toBe('tab-closed');
    }
    expect((await lab.status()).verdict).not.toBe('protected');
  },
);

test('taken away in the middle of it, a batch ends within two seconds and says why', async () => {
  lab.simulator.set({ delayMs: 20_000 });
  await lab.choosePlace('DE');
  await lab.send('batch.check', {});
  await until('its page has come', async () => (await lab.browser.tabs()).length > 0);
  await withdraw();
  const end = await until('it has ended', async () => (await lab.stored(BATCH_KEY))?.end, 2_000);
  expect(end).toEqual({ code: 'no-access', service: 'linkedin' });
  expect(await lab.stored(`finding/${SETTING}`)).toBeUndefined();
  expect((await lab.shown()).querySelector('[data-notice="batch"]')?.textContent).toContain(
    `Stopped: ${sentence.replace('Your', 'your')}`,
  );
});

/* Chromium's own question can be answered by nobody but a person. */
test.runIf(inject('browser') === 'firefox')('the button asks the browser for it', async () => {
  await seedProtected(lab);
  await withdraw();
  await lab.verdict('unknown', 2_000);
  // In a tab a press is a real one, without which no browser asks.
  const page = await lab.browser.extensionPage(await popupPath(lab.browser));
  const button = '[data-action="grant"]';
  await until('it offers it', () =>
    page.evaluate((wanted) => document.querySelector(wanted) !== null, button),
  );
  await pressInPage(page, button);
  await lab.browser.answerPermission?.(true);
  await lab.verdict('protected');
});

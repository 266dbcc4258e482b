import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { views } from '../../src/ui/dashboard/views.ts';
import {
  drawnUnfocused,
  hasFocus,
  operable,
  stopOf,
  tabThrough,
  tabTo,
} from '../accessibility/keyboard.ts';
import {
  catchWhatIsTaken,
  openDashboard,
  press,
  shown,
  textOf,
  whatWasTaken,
} from './dashboard.ts';
import { BATCH_KEY, CARD, openLab, until } from './lab.ts';
import { openOwn, seedSome } from './own-pages.ts';

const lab = openLab();
const RESEARCH = '[data-setting="linkedin/research"]';

/** Waits until the focus is there: what moves it is drawn first. */
function focusIsOn(page: Page, selector: string): Promise<true> {
  return until(`the focus is on ${selector}`, async () => (await hasFocus(page, selector)) || null);
}

/** Tab leads to everything, in the order in which it stands, the focus is seen, and nothing keeps it. */
async function expectAWholeWalk(page: Page, least: number): Promise<void> {
  expect(await drawnUnfocused(page)).toEqual([]);
  const wanted = await operable(page);
  const stops = await tabThrough(page);
  expect(wanted.filter(({ at }) => !stops.some((stop) => stop.at === at))).toEqual([]);
  expect(stops.filter(({ isDrawn, isSeen }) => !isDrawn || !isSeen)).toEqual([]);
  expect(stops.map(({ at }) => at)).toEqual(stops.map(({ at }) => at).toSorted((a, b) => a - b));
  expect(stops.length).toBeGreaterThanOrEqual(least);
}

describe('Tab leads to everything in order, the focus is always seen, and nothing keeps it', () => {
  test('in the popup, folded', async () => {
    const page = await openOwn(lab, 'popup');
    await expectAWholeWalk(page, 20);
    await page.close();
  });

  test('in the popup, with everything open', async () => {
    await lab.choosePlace('DE');
    await seedSome(lab);
    const page = await openOwn(lab, 'popup');
    await shown(page, `${CARD}[data-verdict="sharing"]`);
    await page.evaluate(() => {
      const unfold = '[data-action="unfold"][aria-expanded="false"], .pages summary';
      for (const line of document.querySelectorAll<HTMLElement>(unfold)) line.click();
    });
    await press(page, `${CARD} [data-action="why"]`);
    await shown(page, `${CARD} .why:not([hidden])`);
    await expectAWholeWalk(page, 80);
    await page.close();
  });

  test('in the welcome page', async () => {
    const page = await openOwn(lab, 'welcome');
    await expectAWholeWalk(page, 5);
    await page.close();
  });

  test.each(views)('in the dashboard at %s', async (view) => {
    await lab.choosePlace('DE');
    await seedSome(lab);
    const page = await openOwn(lab, view);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await expectAWholeWalk(page, 7);
    await page.close();
  });
});

describe('by keyboard alone, in the popup,', () => {
  test('a place is chosen by its first letters, and the focus stays on the choice', async () => {
    const page = await openOwn(lab, 'popup');
    await shown(page, '.place-open select');
    await tabTo(page, 'select[name="jurisdiction"]');
    await page.keyboard.type('Germ', { delay: 40 });
    if (lab.browser.name === 'firefox') await page.keyboard.press('Enter');
    await until('it is kept', async () => (await lab.stored('place'))?.code === 'DE');
    await shown(page, '.place:not(.place-open) select');
    await focusIsOn(page, 'select[name="jurisdiction"]');
    await page.close();
  });

  test('a row is opened, asked why, and turned off', async () => {
    await lab.choosePlace('DE');
    const page = await openOwn(lab, 'popup');
    await shown(page, `${CARD}[data-verdict="presumed-sharing"]`);
    await tabTo(page, `${RESEARCH} [data-action="unfold"]`);
    await page.keyboard.press('Enter');
    await shown(page, `${RESEARCH} [data-action="unfold"][aria-expanded="true"]`);
    await tabTo(page, `${RESEARCH} [data-action="why"]`);
    await page.keyboard.press(' ');
    await shown(page, `${RESEARCH} .why:not([hidden])`);
    await tabTo(page, `${RESEARCH} .why a`);
    for (let presses = 0; presses < 30; presses++) {
      if (await hasFocus(page, `${RESEARCH} [data-action="turn-off"]`)) break;
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
    }
    expect((await stopOf(page))?.isDrawn).toBe(true);
    await page.keyboard.press('Enter');
    // The button cannot be pressed again, and is gone in the end: its row has the focus.
    await focusIsOn(page, `${RESEARCH} [data-action="unfold"]`);
    const outcome = await until(
      'the errand has ended',
      async () => (await lab.stored('errand/linkedin/research'))?.outcome?.code,
      180_000,
    );
    expect(outcome).toBe('done');
    await page.close();
  });

  test('what is on is listed, some taken out, left, asked again, and turned off until cancelled', async () => {
    await lab.choosePlace('DE');
    await seedSome(lab);
    lab.simulator.set({ delayMs: 4_000 });
    const page = await openOwn(lab, 'popup');
    await tabTo(page, '[data-action="turn-off-all"]');
    await page.keyboard.press('Enter');
    await focusIsOn(page, '.chooser');
    await page.keyboard.press('Escape');
    await focusIsOn(page, '[data-action="turn-off-all"]');
    await page.keyboard.press(' ');
    await focusIsOn(page, '.chooser');
    await tabTo(page, '[data-action="leave-choice"]');
    await page.keyboard.press('Enter');
    await focusIsOn(page, '[data-action="turn-off-all"]');

    await page.keyboard.press('Enter');
    await focusIsOn(page, '.chooser');
    const before = await textOf(page, '[data-action="turn-off-chosen"]');
    await tabTo(page, '.chooser input');
    await page.keyboard.press(' ');
    await shown(page, '.chooser input:not(:checked)');
    expect(await textOf(page, '[data-action="turn-off-chosen"]')).not.toBe(before);
    await tabTo(page, '[data-action="turn-off-chosen"]');
    await page.keyboard.press('Enter');

    await shown(page, '[data-batch="turn-off"] progress');
    // Its tab came to the front where the browser lets it.
    await page.bringToFront();
    await focusIsOn(page, '.batch');
    await tabTo(page, '[data-action="cancel-batch"]', 2);
    await page.keyboard.press('Enter');
    await shown(page, '[data-notice="batch"][data-end="cancelled"]');
    await focusIsOn(page, '.batch');
    await tabTo(page, '[data-action="batch-seen"]', 2);
    await page.keyboard.press('Enter');
    await until('it is gone', async () => (await lab.stored(BATCH_KEY)) === null);
    await focusIsOn(page, '.batch');
    await page.close();
  });
});

test('by keyboard alone all three steps of the welcome page are taken', async () => {
  lab.simulator.set({ delayMs: 4_000 });
  const page = await openOwn(lab, 'welcome');
  await tabTo(page, 'select[name="jurisdiction"]');
  await page.keyboard.type('Germ', { delay: 40 });
  if (lab.browser.name === 'firefox') await page.keyboard.press('Enter');
  await until('it is kept', async () => (await lab.stored('place'))?.code === 'DE');
  await tabTo(page, 'input[name="warn"]');
  await page.keyboard.press('ArrowDown');
  await until('it is quiet', async () => (await lab.stored('preferences'))?.banner === false);
  await focusIsOn(page, 'input[name="warn"][value="quiet"]');
  await tabTo(page, '[data-action="check-all"]');
  await page.keyboard.press('Enter');
  await shown(page, '[data-batch="check"] progress');
  await focusIsOn(page, '.batch');
  await tabTo(page, '[data-action="cancel-batch"]', 2);
  await page.keyboard.press('Enter');
  await shown(page, '[data-notice="batch"][data-end="cancelled"]');
  await page.close();
});

describe('by keyboard alone, in the dashboard,', () => {
  test('every view is gone to, and its heading has the focus', async () => {
    const page = await openDashboard(lab);
    for (const view of ['rules', 'rights', 'history', 'preferences', 'about', 'settings']) {
      await page.evaluate(() => document.querySelector<HTMLElement>('nav a')?.focus());
      while (!(await hasFocus(page, `nav a[href="#${view}"]`))) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await shown(page, `main[data-view="${view}"]`);
      await focusIsOn(page, '#view-title');
      expect(await page.evaluate(() => document.title)).toMatch(/^Default Check: ./);
    }
    await page.close();
  });

  test('a setting is opened and asked why', async () => {
    await lab.choosePlace('DE');
    const page = await openDashboard(lab);
    await tabTo(page, `${RESEARCH} [data-action="unfold"]`);
    await page.keyboard.press('Enter');
    await shown(page, `${RESEARCH} [data-action="unfold"][aria-expanded="true"]`);
    await tabTo(page, `${RESEARCH} [data-action="why"]`);
    await page.keyboard.press('Enter');
    await shown(page, `${RESEARCH} .why:not([hidden])`);
    await page.close();
  });

  test('rules are asked for another day by the date, the handle and a joint', async () => {
    const page = await openDashboard(lab, '#rules');
    await shown(page, '.tracks');
    const asOf = () =>
      page.evaluate(() => document.querySelector('[data-as-of]')?.getAttribute('data-as-of'));
    const today = await asOf();
    await tabTo(page, 'input[name="day"]');
    await page.keyboard.press('ArrowDown');
    const earlier = await until('the date has moved', async () => {
      const day = await asOf();
      return day !== today && day;
    });
    await tabTo(page, 'button[data-day]');
    await page.keyboard.press(' ');
    await shown(page, 'button[data-day][aria-pressed="true"]');
    expect(await asOf()).not.toBe(earlier);
    await tabTo(page, 'input[name="day-range"]');
    await page.keyboard.press('Home');
    await shown(page, '[data-as-of="2024-09-01"]');
    await tabTo(page, '[data-joint]');
    await page.keyboard.press('Enter');
    await shown(page, '[data-joint][aria-expanded="true"]');
    await tabTo(page, '.joint-sources a');
    await page.close();
  });

  test('a place is looked for and one of several is picked', async () => {
    const page = await openDashboard(lab, '#rules');
    await tabTo(page, 'input[name="place"]');
    await page.keyboard.type('united');
    await shown(page, '[data-place="GB"]');
    await tabTo(page, '[data-place="GB"]');
    await page.keyboard.press('Enter');
    await shown(page, '[data-answer="GB"]');
    await focusIsOn(page, '.answer');
    await page.close();
  });

  test('a way to be warned is chosen, and a person is added by name', async () => {
    const page = await openDashboard(lab, '#preferences');
    await tabTo(page, 'input[name="warn"]');
    await page.keyboard.press('ArrowDown');
    await until('it is quiet', async () => (await lab.stored('preferences'))?.banner === false);
    await tabTo(page, '.parts a[href="#accounts"]');
    await page.keyboard.press('Enter');
    await focusIsOn(page, '#view-title');
    await tabTo(page, '.new-profile input');
    await page.keyboard.type('Ada');
    await page.keyboard.press('Enter');
    // Not in the field into which her name is typed.
    await until('she is there', () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>('[data-account] input')].some(
          ({ value }) => value === 'Ada',
        ),
      ),
    );
    await page.close();
  });

  test('the letter is changed, taken back and copied', async () => {
    await lab.choosePlace('DE');
    const page = await openDashboard(lab, '#rights');
    await catchWhatIsTaken(page);
    await tabTo(page, 'textarea[name="letter"]');
    await page.keyboard.type('By hand. ');
    await tabTo(page, '[data-action="restore"]');
    await page.keyboard.press('Enter');
    await focusIsOn(page, 'textarea[name="letter"]');
    await tabTo(page, '[data-action="copy"]');
    await page.keyboard.press('Enter');
    await until('it is said', async () => (await textOf(page, '.letter .said')) !== '');
    expect((await whatWasTaken(page)).join()).not.toContain('By hand.');
    await page.close();
  });

  test('what was read is saved, and only one setting of it is shown', async () => {
    await seedSome(lab);
    const page = await openOwn(lab, 'history');
    await tabTo(page, 'select[name="setting"]');
    await page.keyboard.press('ArrowDown');
    if (lab.browser.name === 'firefox') await page.keyboard.press('Enter');
    await until('one is chosen', () =>
      page.evaluate(
        () => document.querySelector<HTMLSelectElement>('select[name="setting"]')?.value !== '',
      ),
    );
    await tabTo(page, '[data-action="save-json"]');
    await tabTo(page, 'input[type="file"]');
    await page.close();
  });

  test('everything is deleted only once a question is answered, which takes and gives back the focus', async () => {
    await lab.choosePlace('DE');
    const page = await openDashboard(lab, '#delete');
    await tabTo(page, '[data-action="delete"]');
    await page.keyboard.press('Enter');
    await focusIsOn(page, '.question');
    expect(await stopOf(page)).toMatchObject({ isDrawn: true, isSeen: true });
    await page.keyboard.press('Escape');
    await shown(page, '[data-deletion="offered"]');
    await focusIsOn(page, '[data-action="delete"]');
    await page.keyboard.press('Enter');
    await focusIsOn(page, '.question');
    await tabTo(page, '[data-action="keep"]', 3);
    await page.keyboard.press(' ');
    await focusIsOn(page, '[data-action="delete"]');
    expect(await lab.stored('place')).toMatchObject({ code: 'DE' });

    await page.keyboard.press('Enter');
    await focusIsOn(page, '.question');
    await tabTo(page, '[data-action="sure"]', 2);
    await page.keyboard.press('Enter');
    await shown(page, '[data-deletion="done"]');
    await focusIsOn(page, '[data-notice="deletion-done"]');
    expect(await lab.stored('place')).toBeUndefined();
    await page.close();
  });
});

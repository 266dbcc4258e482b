import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { openLab, SETTING_PAGE, SWITCH, until } from './lab.ts';
import { moveByHand } from './move-by-hand.ts';

const lab = openLab();
const CONTROL = `input[aria-labelledby="${SWITCH}"]`;

/** The page shows a press before it has saved it. */
const isSaved = () =>
  until('the page has saved it', async () => !lab.simulator.account.switches[SWITCH]);

async function settingTab(): Promise<Page> {
  return until('the page of the setting is open', async () =>
    (await lab.browser.tabs()).find((page) => page.url() === SETTING_PAGE),
  );
}

/** Whether the control has the focus and stands wholly inside the window. */
function whereIsControl(page: Page) {
  return page.$eval(CONTROL, (control) => {
    const { top, bottom, left, right } = control.getBoundingClientRect();
    return {
      isFocused: document.activeElement === control,
      isInView: top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth,
      isScrolled: scrollY > 0,
    };
  });
}

test('“Show me” brings a switch far down into view with the focus on it; the person presses it', async () => {
  lab.simulator.set({ delayMs: 3_000 });
  await lab.press('guide');
  const page = await settingTab();
  await page.evaluate(() => {
    document.documentElement.style.paddingTop = '4000px';
  });
  expect(await lab.outcome()).toBe('shown');

  expect(await whereIsControl(page)).toEqual({ isFocused: true, isInView: true, isScrolled: true });
  const shown = await lab.verdict('sharing');
  expect(shown.text).toContain('The setting is in view. Nothing was pressed.');
  expect(shown.text).toContain('Press it yourself, and save if the page asks you to');
  expect(lab.walked()).toEqual(['GET']);
  expect(lab.simulator.account.switches[SWITCH]).toBe(true);

  await page.bringToFront();
  await page.keyboard.press(' ');
  const off = await lab.verdict('protected');
  expect(off.text).toContain('Not read again after a reload yet: check now to be sure.');
  await isSaved();
  expect(lab.saves()).toHaveLength(1);
});

test('in a small window the switch is in view as well, and a click of the person is read', async () => {
  const page = await lab.browser.open(SETTING_PAGE);
  await page.setViewport({ width: 360, height: 120 });
  await lab.press('guide');
  expect(await lab.outcome()).toBe('shown');
  expect(await whereIsControl(page)).toMatchObject({ isFocused: true, isInView: true });
  expect(await lab.browser.tabs()).toHaveLength(1);
  expect(lab.saves()).toEqual([]);

  await moveByHand(page);
  await lab.verdict('protected');
  await isSaved();
  expect(lab.saves()).toHaveLength(1);
});

test('a switch that is off is shown and left off', async () => {
  lab.simulator.account.switches[SWITCH] = false;
  await lab.press('guide');
  expect(await lab.outcome()).toBe('shown');
  const status = await lab.verdict('protected');
  expect(status.text).toContain('Read on the page after it was loaded');
  expect(lab.saves()).toEqual([]);
  expect(lab.simulator.account.switches[SWITCH]).toBe(false);
});

test.each([
  ['sign-in-wall', 'signed-out', 'You are not signed in to LinkedIn. Sign in, then check again.'],
  ['wall-in-place', 'signed-out', 'You are not signed in to LinkedIn.'],
  ['checkpoint', 'challenge', 'LinkedIn wants to check that you are a person.'],
  ['missing-control', 'not-found', 'The page was there, but the setting was not on it.'],
  ['dead', 'unreachable', 'The page could not be loaded.'],
] as const)('where %s stands in the way, “Show me” says %s', async (page, reason, words) => {
  lab.simulator.set({ page });
  await lab.press('guide');
  expect(await lab.outcome()).toBe('could-not-read');
  const status = await lab.verdict('unknown');
  expect(status).toMatchObject({ outcome: 'could-not-read', reason });
  expect(status.text).toContain(words);
  expect(lab.saves()).toEqual([]);
});

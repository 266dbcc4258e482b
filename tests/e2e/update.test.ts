import { expect, test } from 'vitest';
import { openLab, SETTING_PAGE, SWITCH, SWITCH_IN_PAGE, until } from './lab.ts';
import { moveByHand } from './move-by-hand.ts';

const lab = openLab();

test('an extension that is updated leaves no error in an open page, and reads it again after its reload', async () => {
  const page = await lab.browser.open(SETTING_PAGE);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.waitForSelector(SWITCH_IN_PAGE);
  await lab.update();

  // The old script still stands in the page and sees the switch move.
  await moveByHand(page);
  await until('it is saved', async () => !lab.simulator.account.switches[SWITCH]);
  // A page that is opened later takes as long to be read as off.
  const later = await lab.browser.open(SETTING_PAGE);
  await lab.verdict('protected');
  expect(errors).toEqual([]);
  await later.close();

  const { readAt } = await lab.finding();
  await page.reload({ waitUntil: 'domcontentloaded' });
  await until('it is read again', async () => (await lab.finding()).readAt > readAt);
  expect((await lab.verdict('protected')).reading).toBe('off');
  expect(errors).toEqual([]);
});

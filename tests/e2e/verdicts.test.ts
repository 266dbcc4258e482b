import { expect, test } from 'vitest';
import { openLab, SETTING_PAGE, SWITCH, SWITCH_IN_PAGE } from './lab.ts';
import { moveByHand } from './move-by-hand.ts';

const lab = openLab();

test('a switch that the person moves by hand is read again, and said not to be verified', async () => {
  await lab.choosePlace('US');
  const page = await lab.browser.open(SETTING_PAGE);
  await page.waitForSelector(SWITCH_IN_PAGE);
  expect((await lab.verdict('sharing')).reading).toBe('on');

  await moveByHand(page);
  const off = await lab.verdict('protected');
  expect(off.text).toContain('Not read again after a reload yet');

  await moveByHand(page);
  await lab.verdict('sharing');
});

test.each(['redirect-to-list', 'blank', 'error'] as const)(
  'in mainland China, a row that is absent is exempt, with how sure we are (%s)',
  async (absentPage) => {
    lab.simulator.account.offered[SWITCH] = false;
    lab.simulator.set({ absentPage });
    await lab.choosePlace('CN');
    expect(await lab.check()).toBe('read');
    const status = await lab.verdict('exempt');
    expect(status.reading).toBe('absent');
    expect(status.text).toContain('since November 3, 2025 nobody could confirm it');
  },
);

test('in mainland China, a list that breaks off exempts nobody', async () => {
  lab.simulator.account.offered[SWITCH] = false;
  lab.simulator.set({ neighbours: 3 });
  await lab.choosePlace('CN');
  expect(await lab.check()).toBe('could-not-read');
  expect((await lab.verdict('unknown')).reading).toBe('unknown');
});

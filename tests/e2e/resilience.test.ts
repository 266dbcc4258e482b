import { expect, test } from 'vitest';
import { outcomeCodes } from '../../src/core/errand/errand.schema.ts';
import { openLab, SETTING_PAGE, SWITCH, SWITCH_IN_PAGE, until } from './lab.ts';

const lab = openLab();

const saves = () => lab.saves().length;

test('a save that takes half a minute ends in one outcome and is never believed before it is read', async () => {
  lab.simulator.set({ save: 'slow', saveMs: 30_000 });
  await lab.choosePlace('DE');
  await lab.press('turn-off');
  const outcome = await lab.outcome();
  expect(outcomeCodes).toContain(outcome);
  expect(outcome).not.toBe('done');
  // Our own reload came before the answer: the service is not to blame.
  expect(outcome).not.toBe('not-saved');
  expect((await lab.status()).verdict).not.toBe('protected');
  expect((await lab.errand()).step).toBe('ended');

  await until('it is saved', async () => !lab.simulator.account.switches[SWITCH], 180_000);
  expect(await lab.outcome()).toBe(outcome);
  expect(saves()).toBe(1);
});

test('two tabs of the setting: what one does, both and the popup agree on in the end', async () => {
  await lab.choosePlace('DE');
  const first = await lab.browser.open(SETTING_PAGE);
  await first.waitForSelector(SWITCH_IN_PAGE);
  const second = await lab.browser.open(SETTING_PAGE);
  await second.waitForSelector(SWITCH_IN_PAGE);
  await lab.verdict('sharing');

  await lab.press('turn-off');
  expect(await lab.outcome()).toBe('done');
  expect(saves()).toBe(1);
  expect((await lab.browser.tabs()).length).toBe(2);
  await lab.verdict('protected');
});

import { expect, test } from 'vitest';
import type { SaveMode } from '../simulator/modes.ts';
import { CARD, openLab, SETTING, SETTING_PAGE, SWITCH, SWITCH_IN_PAGE, until } from './lab.ts';
import { moveByHand } from './move-by-hand.ts';

const lab = openLab();

const saves = () => lab.saves().length;
const isOn = () => lab.simulator.account.switches[SWITCH];
const flippedBack = () =>
  lab.shown().then((document) => document.querySelector(CARD)?.getAttribute('data-flipped-back'));

/** What was read of the setting and who had moved it, in the order in which it came. */
async function history(): Promise<[string, string][]> {
  const { rows } = await lab.stored(`history/${SETTING}`);
  return rows.map(([, said, , cause]: [number, string, boolean, string]) => [said, cause]);
}

/** An errand has been here already, so its kind tells whose outcome it is. */
const undone = () =>
  until(
    'the undoing has ended',
    async () => {
      const last = await lab.errand();
      return last?.kind === 'undo' && (last.outcome?.code as string | undefined);
    },
    180_000,
  );

async function turnOff() {
  expect((await lab.turnOff()).actions).toContain('undo');
  expect(isOn()).toBe(false);
}

test('what we switched off is switched back on, and that is no flip-back', async () => {
  await turnOff();
  await lab.press('undo');
  expect(await undone()).toBe('done');
  expect(isOn()).toBe(true);
  expect(lab.walked()).toEqual(['GET', 'PUT', 'GET', 'PUT', 'GET']);

  const status = await lab.verdict('sharing');
  expect(status).toMatchObject({ reading: 'on', outcome: 'done' });
  expect(status.text).toContain('switched back on and read as on again after a reload');
  expect(status.actions).toContain('turn-off');
  expect(status.actions).not.toContain('undo');
  expect(await flippedBack()).toBeNull();
  expect(await history()).toEqual([
    ['on', 'unknown'],
    ['off', 'errand'],
    ['on', 'errand'],
  ]);

  // Nor at the next reading, when the errand is over.
  await lab.openPage();
  await lab.verdict('sharing');
  expect(await flippedBack()).toBeNull();
});

test.each<[SaveMode, string, string]>([
  ['lies', 'not-saved', 'The switch went on, but after a reload it is off again'],
  [
    'springs-back',
    'sprang-back',
    'The switch went on and came back off by itself. It is still off',
  ],
])('an undoing of which the page says %s ends %s', async (save, outcome, words) => {
  await turnOff();
  lab.simulator.set({ save });
  await lab.press('undo');
  expect(await undone()).toBe(outcome);
  const status = await lab.verdict('protected');
  expect(status).toMatchObject({ reading: 'off', outcome });
  expect(status.text).toContain(words);
  expect(status.actions).toContain('undo');
  expect(isOn()).toBe(false);
  expect(saves()).toBe(2);
});

/** Asks as the popup does, past the button that it does not show. */
const ask = () => lab.ask('errand.start', { key: SETTING, kind: 'undo' });

test('what was off already was not switched off by us: there is nothing to undo', async () => {
  lab.simulator.account.switches[SWITCH] = false;
  await lab.choosePlace('DE');
  await lab.press('turn-off');
  expect(await lab.outcome()).toBe('already-there');
  expect((await lab.verdict('protected')).actions).not.toContain('undo');
  expect(await ask()).toEqual({ ok: false, error: 'refused' });
  expect((await lab.errand()).kind).toBe('opt-out');
  expect(saves()).toBe(0);
});

test('what the person switched off is not ours to undo', async () => {
  const page = await lab.browser.open(SETTING_PAGE);
  await page.waitForSelector(SWITCH_IN_PAGE);
  await lab.verdict('sharing');
  await moveByHand(page);
  await lab.verdict('protected');

  await page.reload();
  await until('it has been verified', async () => (await lab.finding()).fresh);
  expect((await lab.verdict('protected')).actions).not.toContain('undo');
  expect(await ask()).toEqual({ ok: false, error: 'refused' });
  expect(await history()).toContainEqual(['off', 'person']);
  expect(saves()).toBe(1);
});

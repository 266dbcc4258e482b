import { expect, test } from 'vitest';
import { CARD, openLab, SETTING, SWITCH, until } from './lab.ts';

const lab = openLab();

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
  expect(status.text).toContain("You're opted in again: we read it again after a reload");
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

import { expect, test } from 'vitest';
import { openLab, SETTING, SETTING_PAGE, SWITCH, until } from './lab.ts';

const lab = openLab();

const SWITCH_IN_PAGE = 'input[role="switch"]';
/** What the person sees of it. */
const TOGGLE = '.setting-toggle__toggle';

const saves = () => lab.simulator.log.filter(({ method }) => method === 'PUT').length;
const errand = () => lab.stored(`errand/${SETTING}`, 'session');

/** What was read of the setting and who had moved it, in the order in which it came. */
async function history(): Promise<[string, string][]> {
  const { rows } = await lab.stored(`history/${SETTING}`);
  return rows.map(([, said, , cause]: [number, string, boolean, string]) => [said, cause]);
}

/** Asks as the popup does, past the button that it does not show. */
const ask = () =>
  lab.browser.inExtension(
    (api, key) => api.runtime.sendMessage({ type: 'errand.start', request: { key, kind: 'undo' } }),
    SETTING,
  );

test('what was off already was not switched off by us: there is nothing to undo', async () => {
  lab.simulator.account.switches[SWITCH] = false;
  await lab.choosePlace('DE');
  await lab.press('turn-off');
  expect(await lab.outcome()).toBe('already-there');
  expect((await lab.verdict('protected')).actions).not.toContain('undo');
  expect(await ask()).toEqual({ ok: false, error: 'refused' });
  expect((await errand()).kind).toBe('opt-out');
  expect(saves()).toBe(0);
});

test('what the person switched off is not ours to undo', async () => {
  const page = await lab.browser.open(SETTING_PAGE);
  await page.waitForSelector(SWITCH_IN_PAGE);
  await lab.verdict('sharing');
  await page.bringToFront();
  await page.click(TOGGLE);
  await lab.verdict('protected');

  await page.reload();
  await until('it has been verified', async () => (await lab.stored(`finding/${SETTING}`)).fresh);
  expect((await lab.verdict('protected')).actions).not.toContain('undo');
  expect(await ask()).toEqual({ ok: false, error: 'refused' });
  expect(await history()).toContainEqual(['off', 'person']);
  expect(saves()).toBe(1);
});

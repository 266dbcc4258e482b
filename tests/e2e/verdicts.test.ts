import { expect, test } from 'vitest';
import { services } from '../../src/catalogue/index.ts';
import { openLab, SETTING, SETTING_PAGE, SWITCH, SWITCH_IN_PAGE, until } from './lab.ts';
import { moveByHand } from './move-by-hand.ts';
import { found, seed } from './seed.ts';

const lab = openLab();
const DAY_MS = 86_400_000;

test('with no place and nothing read, nothing is claimed', async () => {
  const status = await lab.status();
  expect(status).toMatchObject({ verdict: 'unchecked', reading: 'never-read', reason: null });
  expect(status.text).toContain('Not checked yet');
});

test.each([
  ['US', 'presumed-sharing', 'on by default since September 18, 2024'],
  ['DE', 'presumed-sharing', 'You were exempt until November 2, 2025'],
  ['GB', 'presumed-sharing', "Microsoft's own AI training"],
  ['CN', 'exempt-unchecked', 'nobody could confirm it'],
  ['TW', 'unchecked', 'No rule is known'],
])('by the rule alone, %s is %s', async (code, verdict, words) => {
  await lab.choosePlace(code);
  const status = await lab.verdict(verdict);
  expect(status.reading).toBe('never-read');
  expect(status.text).toContain(words);
});

test('a switch that is on is sharing, in the place chosen and in any other', async () => {
  await lab.choosePlace('DE');
  await lab.press('check');
  expect(await lab.outcome()).toBe('read');
  const status = await lab.verdict('sharing');
  expect(status).toMatchObject({ reading: 'on', reason: null });
  expect(status.text).toContain('You were exempt until November 2, 2025. You are not any more.');

  await lab.choosePlace('CN');
  expect((await lab.verdict('sharing')).text).toContain('the page is what counts');
});

test('a switch that was off when the page was loaded is protected', async () => {
  lab.simulator.account.switches[SWITCH] = false;
  await lab.choosePlace('US');
  expect(await lab.check()).toBe('read');
  const status = await lab.verdict('protected');
  expect(status.reading).toBe('off');
  expect(status.text).toContain('Read on the page after it was loaded');
  expect(status.actions).not.toContain('turn-off');
});

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

test('a row that is absent where the rule says it should be there is unknown', async () => {
  lab.simulator.account.offered[SWITCH] = false;
  await lab.choosePlace('DE');
  expect(await lab.check()).toBe('read');
  const status = await lab.verdict('unknown');
  expect(status.reading).toBe('absent');
  expect(status.text).toContain('although the rule says it should be');
});

test.each([
  [true, 'sharing'],
  [false, 'protected'],
])('a locked switch that is %s is %s and offers nothing to press', async (on, verdict) => {
  lab.simulator.account.switches[SWITCH] = on;
  lab.simulator.set({ page: 'locked' });
  await lab.choosePlace('US');
  await lab.check();
  const status = await lab.verdict(verdict);
  expect(status.reading).toBe('locked');
  expect(status.actions).not.toContain('turn-off');
});

test('a reading of off older than 90 days is protected, but asks to be checked again', async () => {
  await lab.choosePlace('US');
  const ids = services.flatMap(({ settings }) => settings.map(({ id }) => id));
  const off = { state: 'off', strategy: 'known-id' };
  const badge = () => lab.browser.inExtension((api) => api.action.getBadgeText({}));
  await seed(lab, Object.assign({}, ...ids.map((id) => found(id, off))));
  await until('the badge is calm', async () => (await badge()) === '✓');

  const readAt = Date.now() - 100 * DAY_MS;
  await seed(lab, { [`finding/${SETTING}`]: { reading: off, readAt, fresh: true } });
  const status = await lab.verdict('protected');
  expect(status.text).toContain('Check again to be sure');
  await until('the badge asks', async () => (await badge()) === '?');
});

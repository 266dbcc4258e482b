import { expect, test } from 'vitest';
import { outcomeCodes } from '../../src/core/errand/errand.schema.ts';
import {
  type Action,
  CARD,
  openLab,
  SETTING,
  SETTING_PAGE,
  SWITCH,
  SWITCH_IN_PAGE,
  until,
} from './lab.ts';
import { seedRaw } from './seed.ts';

const lab = openLab();
const FINDING = `finding/${SETTING}`;

const saves = () => lab.saves().length;

test('a page that puts its switch back twice is reported, and pressed again by a clear choice alone', async () => {
  lab.simulator.set({ save: 'springs-back' });
  await lab.choosePlace('DE');
  await lab.press('turn-off');
  expect(await lab.outcome()).toBe('sprang-back');
  /** What comes of the next click. */
  const next = async (action: Action) => {
    const { id } = await lab.errand();
    await lab.press(action);
    return until(
      'the next errand has ended',
      async () => {
        const errand = await lab.errand();
        return errand.id !== id && errand.outcome?.code;
      },
      180_000,
    );
  };

  expect(await next('turn-off')).toBe('keeps-springing-back');
  const status = await lab.verdict('sharing');
  expect(status.outcome).toBe('keeps-springing-back');
  expect(status.text).toContain('came back on by itself, again');
  expect(status.text).toContain('Use “Show me” and press it yourself');
  expect(status.actions).not.toContain('turn-off');
  const leading = (await lab.shown()).querySelector(`${CARD} .primary`);
  expect(leading?.getAttribute('data-action')).toBe('guide');
  expect((await lab.stored('warnings'))[0].keepsSpringingBack).toBe(true);
  expect(saves()).toBe(2);

  // To have been shown it changes nothing.
  expect(await next('guide')).toBe('shown');
  expect((await lab.status()).actions).not.toContain('turn-off');
  expect(await next('press-again')).toBe('keeps-springing-back');
  expect(saves()).toBe(3);
});

test('a save that takes half a minute ends in one outcome and is never believed before it is read', async () => {
  lab.simulator.set({ save: 'slow', saveMs: 30_000 });
  await lab.choosePlace('DE');
  await lab.press('turn-off');
  const outcome = await lab.outcome();
  expect(outcomeCodes).toContain(outcome);
  expect(outcome).not.toBe('done');
  expect((await lab.status()).verdict).not.toBe('protected');
  expect((await lab.errand()).step).toBe('ended');

  await until('it is saved', async () => !lab.simulator.account.switches[SWITCH], 180_000);
  expect(await lab.outcome()).toBe(outcome);
  expect(saves()).toBe(1);
});

test('two errands of two settings, started at once, both end well', async () => {
  const keys = [SETTING, 'linkedin/partners'];
  await lab.choosePlace('DE');
  // Not by the popup's buttons: it closes with the first tab that opens.
  await lab.browser.inExtension(
    (api, settings) =>
      Promise.all(
        settings.map((key) =>
          api.runtime.sendMessage({ type: 'errand.start', request: { key, kind: 'opt-out' } }),
        ),
      ),
    keys,
  );
  for (const key of keys) {
    const outcome = await until(
      `the errand of ${key} has ended`,
      async () => (await lab.stored(`errand/${key}`, 'session'))?.outcome?.code,
      180_000,
    );
    expect([key, outcome]).toEqual([key, 'done']);
    // What was read is kept just after the errand has ended.
    await until(
      `${key} is kept as off`,
      async () => (await lab.stored(`finding/${key}`))?.reading.state === 'off',
    );
  }
  expect(saves()).toBe(2);
  const off = Object.entries(lab.simulator.account.switches).filter(([, isOn]) => !isOn);
  expect(off.map(([id]) => id)).toEqual([SWITCH, 'shareDataWithTrustedPartners']);
});

test('signed out between the press and the reload, nobody says how the switch stands', async () => {
  await lab.choosePlace('DE');
  await lab.press('turn-off');
  await until('it has been pressed', async () => saves() > 0);
  lab.simulator.set({ page: 'sign-in-wall' });
  expect(await lab.outcome()).toBe('unverified');
  expect((await lab.errand()).outcome.reason).toBe('signed-out');
  expect((await lab.verdict('unknown')).reason).toBe('signed-out');
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

test('another place judges what was read anew, at once', async () => {
  lab.simulator.account.offered[SWITCH] = false;
  await lab.choosePlace('CN');
  expect(await lab.check()).toBe('read');
  await lab.verdict('exempt');
  await lab.choosePlace('DE');
  await lab.verdict('unknown');
  await lab.choosePlace('CN');
  await lab.verdict('exempt');
});

const off = { reading: { state: 'off' }, readAt: 1_790_000_000_000, fresh: true };
test.each<[string, unknown]>([
  ['a wrong type', 'off'],
  ['a truncated object', { version: 1, value: { reading: { state: 'off' } } }],
  ['a future version', { version: 99, value: off }],
  ['no version', { value: off }],
  ['more than any version stored', { version: 1, value: { ...off, protected: true } }],
  ['a state that does not exist', { version: 1, value: { ...off, reading: { state: 'safe' } } }],
  ['null', null],
])('a finding of %s is set aside, told, and never reads as protected', async (_, broken) => {
  await lab.choosePlace('DE');
  await seedRaw(lab, { [FINDING]: broken });
  const status = await lab.verdict('presumed-sharing');
  expect(status).toMatchObject({ reading: 'never-read', notice: 'set-aside' });

  const kept = await lab.browser.inExtension(async (api) => {
    const all: Record<string, unknown> = await api.storage.local.get(null);
    return Object.entries(all).filter(([key]) => key.startsWith('set-aside/finding/'));
  });
  expect(kept.map(([, value]) => value)).toEqual([broken]);

  await lab.withPopup((popup) => popup.click('[data-action="set-aside-seen"]'));
  await until('the notice is gone', async () => (await lab.status()).notice === null);
  expect(await lab.check()).toBe('read');
  await lab.verdict('sharing');
});

test.each(['place', 'preferences', 'overview', 'warnings', 'set-aside'])(
  'a %s that cannot be read harms nothing else',
  async (key) => {
    lab.simulator.account.switches[SWITCH] = false;
    await lab.choosePlace('DE');
    expect(await lab.check()).toBe('read');
    await lab.verdict('protected');
    await seedRaw(lab, { [key]: { version: 1, value: [{ a: 1 }, 7] } });
    expect((await lab.verdict('protected')).reading).toBe('off');
    const { place } = await lab.send('overview.get', {});
    if (key !== 'place') expect(place).toBe('DE');
  },
);

test('an overview that was edited by hand is not believed', async () => {
  await lab.choosePlace('DE');
  await lab.verdict('presumed-sharing');
  const { overview } = await lab.browser.inExtension((api) => api.storage.local.get('overview'));
  const json = overview.json.replaceAll('presumed-sharing', 'protected');
  expect(json).not.toBe(overview.json);
  await seedRaw(lab, { overview: { ...overview, json } });
  // The popup itself, as it is the one that believes what is kept.
  const verdict = await lab.withPopup((popup) => popup.attribute(CARD, 'data-verdict'));
  expect(verdict).toBe('presumed-sharing');
});

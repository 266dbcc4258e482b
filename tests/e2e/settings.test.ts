import { expect, test } from 'vitest';
import { services } from '../../src/catalogue/index.ts';
import { entriesOf } from '../../src/core/recipe/setting-key.ts';
import { isSwitchId, type SwitchId, switchIds } from '../simulator/settings.ts';
import { ORIGIN, openLab, SWITCH_IN_PAGE, until } from './lab.ts';

const lab = openLab();

const settings = entriesOf(services).map(({ key, setting }) => {
  const { value } = setting.probe.hook;
  if (!isSwitchId(value)) throw new Error(`the simulator does not play ${key}`);
  return { key, open: setting.open, id: value };
});
const addresses = [...new Set(settings.map(({ open }) => open))];
const TOMORROW = `${ORIGIN}/mypreferences/d/settings/setting-of-tomorrow`;

const readingOf = async (key: string) => (await lab.stored(`finding/${key}`))?.reading;
const readings = () => Promise.all(settings.map(({ key }) => readingOf(key)));
const card = (key: string) => `[data-setting="${key}"]`;
const stillOn = () => switchIds.filter((id) => lab.simulator.account.switches[id]);

function turnEverything(isOn: boolean) {
  for (const id of switchIds) lab.simulator.account.switches[id] = isOn;
}

async function allRead(state: 'on' | 'off') {
  for (const address of addresses) await lab.browser.open(address);
  await until(
    `every setting is read as ${state}`,
    async () => (await readings()).every((reading) => reading?.state === state),
    180_000,
  );
}

test.each(['on', 'off'] as const)(
  'every setting that is %s is read on its own page by its known id, and shown so',
  async (state) => {
    turnEverything(state === 'on');
    await allRead(state);
    expect(new Set((await readings()).map(({ strategy }) => strategy))).toEqual(
      new Set(['known-id']),
    );
    await lab.idle();
    const cards = [...(await lab.shown()).querySelectorAll('[data-setting]')];
    const shown = cards.map((element) => [
      element.getAttribute('data-setting'),
      element.getAttribute('data-verdict'),
      element.getAttribute('data-reading'),
    ]);
    const verdict = state === 'on' ? 'sharing' : 'protected';
    expect(shown.toSorted()).toEqual(settings.map(({ key }) => [key, verdict, state]).toSorted());
    expect(settings).toHaveLength(13);
    expect(lab.saves()).toEqual([]);
  },
);

test('two switches on one page are read each for itself', async () => {
  lab.simulator.account.switches.tipsForUsingLinkedinViaEmail = false;
  await lab.browser.open(`${ORIGIN}/mypreferences/d/settings/linkedin-promotions`);
  await until('both are read', async () => {
    const [ads, email] = await Promise.all(
      ['linkedin/promotions-ads', 'linkedin/promotions-email'].map(readingOf),
    );
    return ads?.state === 'on' && email?.state === 'off';
  });
});

test.each<[string, SwitchId]>([
  ['linkedin/promotions-email', 'tipsForUsingLinkedinViaEmail'],
  ['linkedin/cookies', 'nonEssentialCookieConsent'],
])('%s is turned off in one click, and no other switch is touched', async (key, id) => {
  await lab.withPopup(async (popup) => {
    await popup.click(`${card(key)} [data-action="unfold"]`);
    await popup.click(`${card(key)} [data-action="turn-off"]`);
  });
  const outcome = await until(
    'the errand has ended',
    async () => (await lab.stored(`errand/${key}`))?.outcome?.code,
    180_000,
  );
  expect(outcome).toBe('done');
  expect(await readingOf(key)).toEqual({ state: 'off', strategy: 'known-id' });
  expect(stillOn()).toEqual(switchIds.filter((other) => other !== id));
  expect(lab.saves()).toHaveLength(1);
});

test('a switch that no recipe names is told with its page, until the person has looked or it is off', async () => {
  const page = await lab.browser.open(TOMORROW);
  const noticed = () =>
    lab.shown().then((document) => {
      const notice = document.querySelector('[data-notice="unlisted"]');
      return notice && [notice.textContent, notice.querySelector('a')?.href];
    });
  const [text, link] = await until('it is told', noticed);
  expect(text).toContain('LinkedIn has a switch here that we do not know yet');
  expect(link).toBe(TOMORROW);
  expect(await lab.stored('unlisted')).toMatchObject([
    { id: 'allowSettingOfTomorrow', address: TOMORROW },
  ]);

  await lab.send('unlisted.seen', { address: TOMORROW });
  await until('it is told no more', async () => (await noticed()) === null);
  await page.reload();
  await page.waitForSelector(SWITCH_IN_PAGE);
  expect(await noticed()).toBeNull();

  lab.simulator.account.switches.allowSettingOfTomorrow = false;
  await page.reload();
  await until('it is forgotten', async () => (await lab.stored('unlisted'))?.length === 0, 90_000);
});

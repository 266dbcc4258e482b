import { beforeEach, describe, expect, inject, test } from 'vitest';
import { openDashboard, press, shown } from './dashboard.ts';
import { fillStore, makeRoom } from './fill.ts';
import { openLab, SETTING, SETTING_PAGE, SWITCH, SWITCH_IN_PAGE, until } from './lab.ts';
import { sayByTurns } from './say.ts';
import { seedRaw, unseed } from './seed.ts';

const lab = openLab({ firefoxQuotaKb: 6144 });

const FINDING = `finding/${SETTING}`;
const HISTORY = `history/${SETTING}`;
const saves = () => lab.saves().length;
const badge = () => lab.browser.inExtension((api) => api.action.getBadgeText({}));
const lookAnew = () => lab.ask('overview.get', {});
const raw = (key: string) =>
  lab.browser.inExtension(
    async (api, wanted) => (await api.storage.local.get(wanted))[wanted],
    key,
  );

/** Read as off by the person's own switch, and shown as such. */
beforeEach(async () => {
  lab.simulator.account.switches[SWITCH] = false;
  await lab.choosePlace('DE');
  expect(await lab.check()).toBe('read');
  await lab.verdict('protected');
  for (const tab of await lab.browser.tabs()) await tab.close();
});

async function switchedBack(): Promise<void> {
  lab.simulator.account.switches[SWITCH] = true;
  const page = await lab.browser.open(SETTING_PAGE);
  await page.waitForSelector(SWITCH_IN_PAGE);
}

test('however full the store is, nothing reassures, and one button deletes all of it', async () => {
  await fillStore(lab, { overview: 'goes' });
  await lookAnew();
  const status = await lab.verdict('unknown');
  expect(status).toMatchObject({ reading: 'off', notice: 'store-full' });
  expect(status.text).toContain('may be out of date');
  expect(await badge()).toBe('?');
  await lab.browser.killBackground();
  expect(await lab.verdict('unknown')).toMatchObject({ notice: 'store-full' });

  await switchedBack();
  await until('the old finding is gone', async () => {
    return (await lab.stored(FINDING))?.reading.state !== 'off';
  });
  const after = await lab.status();
  expect(['sharing', 'presumed-sharing']).toContain(after.verdict);
  expect(after.notice).toBe('store-full');
  expect(await badge()).toMatch(/^!/);

  for (const tab of await lab.browser.tabs()) await tab.close();
  const dashboard = await openDashboard(lab, '#delete');
  await press(dashboard, '[data-action="delete"]');
  await shown(dashboard, '[data-deletion="asked"]');
  await press(dashboard, '[data-action="sure"]');
  await shown(dashboard, '[data-deletion="done"]');
  const kept = await lab.browser.inExtension(async (api) => ({
    local: Object.keys(await api.storage.local.get(null)).filter((key) => key !== 'overview'),
    session: await api.storage.session.get(null),
    alarms: (await api.alarms.getAll()).map(({ name }: { name: string }) => name),
  }));
  expect(kept).toEqual({ local: [], session: {}, alarms: ['daily'] });
  expect((await lab.status()).verdict).toBe('unchecked');
});

// Firefox counts the room of what was deleted until its store is at rest: no test can wait for that.
describe.runIf(inject('browser') === 'chromium')('with room to be had', () => {
  test('where there is room again, what was read counts again', async () => {
    await fillStore(lab, { overview: 'goes' });
    await lookAnew();
    await lab.verdict('unknown');
    await makeRoom(lab);
    await lookAnew();
    expect(await lab.verdict('protected')).toMatchObject({ notice: null });
  });

  test('what went with the room does not come back with it', async () => {
    await fillStore(lab, { overview: 'goes' });
    await switchedBack();
    await lab.verdict('sharing');
    await lab.browser.killBackground();
    await makeRoom(lab);
    await lookAnew();
    expect(await lab.verdict('sharing')).toMatchObject({ reading: 'on' });
  });

  test('the kept overview is the room for what is read: nothing is lost', async () => {
    await fillStore(lab, { overview: 'stays' });
    const before = await lab.stored(HISTORY);
    await switchedBack();
    const status = await lab.verdict('sharing');
    expect(status.reading).toBe('on');
    expect((await lab.flippedBack()).cause).toBe('unknown');
    const { rows } = await lab.stored(HISTORY);
    expect(rows.slice(0, -1)).toEqual(before.rows);
    expect(rows.at(-1)[1]).toBe('on');
  });

  test('an opt-out that could not be noted presses nothing, and the person is told', async () => {
    await switchedBack();
    await lab.verdict('sharing');
    for (const tab of await lab.browser.tabs()) await tab.close();
    // Its room would be enough for the next one.
    await unseed(lab, [`errand/${SETTING}`]);
    await fillStore(lab, { overview: 'goes' });
    const reply = await lab.ask('errand.start', { key: SETTING, kind: 'opt-out' });
    expect(reply).toEqual({ ok: false, error: 'not-stored' });
    expect(await lab.browser.tabs()).toEqual([]);
    expect(saves()).toBe(0);
    expect(await lab.status()).toMatchObject({ verdict: 'sharing', notice: 'store-full' });
  });

  test('what cannot be read stays where it is until there is room to set it aside', async () => {
    const broken = { version: 3, value: { odd: 'x'.repeat(20_000) } };
    await seedRaw(lab, { [FINDING]: broken });
    await fillStore(lab, { overview: 'goes' });
    // As nothing of it is looked at before the store is full.
    expect(await raw(FINDING)).toEqual(broken);
    await lookAnew();
    const status = await lab.verdict('presumed-sharing');
    expect(status.reading).toBe('never-read');
    expect(await raw(FINDING)).toEqual(broken);

    // A new reading does not overwrite it: neither the page, which says all before it closes, nor another one.
    await lab.hear();
    const page = await lab.browser.open(SETTING_PAGE);
    const { pathname: path } = new URL(SETTING_PAGE);
    await lab.rests(path);
    const setting = { key: SETTING, open: SETTING_PAGE, path };
    expect(await sayByTurns(lab, setting, 2, true)).toBe(2);
    expect(await raw(FINDING)).toEqual(broken);
    expect((await lab.status()).verdict).toBe('presumed-sharing');
    await page.close();

    await makeRoom(lab);
    await lookAnew();
    expect(await lab.status()).toMatchObject({ verdict: 'sharing', notice: 'set-aside' });
    const [first] = (await lab.stored('set-aside')).toReversed();
    expect(first.key).toBe(FINDING);
    expect(await raw(first.keptAs)).toEqual(broken);
    expect(await lab.check()).toBe('read');
    await lab.verdict('protected');
  });

  test('the person makes room by deleting what was put aside, and keeps all else', async () => {
    const { rows } = await lab.stored(HISTORY);
    await fillStore(lab, { overview: 'goes' });
    await lookAnew();
    await lab.withPopup((popup) => popup.click('[data-action="make-room"]'));
    const dashboard = await openDashboard(lab, '#delete');
    await shown(dashboard, '[data-notice="store-full"]');
    await lab.hear();
    await press(dashboard, '[data-action="save-set-aside"]');
    await until('it is saved', async () =>
      (await lab.heard()).some(({ type }) => type === 'set-aside.export'),
    );
    await press(dashboard, '[data-action="delete-set-aside"]');
    await until('there is room', async () => {
      return dashboard.evaluate(
        () => document.querySelector('[data-notice="store-full"]') === null,
      );
    });
    expect(await lab.verdict('protected')).toMatchObject({ notice: null });
    expect((await lab.stored(HISTORY)).rows).toEqual(rows);
    const keys: string[] = await lab.browser.inExtension(async (api) =>
      Object.keys(await api.storage.local.get(null)),
    );
    expect(keys.filter((key) => key.startsWith('set-aside'))).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { openLab, SETTING, SWITCH, until } from './lab.ts';
import { seedRaw, unseed } from './seed.ts';

const lab = openLab();

const FINDING = `finding/${SETTING}`;
const HISTORY = `history/${SETTING}`;
const DAY_MS = 86_400_000;
const badge = () => lab.browser.inExtension((api) => api.action.getBadgeText({}));

/** As somebody does who edits the store by hand. */
const edit = (values: Readonly<Record<string, unknown>>) => seedRaw(lab, values);

const off = (readAt: number, more: object = {}) => ({
  version: 3,
  value: { reading: { state: 'off' }, readAt, fresh: true, ...more },
});

test.each<[string, unknown]>([
  ['read on a day that no calendar has', off(Number.MAX_SAFE_INTEGER)],
  ['read before time', off(-1)],
  ['read at half a millisecond', off(1.5)],
  ['of a megabyte', off(Date.now(), { note: 'x'.repeat(1_000_000) })],
  ['of a list', { version: 3, value: [off(Date.now()).value] }],
  ['in two envelopes', { version: 3, value: off(Date.now()) }],
  ['of version nought', { ...off(Date.now()), version: 0 }],
  ['cut off in the middle', JSON.stringify(off(Date.now())).slice(0, 40)],
])('a finding %s is set aside, whole, and nothing else suffers', async (_, broken) => {
  await lab.choosePlace('DE');
  await edit({ [FINDING]: broken });
  const status = await lab.verdict('presumed-sharing');
  expect(status).toMatchObject({ reading: 'never-read', notice: 'set-aside' });
  const list: { key: string; keptAs: string }[] = await lab.stored('set-aside');
  expect(list.map(({ key }) => key)).toEqual([FINDING]);
  const kept = await lab.browser.inExtension(async (api, key) => {
    return (await api.storage.local.get(key))[key];
  }, list[0]?.keptAs ?? '');
  expect(kept).toEqual(broken);
  expect((await lab.stored('place')).code).toBe('DE');
});

test.each([
  ['tomorrow', 2],
  ['in ten years', 3653],
])('a reading that was made %s does not reassure for ever', async (_, days) => {
  await lab.choosePlace('DE');
  const readAt = Date.now() + days * DAY_MS;
  await edit({ [FINDING]: off(readAt, { held: { since: readAt, cause: 'person' } }) });
  const status = await lab.verdict('protected');
  expect(status.text).toContain('may be out of date');
  await until('the badge asks', async () => (await badge()) === '?');

  // What is read now counts, whatever was read in time to come.
  expect(await lab.check()).toBe('read');
  expect((await lab.verdict('sharing')).reading).toBe('on');
});

test('a finding without its history, and a history without its finding', async () => {
  lab.simulator.account.switches[SWITCH] = false;
  await lab.choosePlace('DE');
  const rows = [[Date.now() - DAY_MS, 'off', true, 'unknown']];
  await edit({ [HISTORY]: { version: 1, value: { rows } } });
  expect((await lab.verdict('presumed-sharing')).reading).toBe('never-read');

  await unseed(lab, [HISTORY]);
  await edit({ [FINDING]: off(Date.now()) });
  await lab.verdict('protected');
  await lab.send('history.get', {});
  expect(await lab.check()).toBe('read');
  await until('it is kept', () => lab.stored(HISTORY));
  expect((await lab.stored(HISTORY)).rows).toHaveLength(1);
});

test('where it cannot be read who shares the browser, nobody’s reading reassures unseen', async () => {
  await lab.choosePlace('DE');
  await edit({ [FINDING]: off(Date.now()) });
  await lab.verdict('protected');
  await edit({ accounts: { version: 1, value: { profiles: 'Ada' } } });
  const status = await lab.verdict('unknown');
  expect(status).toMatchObject({ reading: 'off', notice: 'set-aside' });
  const notice = (await lab.shown()).querySelector('[data-notice="set-aside"]');
  expect(notice?.textContent).toContain('another person');
  expect(await badge()).toBe('?');

  await lab.send('set-aside.seen', {});
  expect(await lab.verdict('protected')).toMatchObject({ notice: null });
});

test('an overview that says what it likes, by which version ever, is not believed', async () => {
  await lab.choosePlace('DE');
  await lab.verdict('presumed-sharing');
  for (const version of [5, 6, 7]) {
    const { overview } = await lab.browser.inExtension((api) => api.storage.local.get('overview'));
    const json = (overview?.json ?? '{}').replaceAll('presumed-sharing', 'protected');
    await edit({ overview: { ...overview, version, json } });
    expect((await lab.status()).verdict).toBe('presumed-sharing');
    await edit({ overview: { version, json, digest: '' } });
    expect((await lab.status()).verdict).toBe('presumed-sharing');
  }
});

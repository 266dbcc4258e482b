import { describe, expect, test } from 'vitest';
import { type Lab, openLab, SETTING } from './lab.ts';

/* A store that somebody edited by hand, or that was written by another version, or not to its end. */
const FINDING = `finding/${SETTING}`;
const HISTORY = `history/${SETTING}`;
const DAY_MS = 86_400_000;
const NOW = openLab().clock.now();

const off = (readAt: number, more: object = {}) => ({
  version: 3,
  value: { reading: { state: 'off' }, readAt, fresh: true, ...more },
});

const inGermany = async (): Promise<Lab> => {
  const lab = openLab();
  await lab.choosePlace('DE');
  return lab;
};

const setAsideIn = (lab: Lab) => lab.stored('set-aside') as { key: string; keptAs: string }[];

describe('a finding that cannot be read', () => {
  test.each<[string, unknown]>([
    ['of a wrong type', 'off'],
    ['of a truncated object', { version: 3, value: { reading: { state: 'off' } } }],
    ['of a future version', { ...off(NOW), version: 99 }],
    ['of no version', { value: off(NOW).value }],
    ['of more than any version stored', off(NOW, { protected: true })],
    ['of a state that does not exist', off(NOW, { reading: { state: 'safe' } })],
    ['of null', null],
    ['read on a day that no calendar has', off(Number.MAX_SAFE_INTEGER)],
    ['read before time', off(-1)],
    ['read at half a millisecond', off(1.5)],
    ['of a megabyte', off(NOW, { note: 'x'.repeat(1_000_000) })],
    ['of a list', { version: 3, value: [off(NOW).value] }],
    ['in two envelopes', { version: 3, value: off(NOW) }],
    ['of version nought', { ...off(NOW), version: 0 }],
    ['cut off in the middle', JSON.stringify(off(NOW)).slice(0, 40)],
  ])('%s, is set aside, whole, told, and never reassures', async (_, broken) => {
    const lab = await inGermany();
    await lab.seedRaw({ [FINDING]: broken });
    const status = await lab.status();
    expect(status).toMatchObject({
      verdict: 'presumed-sharing',
      reading: 'never-read',
      notice: 'set-aside',
    });
    const list = setAsideIn(lab);
    expect(list.map(({ key }) => key)).toEqual([FINDING]);
    expect(lab.storage.held('local')[list[0]?.keptAs ?? '']).toEqual(broken);
    expect(lab.stored('place')).toMatchObject({ code: 'DE' });

    await lab.send('set-aside.seen', {});
    expect((await lab.status()).notice).toBeNull();
    expect(await lab.pressed('check')).toBe('read');
    expect(await lab.verdict()).toBe('sharing');
  });
});

test.each(['place', 'preferences', 'warnings', 'set-aside', 'reminding', 'seen-rules', HISTORY])(
  'a %s that cannot be read harms nothing else',
  async (key) => {
    const lab = await inGermany();
    lab.turn('off');
    expect(await lab.pressed('check')).toBe('read');
    expect(await lab.verdict()).toBe('protected');
    await lab.seedRaw({ [key]: { version: 1, value: [{ a: 1 }, 7] } });
    expect(await lab.status()).toMatchObject({ verdict: 'protected', reading: 'off' });
    if (key !== 'place') expect((await lab.overview()).place).toBe('DE');
    expect(lab.faults).toEqual([]);
  },
);

test.each([
  ['tomorrow', 2],
  ['in ten years', 3653],
])('a reading that was made %s does not reassure for ever', async (_, days) => {
  const lab = await inGermany();
  const readAt = NOW + days * DAY_MS;
  await lab.seedRaw({ [FINDING]: off(readAt, { held: { since: readAt, cause: 'person' } }) });
  const status = await lab.status();
  expect(status.verdict).toBe('protected');
  expect(status.text).toContain('may be out of date');
  expect(await lab.badgeText()).toBe('?');

  // What is read now counts, whatever was read in time to come.
  expect(await lab.pressed('check')).toBe('read');
  expect(await lab.status()).toMatchObject({ verdict: 'sharing', reading: 'on' });
});

test('a finding without its history, and a history without its finding', async () => {
  const lab = await inGermany();
  const rows = [[NOW - DAY_MS, 'off', true, 'unknown']];
  await lab.seed({ [HISTORY]: { rows } });
  expect(await lab.status()).toMatchObject({ verdict: 'presumed-sharing', reading: 'never-read' });

  await lab.storage.areas.local.remove(HISTORY);
  await lab.seedRaw({ [FINDING]: off(NOW) });
  expect(await lab.verdict()).toBe('protected');
  expect(await lab.send('history.get', {})).toEqual([]);
  expect(await lab.pressed('check')).toBe('read');
  expect(lab.stored(HISTORY)).toMatchObject({
    rows: [[expect.any(Number), 'on', true, 'unknown', 'known-id']],
  });
});

test('where it cannot be read who shares the browser, nobody’s reading reassures unseen', async () => {
  const lab = await inGermany();
  await lab.seedRaw({ [FINDING]: off(NOW) });
  expect(await lab.verdict()).toBe('protected');
  await lab.seed({ accounts: { profiles: 'Ada' } });
  expect(await lab.status()).toMatchObject({
    verdict: 'unknown',
    reading: 'off',
    notice: 'set-aside',
  });
  const notice = (await lab.shown()).querySelector('[data-notice="set-aside"]');
  expect(notice?.textContent).toContain('another person');
  expect(await lab.badgeText()).toBe('?');

  await lab.send('set-aside.seen', {});
  expect(await lab.status()).toMatchObject({ verdict: 'protected', notice: null });
});

describe('what was set aside', () => {
  const broken = { version: 1, value: 'no finding' };
  const copiesIn = (lab: Lab) =>
    Object.keys(lab.storage.held('local')).filter((key) => key.startsWith('set-aside/'));
  const withCopy = async () => {
    const lab = await inGermany();
    await lab.seedRaw({ [FINDING]: broken });
    await lab.overview();
    return lab;
  };

  test('can be saved as it was, also when the person has seen that it is there', async () => {
    const lab = await withCopy();
    const [copy = ''] = copiesIn(lab);
    expect(await lab.send('set-aside.export', {})).toEqual({ [copy]: broken });
    await lab.send('set-aside.seen', {});
    expect(await lab.overview()).toMatchObject({ hasSetAside: false, keepsSetAside: true });
    expect(await lab.send('set-aside.export', {})).toEqual({ [copy]: broken });

    await lab.send('set-aside.delete', {});
    expect(await lab.overview()).toMatchObject({ keepsSetAside: false });
    expect(await lab.send('set-aside.export', {})).toEqual({});
  });

  test('goes after thirty days, and nothing else with it', async () => {
    const lab = await withCopy();
    await lab.seedRaw({ 'set-aside/place/of a time that is no number': 'kept' });
    await lab.clock.pass(30 * DAY_MS);
    expect(copiesIn(lab)).toHaveLength(2);
    await lab.clock.pass(DAY_MS + 1_000);
    expect(copiesIn(lab)).toEqual(['set-aside/place/of a time that is no number']);
    expect(lab.stored('place')).toMatchObject({ code: 'DE' });
    expect(lab.faults).toEqual([]);
  });

  test('is kept where a wrong clock dated it', async () => {
    const lab = await inGermany();
    const key = `set-aside/place/${lab.clock.now() + 400 * DAY_MS}`;
    await lab.seedRaw({ [key]: 'kept' });
    await lab.clock.pass(2 * DAY_MS);
    expect(copiesIn(lab)).toEqual([key]);
  });
});

test('where there is nothing to take away, nothing is touched', async () => {
  const lab = await inGermany();
  await lab.overview();
  const before = lab.storage.writes();
  await lab.send('set-aside.delete', {});
  expect(lab.storage.writes()).toBe(before);
});

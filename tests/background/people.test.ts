import { describe, expect, test } from 'vitest';
import { MAX_CONTAINERS } from '../../src/core/account/limits.ts';
import { scopeOfKey } from '../../src/core/account/scope.ts';
import { type Lab, openLab, SETTING, SETTING_PAGE } from './lab.ts';

const FINDING = `finding/${SETTING}`;
const SIGN_IN = 'https://www.linkedin.com/login';

interface Accounts {
  readonly profile: string;
  readonly profiles: readonly unknown[];
}
const accountsIn = (lab: Lab) => lab.stored('accounts') as Accounts;

/** Another person comes to the browser, and uses it from now on. */
async function joined(lab: Lab, name = 'Ben'): Promise<string> {
  await lab.send('profile.add', { name });
  return accountsIn(lab).profile;
}

describe('several people', () => {
  test('each have their own place, readings and history', async () => {
    const lab = openLab();
    await lab.choosePlace('DE');
    expect(await lab.pressed('check')).toBe('read');
    expect(await lab.verdict()).toBe('sharing');

    const ben = await joined(lab);
    expect(await lab.status()).toMatchObject({ verdict: 'unchecked', reading: 'never-read' });
    lab.turn('off');
    await lab.choosePlace('US');
    expect(lab.stored(`place@${ben}/`)).toMatchObject({ code: 'US' });
    await lab.pressed('check');
    expect(await lab.verdict()).toBe('protected');
    expect(lab.stored(`history/${SETTING}@${ben}/`)).toMatchObject({ rows: [expect.anything()] });

    await lab.send('profile.use', { id: '' });
    expect(await lab.status()).toMatchObject({ verdict: 'sharing', reading: 'on' });
    expect(lab.stored('place')).toMatchObject({ code: 'DE' });
    expect(lab.stored(`history/${SETTING}`)).toMatchObject({ rows: [expect.anything()] });
  });

  test('what stands in a page from before says nothing of who came after, unless it warns', async () => {
    const lab = openLab();
    lab.turn('off');
    await lab.choosePlace('DE');
    const page = await lab.openPage();
    expect(await lab.verdict()).toBe('protected');
    await lab.moveByHand(page, 'on');
    await lab.moveByHand(page, 'off');

    const ben = await joined(lab);
    await lab.moveByHand(page, 'off');
    expect(await lab.verdict()).toBe('unchecked');
    expect(lab.stored(`${FINDING}@${ben}/`)).toBeUndefined();
    await lab.moveByHand(page, 'on');
    expect(await lab.verdict()).toBe('sharing');

    lab.turn('off');
    await lab.openPage();
    expect(await lab.verdict()).toBe('protected');
  });

  test('asks to reload a page that was open before the person was chosen', async () => {
    const lab = openLab();
    const ben = await joined(lab);
    lab.turn('off');
    await lab.clock.pass(1_000);
    await lab.openPage();
    expect(await lab.verdict()).toBe('protected');
    await lab.send('profile.use', { id: '' });
    lab.turn('on');
    await lab.clock.pass(1_000);
    const tabId = await lab.openPage();
    const unread = () => lab.send('tab.unread', { tabId });
    expect(await unread()).toEqual([]);

    // It shows "on", and nothing of it counts for Ben, who was last read as opted out.
    await lab.send('profile.use', { id: ben });
    expect(await lab.verdict()).toBe('protected');
    expect(await unread()).toEqual([SETTING]);
    lab.tabs.go(tabId, SETTING_PAGE);
    await lab.clock.pass(15_000);
    expect(await unread()).toEqual([]);
    expect(await lab.verdict()).toBe('sharing');
  });

  test('asks to reload nothing over a choice that a wrong clock dates after now', async () => {
    const lab = openLab();
    await joined(lab);
    lab.clock.set(lab.clock.now() - 3_600_000);
    const tabId = await lab.openPage();
    expect(await lab.send('tab.unread', { tabId })).toEqual([]);
    expect(await lab.verdict()).toBe('sharing');
  });

  test('who is removed takes everything of theirs along, and nothing else', async () => {
    const lab = openLab();
    await lab.choosePlace('DE');
    expect(await lab.pressed('check')).toBe('read');
    const ben = await joined(lab);
    await lab.pressed('check');
    expect(lab.stored(`${FINDING}@${ben}/`)).toBeDefined();
    await lab.send('profile.use', { id: '' });
    await lab.send('profile.remove', { id: ben });
    const keys = Object.keys(lab.storage.held('local'));
    expect(keys.filter((key) => key.includes(ben))).toEqual([]);
    expect(keys).toContain(FINDING);
    expect(accountsIn(lab).profiles).toHaveLength(1);
    expect(await lab.status()).toMatchObject({ verdict: 'sharing', reading: 'on' });
  });

  test('while something is under way nobody else takes over', async () => {
    const lab = openLab();
    await lab.press('check');
    const ask = () => lab.ask('profile.add', { name: 'Ben' });
    expect(await ask()).toEqual({ ok: false, error: 'refused' });
    await lab.clock.pass(30_000);
    expect(lab.errand()?.outcome).toEqual({ code: 'read' });
    expect(await ask()).toMatchObject({ ok: true });
  });
});

describe('a sign-out', () => {
  test('leaves no verdict of that account standing, wherever it was seen', async () => {
    const lab = openLab();
    lab.turn('off');
    await lab.choosePlace('DE');
    expect(await lab.pressed('check')).toBe('read');
    expect(await lab.verdict()).toBe('protected');

    lab.tabs.openByHand(SIGN_IN);
    await lab.clock.pass(1_000);
    const after = await lab.status();
    expect(after).toMatchObject({ verdict: 'unknown', reading: 'unknown', reason: 'signed-out' });
    expect(after.text).toContain('Whoever was signed in before was opted out');
    expect(await lab.badgeText()).toBe('?');

    expect(await lab.pressed('check')).toBe('read');
    expect(await lab.verdict()).toBe('protected');
  });

  test('that the background died over is noticed by the next one, unless somebody was read since', async () => {
    const lab = openLab();
    lab.turn('off');
    await lab.choosePlace('DE');
    expect(await lab.pressed('check')).toBe('read');
    lab.killAtNextLoad();
    lab.tabs.openByHand(SIGN_IN);
    await lab.clock.pass(1_000);
    await lab.wake();
    expect(await lab.status()).toMatchObject({ verdict: 'unknown', reason: 'signed-out' });

    expect(await lab.pressed('check')).toBe('read');
    lab.kill();
    await lab.wake();
    expect(await lab.verdict()).toBe('protected');
  });

  test('before a setting is found on is said beside the flip-back', async () => {
    const lab = openLab();
    await lab.choosePlace('DE');
    expect(await lab.pressed('turn-off')).toBe('done');
    lab.tabs.openByHand(SIGN_IN);
    await lab.clock.pass(1_000);
    lab.turn('on');
    await lab.openPage();
    const notice = (await lab.shown()).querySelector('[data-notice="flip-back"]');
    expect(notice?.textContent).toContain('If another account is signed in now');
  });

  test('of one who never checked changes nothing', async () => {
    const lab = openLab();
    await lab.choosePlace('DE');
    lab.tabs.openByHand(SIGN_IN);
    await lab.clock.pass(1_000);
    expect(await lab.verdict()).toBe('presumed-sharing');
    expect(lab.finding()).toBeUndefined();
  });
});

describe('one setting in two containers', () => {
  const WORK = 'firefox-container-2';

  test.each(['opening', 'pressing'])('is not begun here while it is %s there', async (step) => {
    const lab = openLab();
    await lab.choosePlace('DE');
    await lab.press('turn-off');
    for (let ms = 0; ms < 60_000 && lab.errand()?.step !== step; ms += 100) {
      await lab.clock.pass(100);
    }
    expect(lab.errand()?.step).toBe(step);

    await lab.send('container.show', { id: WORK });
    const tabs = lab.tabs.open().length;
    expect(await lab.ask('errand.start', { key: SETTING, kind: 'opt-out' })).toEqual({
      ok: false,
      error: 'busy-elsewhere',
    });
    expect(lab.tabs.open()).toHaveLength(tabs);
    await lab.clock.pass(60_000);
    expect(lab.errand()).toMatchObject({ scope: { container: '' }, outcome: { code: 'done' } });
  });
});

const containers = (count: number) =>
  Array.from({ length: count }, (_, index) => `firefox-container-${index}`);

test('of the containers that were read, the first gives way to one too many, with all that was read there', async () => {
  const lab = openLab();
  const ids = containers(MAX_CONTAINERS + 1);
  for (const id of ids) expect(await lab.readIn(id, { state: 'off' })).toMatchObject({ ok: true });
  const keysOf = (container: string) =>
    Object.keys(lab.storage.held('local')).filter((key) => key.endsWith(`@/${container}`));
  expect(ids.map((id) => keysOf(id).length > 0)).toEqual(ids.map((_, index) => index > 0));

  await lab.send('container.show', { id: 'firefox-container-77' });
  expect(keysOf('firefox-container-1')).toEqual([]);
  expect((await lab.overview()).accounts.containers).toHaveLength(MAX_CONTAINERS);
});

test('what is read in more containers than are kept leaves nothing behind of nobody', async () => {
  const lab = openLab();
  await Promise.all(containers(MAX_CONTAINERS + 3).map((id) => lab.readIn(id, { state: 'off' })));
  const kept = (await lab.overview()).accounts.containers.map(({ id }) => id);
  expect(kept).toHaveLength(MAX_CONTAINERS);
  const readIn = Object.keys(lab.storage.held('local'))
    .filter((key) => key.startsWith('finding/'))
    .map((key) => scopeOfKey(key).container);
  expect(readIn.toSorted()).toEqual(kept.toSorted());
});

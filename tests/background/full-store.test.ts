import { describe, expect, test } from 'vitest';
import { type Lab, openLab, SETTING } from './lab.ts';

/* A store that has no room for what a page says while it is open, and that the page says only once. */
const FINDING = `finding/${SETTING}`;

/** Verified off, when the store fills up. */
async function full(): Promise<Lab> {
  const lab = openLab();
  await lab.choosePlace('US');
  expect(await lab.pressed('turn-off')).toBe('done');
  expect(await lab.verdict()).toBe('protected');
  lab.storage.fill(true);
  return lab;
}

/** The page is open while somebody has turned the switch there. */
async function open(lab: Lab, position: 'on' | 'off'): Promise<number> {
  lab.turn(position);
  return lab.openPage();
}

describe('a warning that the store has no room for', () => {
  test('takes the reassurance down at once, and is told as soon as there is room', async () => {
    const lab = await full();
    await open(lab, 'on');
    expect(await lab.status()).toMatchObject({
      verdict: 'presumed-sharing',
      reading: 'never-read',
      notice: 'store-full',
    });
    expect(lab.finding()).toBeUndefined();
    expect(await lab.badgeText()).toMatch(/^!/);

    lab.storage.fill(false);
    const { verdict, reading, text } = await lab.status();
    expect({ verdict, reading }).toEqual({ verdict: 'sharing', reading: 'on' });
    expect(text).not.toContain('may be out of date');
    // What stood before it was not forgotten with the rest.
    expect(lab.finding()?.flipBack).toMatchObject({ cause: 'errand' });
    expect(lab.stored('unkept-warnings', 'session')).toEqual([]);
  });

  test('is told by the next background where the first one died, and its page is closed', async () => {
    const lab = await full();
    const tabId = await open(lab, 'on');
    lab.tabs.close(tabId);
    lab.kill();
    lab.storage.fill(false);
    await lab.wake();
    await lab.clock.pass(1_000);
    expect(lab.finding()?.reading.state).toBe('on');
    expect(lab.badge()?.text).toMatch(/^!/);
  });

  test('gives way to what was read since', async () => {
    const lab = await full();
    lab.tabs.close(await open(lab, 'on'));
    // Nobody looks at what is shown before the page is read again.
    lab.storage.fill(false);
    await open(lab, 'off');
    expect(await lab.verdict()).toBe('protected');
    expect(lab.stored('unkept-warnings', 'session')).toEqual([]);
  });

  test('gives way to what was read since and found no room either', async () => {
    const lab = await full();
    lab.tabs.close(await open(lab, 'on'));
    await open(lab, 'off');
    lab.storage.fill(false);
    expect(await lab.status()).toMatchObject({
      verdict: 'presumed-sharing',
      reading: 'never-read',
    });
    expect(lab.stored(FINDING)).toBeUndefined();
  });

  test('goes with everything that is deleted', async () => {
    const lab = await full();
    await open(lab, 'on');
    await lab.send('everything.delete', {});
    lab.storage.fill(false);
    expect(await lab.verdict()).toBe('unchecked');
    expect(lab.storage.held('session')).not.toHaveProperty('unkept-warnings');
  });

  test('of a person who was removed is dropped', async () => {
    const lab = openLab();
    await lab.send('profile.add', { name: 'Ben' });
    const { profile } = lab.stored('accounts') as { profile: string };
    await lab.clock.pass(1_000);
    lab.storage.fill(true);
    await open(lab, 'on');
    // The store empties while nobody is awake, and the first thing that is done is to remove Ben.
    lab.storage.fill(false);
    await lab.send('profile.remove', { id: profile });
    await lab.overview();
    const keys = Object.keys(lab.storage.held('local'));
    expect(keys.filter((key) => key.includes(profile))).toEqual([]);
    expect(lab.stored('unkept-warnings', 'session')).toEqual([]);
  });

  test('is not lifted by a page that was loaded before it', async () => {
    const lab = await full();
    const loadedAt = lab.clock.now();
    await lab.clock.pass(60_000);
    lab.tabs.close(await open(lab, 'on'));
    lab.storage.fill(false);
    const from = { loadedAt, standsSince: loadedAt };
    expect(await lab.readIn('', { state: 'off' }, from)).toMatchObject({ ok: true });
    expect(await lab.verdict()).toBe('sharing');
  });
});

test('a reassurance that the store has no room for does not wait for some', async () => {
  const lab = openLab();
  await lab.choosePlace('US');
  lab.storage.fill(true);
  await open(lab, 'off');
  lab.storage.fill(false);
  expect(await lab.status()).toMatchObject({ verdict: 'presumed-sharing', reading: 'never-read' });
});

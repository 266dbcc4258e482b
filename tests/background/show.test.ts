import { expect, test } from 'vitest';
import { REVISION, revisionIn } from '../../src/core/store/revision.ts';
import { dayOf } from '../../src/core/time/day.ts';
import { OVERVIEW, opened } from '../../src/core/verdict/overview.ts';
import { type Lab, openLab, SETTING, SETTING_PAGE } from './lab.ts';

/** What a view finds, as it asks the store and nobody else. */
function keptIn(lab: Lab) {
  const held = lab.storage.held('local');
  const now = { day: dayOf(lab.clock.now()), revision: revisionIn(held) };
  return opened(held[OVERVIEW.key], now);
}

test('what stands as it stood is not written again', async () => {
  const lab = openLab();
  await lab.choosePlace('DE');
  expect(await lab.pressed('check')).toBe('read');
  await lab.overview();
  const before = lab.storage.held('local');
  await lab.overview();
  lab.kill();
  await lab.overview();
  await lab.clock.pass(1_000);
  expect(lab.storage.held('local')).toEqual(before);
});

test('a view finds the overview of whatever was done last, and none of what was done before', async () => {
  const lab = openLab();
  const revisions = [0];
  for (const act of [
    () => lab.choosePlace('DE'),
    () => lab.send('banner.choose', { banner: false }),
    () => lab.send('reminder.choose', { after: 7 }),
    () => lab.send('language.choose', { language: 'de' }),
    () => lab.send('profile.add', { name: 'Ben' }),
    () => lab.send('profile.use', { id: '' }),
    () => lab.press('check'),
    () => lab.clock.pass(130_000),
    () => lab.press('turn-off'),
    () => lab.clock.pass(130_000),
    () => lab.send('batch.check', {}),
    () => lab.send('batch.cancel', {}),
    () => lab.send('batch.seen', {}),
  ]) {
    await act();
    revisions.push(revisionIn(lab.storage.held('local')));
    const found = keptIn(lab);
    const shown = JSON.parse(JSON.stringify(await lab.overview()));
    expect([undefined, shown]).toContainEqual(found);
    expect(keptIn(lab)).toEqual(shown);
  }
  expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
  expect(new Set(revisions).size).toBeGreaterThan(10);
  expect(await lab.verdict()).toBe('protected');
});

test('what was made of a store that has changed since is not shown', async () => {
  const lab = openLab();
  await lab.choosePlace('DE');
  await lab.overview();
  expect(keptIn(lab)).toBeDefined();
  const { [REVISION.key]: revision } = lab.storage.held('local');
  await lab.seedRaw({ [REVISION.key]: Number(revision) + 1 });
  expect(keptIn(lab)).toBeUndefined();
});

test('what was deleted is not shown', async () => {
  const lab = openLab();
  await lab.choosePlace('DE');
  await lab.pressed('check');
  const kept = lab.storage.held('local')[OVERVIEW.key];
  await lab.send('everything.delete', {});
  await lab.seedRaw({ [OVERVIEW.key]: kept });
  expect(keptIn(lab)?.statuses.find(({ key }) => key === SETTING)?.finding).toBeUndefined();
});

test('a background that died before it showed what was read shows it when it is woken', async () => {
  const lab = openLab();
  await lab.choosePlace('DE');
  expect(await lab.pressed('turn-off')).toBe('done');
  await lab.overview();
  expect(lab.badge()?.text).not.toBe('!');

  lab.turn('on');
  const tab = lab.tabs.openByHand(SETTING_PAGE);
  lab.killAfter(lab.storage.writes() + 1);
  await lab.clock.pass(350);
  expect(lab.finding()?.reading).toMatchObject({ state: 'on' });
  expect(lab.badge()?.text).not.toBe('!');

  // The page does not live to say it again.
  lab.tabs.close(tab);
  await lab.clock.pass(100);
  expect(lab.badge()?.text).toBe('!');
});

import { expect, test } from 'vitest';
import { BATCH_KEY, openLab, SETTING } from './lab.ts';

test('after deleting everything nothing is kept but what a fresh installation has', async () => {
  const lab = openLab();
  await lab.overview();
  const kept = () => [lab.storage.held('local'), lab.alarms(), lab.badge()];
  const fresh = kept();

  await lab.choosePlace('DE');
  expect(await lab.pressed('check')).toBe('read');
  await lab.send('reminder.choose', { after: 7 });
  await lab.seedRaw({ 'set-aside/place/1': 'broken', 'history/elsewhere/telemetry': 7 });
  expect(Object.keys(lab.storage.held('local')).length).toBeGreaterThan(6);
  expect(lab.warnsOn().length).toBeGreaterThan(0);
  for (const { id } of lab.tabs.open()) lab.tabs.close(id);
  await lab.clock.pass(1_000);

  await lab.send('everything.delete', {});
  await lab.overview();
  expect(kept()).toEqual(fresh);
  expect(lab.storage.held('session')).toEqual({});
  expect(lab.warnsOn()).toEqual([]);
  expect(await lab.status()).toMatchObject({ verdict: 'unchecked', reading: 'never-read' });
});

test('in the middle of a batch it ends it, and nothing of it is written afterwards', async () => {
  const lab = openLab();
  await lab.send('batch.check', {});
  await lab.clock.pass(6_000);
  await lab.send('everything.delete', {});
  await lab.clock.pass(600_000);
  expect(lab.stored(BATCH_KEY)).toBeUndefined();
  expect(lab.tabs.open()).toEqual([]);
  expect(lab.finding(SETTING)).toBeUndefined();
  expect(lab.alarms()).toEqual(['daily']);
});

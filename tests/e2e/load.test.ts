import { expect, test } from 'vitest';
import { meanwhileFaults, memoryFaults } from '../soak/bounds.ts';
import { ask, type Ground } from '../soak/ground.ts';
import { measureStores } from '../soak/many-observations.ts';
import { playStorm } from '../soak/message-storm.ts';
import { openTabs } from '../soak/open-tabs.ts';
import { openLab } from './lab.ts';

/* A share of what `npm run soak` plays. What it measures of time stays there: no machine is alike. */

const lab = openLab();

const ground = (): Ground => ({ browser: lab.browser, simulator: lab.simulator });

test('many tabs are told as they stand, and many messages lose nothing and leave nothing behind', async () => {
  await ask(ground(), 'overview.get', {});
  const before = await lab.browser.memory();
  const opened = await openTabs(ground(), 20);
  expect(opened.faults).toEqual([]);

  const storm = await playStorm(ground(), opened.tabs, { messages: 600, ms: 5_000 });
  expect(storm.faults).toEqual([]);
  expect(storm.answeredRightly).toEqual({
    valid: 387,
    malformed: 106,
    forged: 80,
    'not-ours': 21,
    enormous: 6,
  });
  expect(meanwhileFaults(storm.heapAtThatMoment)).toEqual([]);
  const after = await lab.browser.memory();
  expect(memoryFaults('after the messages', after.heap, before.heap)).toEqual([]);
});

test('thousands of observations are shown, saved and brought back in full', async () => {
  await ask(ground(), 'overview.get', {});
  const before = await lab.browser.memory();
  const { full, faults } = await measureStores(ground(), 5_000, 1);
  expect(faults).toEqual([]);
  expect(full.observations).toBe(5_000);
  const after = await lab.browser.memory();
  expect(memoryFaults('after the stores', after.heap, before.heap)).toEqual([]);
});

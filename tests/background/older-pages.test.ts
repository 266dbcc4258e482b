/* Pages that are older than what is known, or about to be left: they may warn, and reassure of nothing. */

import { expect, test } from 'vitest';
import type { Position } from '../../src/core/reading/reading.ts';
import { type Lab, openLab, SETTING } from './lab.ts';

const LONG_MS = 130_000;
/** A server that lets a page wait. */
const SLOW_MS = 40_000;

/** The person moves the switch in the page that an errand is about to leave. */
async function moveIn(lab: Lab, tabId: number, to: Position): Promise<void> {
  void lab.tabs.pageIn(tabId)?.move(SETTING, to);
  await lab.clock.pass(5_000);
}

function tabOf(lab: Lab): number {
  const tabId = lab.errand()?.tabId;
  if (tabId === undefined) throw new Error('no errand');
  return tabId;
}

test('a page in which the person shares again warns, though a check waits for the next one', async () => {
  const lab = openLab();
  lab.turn('off');
  const tabId = await lab.openPage();
  expect(await lab.verdict()).toBe('protected');

  lab.service.loadMs = SLOW_MS;
  await lab.press('check');
  await moveIn(lab, tabId, 'on');
  expect(tabOf(lab)).toBe(tabId);
  expect(await lab.verdict()).toBe('sharing');

  await lab.clock.pass(LONG_MS);
  expect(lab.errand()?.outcome?.code).toBe('read');
  expect(await lab.verdict()).toBe('sharing');
  expect(lab.finding()).not.toHaveProperty('flipBack');
});

test('nobody is blamed where the person moved the switch back before the reload', async () => {
  const lab = openLab();
  await lab.press('turn-off');
  // Read, pressed and saved.
  await lab.clock.pass(600);
  lab.service.loadMs = SLOW_MS;
  await lab.clock.pass(3_000);
  expect(lab.errand()).toMatchObject({ step: 'verifying', press: { saved: true } });
  await moveIn(lab, tabOf(lab), 'on');
  await lab.clock.pass(LONG_MS);
  expect(lab.errand()?.outcome?.code).toBe('interrupted');
});

test('from the press of an undo on, nothing reassures', async () => {
  const lab = openLab();
  expect(await lab.pressed('turn-off')).toBe('done');
  expect(await lab.verdict()).toBe('protected');
  lab.service.loadMs = SLOW_MS;
  await lab.press('undo');
  await lab.clock.pass(SLOW_MS + 4_500);
  expect(lab.service.presses).toHaveLength(2);
  expect(await lab.verdict()).not.toBe('protected');
});

test('an undo that loses its way to the page leaves nothing that reassures, also in the next session', async () => {
  const lab = openLab();
  expect(await lab.pressed('turn-off')).toBe('done');
  lab.service.loadMs = SLOW_MS;
  await lab.press('undo');
  await lab.clock.pass(SLOW_MS + 6_000);
  expect(lab.errand()).toMatchObject({ step: 'verifying' });
  await lab.setAccess(false);
  await lab.clock.pass(2_000);
  expect(lab.errand()?.outcome?.code).toBe('no-access');
  await lab.setAccess(true);
  await lab.restart();
  expect(await lab.verdict()).toBe('unknown');
});

test('a list that shows the row takes back that the setting is not offered', async () => {
  const lab = openLab();
  await lab.choosePlace('CN');
  lab.service.withheld.add(SETTING);
  expect(await lab.pressed('check')).toBe('read');
  expect(await lab.verdict()).toBe('exempt');

  lab.service.withheld.delete(SETTING);
  await lab.openPage('https://www.linkedin.com/mypreferences/d/categories/privacy');
  expect(await lab.verdict()).toBe('unknown');
});

test('a page that took long to load shows in the end that an opt-out is done', async () => {
  const lab = openLab();
  await lab.press('turn-off');
  await lab.clock.pass(1_000);
  lab.service.shows = 'unsettled';
  await lab.clock.pass(LONG_MS);
  expect(lab.errand()?.outcome).toEqual({ code: 'unverified', reason: 'unsettled' });
  const { load } = lab.errand() ?? {};
  const standsSince = lab.clock.now();
  await lab.readIn('', { state: 'off' }, { load, standsSince: 0 });
  await lab.readIn('', { state: 'off' }, { load: 'another', standsSince });
  await lab.readIn('', { state: 'off' }, { load, standsSince, touched: true });
  expect(lab.errand()?.outcome?.code).toBe('unverified');
  await lab.readIn('', { state: 'off' }, { load, loadedAt: standsSince, standsSince });
  expect(lab.errand()?.outcome?.code).toBe('done');
  expect(await lab.verdict()).toBe('protected');
});

test('a page that asks the person to confirm reassures of nothing before they have', async () => {
  const lab = openLab();
  lab.service.manners = 'asks';
  expect(await lab.pressed('turn-off')).toBe('asks');
  const { pressedIn: load } = lab.errand() ?? {};
  const standsSince = lab.clock.now();
  await lab.readIn('', { state: 'off' }, { load, loadedAt: standsSince, standsSince });
  expect(await lab.verdict()).toBe('sharing');
  await lab.readIn('', { state: 'off' }, { load, standsSince, touched: true });
  expect(await lab.verdict()).toBe('sharing');
  await lab.readIn('', { state: 'off' }, { load: 'another', standsSince });
  expect(await lab.verdict()).toBe('protected');
});

test('an undo that the person confirms in the page warns there and then', async () => {
  const lab = openLab();
  expect(await lab.pressed('turn-off')).toBe('done');
  lab.service.manners = 'asks';
  expect(await lab.pressed('undo')).toBe('asks');
  const { pressedIn: load } = lab.errand() ?? {};
  await lab.readIn('', { state: 'on' }, { load, standsSince: lab.clock.now() });
  expect(await lab.verdict()).toBe('sharing');
});

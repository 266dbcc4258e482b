import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { SETTLE_MS } from '../../src/page/watch/settling.ts';
import { openLab, SETTING_PAGE, SWITCH } from './lab.ts';
import { HURRY, hurriedBuild, shippedBuild } from './pace.ts';

const lab = openLab({ pace: 'real' });

function filesIn(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.toSorted().map((file) => [file.slice(folder.length), readFileSync(file)]));
}

test('what is tested is the build that ships, byte for byte, and one file that it never names', async () => {
  const shipped = filesIn(shippedBuild(inject('browser')));
  const tested = filesIn(hurriedBuild(inject('browser')));
  expect(tested.delete(`/${HURRY}`)).toBe(true);
  expect([...tested.keys()]).toEqual([...shipped.keys()]);
  for (const [name, bytes] of shipped) {
    expect([name, bytes.equals(tested.get(name) ?? Buffer.of())]).toEqual([name, true]);
    expect([name, bytes.includes(HURRY)]).toEqual([name, false]);
  }
});

test('by the clock of the browser, a switch that is off is read as off', async () => {
  lab.simulator.account.switches[SWITCH] = false;
  await lab.choosePlace('DE');
  expect(await lab.check()).toBe('read');
  const [load] = lab.simulator.log;
  const { readAt } = await lab.finding();
  expect((await lab.status()).verdict).toBe('protected');
  // Nothing vouches for it sooner than that.
  expect(readAt - (load?.at ?? 0)).toBeGreaterThanOrEqual(SETTLE_MS);
});

test('by the clock of the browser, a switch that is on is turned off, and read as off after a reload', async () => {
  await lab.choosePlace('DE');
  await lab.press('turn-off');
  expect(await lab.outcome()).toBe('done');
  expect((await lab.status()).verdict).toBe('protected');
  expect(lab.simulator.account.switches[SWITCH]).toBe(false);
  const [tab] = await lab.browser.tabs();
  expect(tab?.url()).toBe(SETTING_PAGE);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { guardPlugin, lostGuards } from './guard-plugin.ts';
import { faultIn, type Guard, guards } from './guards.ts';
import { bundle, type Lab, openLab } from './lab.ts';
import type { Run } from './run.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await openLab(await bundle(guardPlugin(guards)));
});
afterAll(() => lab?.close());

test('the reader has every guard that is proven here', () => {
  expect(lostGuards(guards)).toEqual([]);
});

// A guard that no page misses is not proven: with it the page is read right, without it wrong.
test.each(guards)('$file: $name', async (guard) => {
  await lab.switchOff(undefined);
  expect(faultIn(guard, await play(guard))).toBeUndefined();
  await lab.switchOff(guard.name);
  expect(faultIn(guard, await play(guard))).toBeDefined();
});

function play({ page }: Guard): Promise<Run> {
  return 'list' in page ? lab.runList(page) : lab.runOne(page);
}

import { expect, test } from 'vitest';
import { openLab } from './lab.ts';

test('what stands as it stood is not written again', async () => {
  const lab = openLab();
  await lab.choosePlace('DE');
  expect(await lab.pressed('check')).toBe('read');
  await lab.overview();
  const writes = lab.storage.writes();
  await lab.overview();
  lab.kill();
  await lab.overview();
  await lab.clock.pass(1_000);
  expect(lab.storage.writes()).toBe(writes);
});

import { expect, test } from 'vitest';
import { coalesced } from '../../../src/core/work/coalesced.ts';

/** Work that ends when it is told to, and says which run it was. */
function workshop() {
  const open: { end: (run: number) => void; fail: (error: Error) => void }[] = [];
  let runs = 0;
  const work = () =>
    new Promise<number>((end, fail) => {
      runs++;
      open.push({ end, fail });
    });
  return { work, runs: () => runs, open };
}

/** All that is due has been done. */
const rest = () => new Promise((done) => setTimeout(done));

test('all who ask before a run begins get that run', async () => {
  const { work, runs, open } = workshop();
  const ask = coalesced(work);
  const asked = [ask(), ask(), ask()];
  await rest();
  expect(runs()).toBe(1);
  open[0]?.end(1);
  expect(await Promise.all(asked)).toEqual([1, 1, 1]);
});

test('who asks during a run gets a new one, which begins after it', async () => {
  const { work, runs, open } = workshop();
  const ask = coalesced(work);
  const first = ask();
  await rest();
  const later = Array.from({ length: 1000 }, ask);
  await rest();
  expect(runs()).toBe(1);
  open[0]?.end(1);
  expect(await first).toBe(1);
  await rest();
  expect(runs()).toBe(2);
  open[1]?.end(2);
  expect(new Set(await Promise.all(later))).toEqual(new Set([2]));
  await rest();
  expect(runs()).toBe(2);
});

test('a run sees what was done before it was asked for', async () => {
  let done = 0;
  const ask = coalesced(async () => {
    const seen = done;
    await rest();
    return seen;
  });
  const asked = Array.from({ length: 5 }, async (_, index) => {
    for (let turn = 0; turn < index; turn++) await rest();
    done++;
    const mine = done;
    return (await ask()) >= mine;
  });
  expect(await Promise.all(asked)).toEqual([true, true, true, true, true]);
});

test('a run that fails tells those that asked for it, and the next one runs', async () => {
  const { work, runs, open } = workshop();
  const ask = coalesced(work);
  const [first, second] = [ask(), ask()];
  await rest();
  const third = ask();
  open[0]?.fail(new Error('broken'));
  await expect(first).rejects.toThrow('broken');
  await expect(second).rejects.toThrow('broken');
  await rest();
  expect(runs()).toBe(2);
  open[1]?.end(2);
  expect(await third).toBe(2);
});

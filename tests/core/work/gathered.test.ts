import { expect, test } from 'vitest';
import { gathered } from '../../../src/core/work/gathered.ts';

/** Work that ends when it is told to. Things of a kind begin with the same letter. */
function workshop() {
  const runs: { all: readonly string[]; end: () => void; fail: (error: Error) => void }[] = [];
  const hand = gathered(
    (one: string) => one.charAt(0),
    (all) => new Promise<void>((end, fail) => void runs.push({ all, end, fail })),
  );
  return { hand, runs };
}

/** All that is due has been done. */
const rest = () => new Promise((done) => setTimeout(done));

test('what comes while others of its kind are worked on is one run, in order', async () => {
  const { hand, runs } = workshop();
  const first = hand('a1');
  await rest();
  const later = ['a2', 'a3', 'a4'].map(hand);
  await rest();
  expect(runs.map(({ all }) => all)).toEqual([['a1']]);
  runs[0]?.end();
  await first;
  await rest();
  expect(runs.map(({ all }) => all)).toEqual([['a1'], ['a2', 'a3', 'a4']]);
  runs[1]?.end();
  await Promise.all(later);
});

test('thousands at once are a run or two, and none is lost', async () => {
  const { hand, runs } = workshop();
  const first = hand('a');
  await rest();
  const later = Array.from({ length: 5000 }, (_, index) => hand(`a${index}`));
  runs[0]?.end();
  await first;
  await rest();
  runs[1]?.end();
  await Promise.all(later);
  expect(runs).toHaveLength(2);
  expect(runs[1]?.all).toEqual(Array.from({ length: 5000 }, (_, index) => `a${index}`));
});

test('who hands in is told when theirs is done, and not before', async () => {
  const { hand, runs } = workshop();
  const done: string[] = [];
  for (const one of ['a1', 'b1']) void hand(one).then(() => done.push(one));
  await rest();
  void hand('a2').then(() => done.push('a2'));
  runs[0]?.end();
  await rest();
  expect(done).toEqual(['a1']);
  runs[1]?.end();
  runs[2]?.end();
  await rest();
  expect(done).toEqual(['a1', 'b1', 'a2']);
});

test('kinds do not wait for each other', async () => {
  const { hand, runs } = workshop();
  void hand('a');
  void hand('b');
  await rest();
  expect(runs.map(({ all }) => all)).toEqual([['a'], ['b']]);
});

test('a run that fails tells those whose things it had, and the next one runs', async () => {
  const { hand, runs } = workshop();
  const first = hand('a1');
  await rest();
  const second = hand('a2');
  runs[0]?.fail(new Error('broken'));
  await expect(first).rejects.toThrow('broken');
  await rest();
  expect(runs[1]?.all).toEqual(['a2']);
  runs[1]?.end();
  await second;
});

import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openPageLab, type PageLab, type Tab } from '../page-lab.ts';

/** Where a browser tells of no navigation, the path is compared once in a second. */
const COMPARED_EVERY_MS = 1_000;

let lab: PageLab;
let tab: Tab;

beforeAll(async () => {
  lab = await openPageLab(inject('browser'));
  tab = await lab.tab();
});
afterAll(() => lab?.close());

const push = (address: string) => `history.pushState(null, '', ${JSON.stringify(address)})`;
const replace = (address: string) => `history.replaceState(null, '', ${JSON.stringify(address)})`;
const popped = (act: string) =>
  `return new Promise((done) => { addEventListener('popstate', done, { once: true }); ${act} })`;
const back = popped('history.back()');
const forward = popped('history.forward()');

/** The paths that are called back: the first before any act, then those after each act. */
const journeys = [
  {
    name: 'is called back at once, and after every change, there and back',
    acts: [push('/a'), replace('/b'), push('/c'), back, forward],
    paths: [['/start'], ['/a'], ['/b'], ['/c'], ['/b'], ['/c']],
  },
  {
    name: 'is not called back twice when only the rest of the address changes',
    acts: [push('/start?a'), replace('/start#b'), 'location.hash = "c"', push('/start')],
    paths: [['/start'], [], [], [], []],
  },
  {
    name: 'is called back again when the page returns to it',
    acts: [push('/a'), push('/start')],
    paths: [['/start'], ['/a'], ['/start']],
  },
  {
    name: 'is not called back after the end',
    acts: [push('/a'), 'abort', push('/b'), back],
    paths: [['/start'], ['/a'], [], [], []],
  },
];

/** @param isTold whether the page has the browser's `navigation`, which Firefox before 147 has not */
function follow(acts: readonly string[], isTold: boolean): Promise<string[][]> {
  return tab.run(
    async (lab, acts, isTold, compareMs) => {
      const called: string[] = [];
      const followed = isTold
        ? window
        : Object.create(null, { location: { get: () => window.location } });
      history.replaceState(null, '', '/start');
      const script = new AbortController();
      const play = lab.startPlay();
      try {
        lab.followPath(followed, (path) => called.push(path), script.signal);

        const paths = [called.splice(0)];
        for (const act of acts) {
          if (act === 'abort') script.abort();
          else await new Function(act)();
          // One that is told is told with the navigation itself.
          if (!isTold) await play.runUntil(play.now() + compareMs);
          paths.push(called.splice(0));
        }
        return paths;
      } finally {
        script.abort();
        play.end();
      }
    },
    acts,
    isTold,
    COMPARED_EVERY_MS,
  );
}

describe('a path of which the browser tells', () => {
  test('is told by this browser', async () => {
    await tab.visit('');
    expect(await tab.run(() => 'navigation' in window)).toBe(true);
  });

  test.each(journeys)('$name', async ({ acts, paths }) => {
    await tab.visit('');
    expect(await follow(acts, true)).toEqual(paths);
  });

  test('is called back twice when it changes twice in a row', async () => {
    await tab.visit('');
    const acts = [`${push('/a')}; ${push('/b')}`];
    expect(await follow(acts, true)).toEqual([['/start'], ['/a', '/b']]);
  });
});

describe('a path that has to be compared', () => {
  test.each(journeys)('$name', async ({ acts, paths }) => {
    await tab.visit('');
    expect(await follow(acts, false)).toEqual(paths);
  });

  test('is compared once in a second, and not before', async () => {
    await tab.visit('');
    const seen = await tab.run((lab, everyMs) => {
      const play = lab.startPlay();
      const called: string[] = [];
      const followed = Object.create(null, { location: { get: () => window.location } });
      lab.followPath(followed, (path) => called.push(path), new AbortController().signal);
      called.splice(0);
      history.pushState(null, '', '/a');
      return play
        .runUntil(everyMs - 1)
        .then(() => [...called])
        .then((before) => play.runUntil(everyMs).then(() => [before, called]))
        .finally(play.end);
    }, COMPARED_EVERY_MS);
    expect(seen).toEqual([[], ['/a']]);
  });
});

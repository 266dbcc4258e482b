import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openPageLab, type PageLab } from '../page-lab.ts';

let lab: PageLab;

beforeAll(async () => {
  lab = await openPageLab(inject('browser'));
});
afterAll(() => lab?.close());

/** More than a browser lists. */
const MANY = 300;

test('what the page asks for is known, whatever else it asked for, with and without a query', async () => {
  const tab = await lab.tab('<p>A</p>');
  const seen = await tab.run(async (lab, many) => {
    const script = new AbortController();
    await fetch('/before?ms=0');
    const requests = lab.followRequests(script.signal);
    for (let turn = 0; turn < many; turn++) await fetch(`/other?ms=0&${turn}`);
    const askedAt = performance.now();
    await fetch('/save?ms=0');
    await fetch('/save');
    const noted = async (path: string, count: number) => {
      while (requests(path).length < count) await new Promise((done) => setTimeout(done, 10));
      return requests(path);
    };
    const wanted = await noted('/save', 2);
    const found = {
      before: (await noted('/before', 1)).length,
      others: (await noted('/other', many)).length,
      areLater: wanted.map(
        ({ startTime, responseEnd }) => startTime >= askedAt - 5 && responseEnd >= startTime,
      ),
      statuses: wanted.map(({ responseStatus }) => responseStatus),
      never: requests('/never').length,
    };
    script.abort();
    await fetch('/late');
    await new Promise((done) => setTimeout(done, 100));
    return { ...found, late: requests('/late').length };
  }, MANY);
  expect(seen).toEqual({
    before: 1,
    others: MANY,
    areLater: [true, true],
    statuses: [204, 204],
    never: 0,
    late: 0,
  });
});

test('of a page that asks for days only the latest is kept', async () => {
  const tab = await lab.tab('<p>A</p>');
  const seen = await tab.run(async (lab) => {
    const requests = lab.followRequests(new AbortController().signal);
    await fetch('/first');
    const lots = Array.from({ length: 60 }, (_, index) => index);
    for (let turn = 0; turn < 10; turn++) {
      await Promise.all(lots.map((index) => fetch(`/other?ms=0&${turn}-${index}`)));
      // The browser's own list is full after 250.
      performance.clearResourceTimings();
    }
    await fetch('/last');
    while (requests('/last').length === 0) await new Promise((done) => setTimeout(done, 10));
    return { first: requests('/first').length, others: requests('/other').length };
  });
  expect(seen).toEqual({ first: 0, others: 499 });
});

test('what a page loads that is no request of a script is not among it', async () => {
  const tab = await lab.tab('<p>A</p>');
  const seen = await tab.run(async (lab) => {
    const requests = lab.followRequests(new AbortController().signal);
    const image = new Image();
    image.src = '/wanted';
    await new Promise((done) => {
      image.onerror = done;
      image.onload = done;
    });
    await fetch('/asked');
    while (requests('/asked').length === 0) await new Promise((done) => setTimeout(done, 10));
    return requests('/wanted').length;
  });
  expect(seen).toBe(0);
});

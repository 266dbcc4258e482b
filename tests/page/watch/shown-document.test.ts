import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { waitUntil } from '../../e2e/browsers/wait.ts';
import { openPageLab, type PageLab, type Tab } from '../page-lab.ts';

let lab: PageLab;

beforeAll(async () => {
  lab = await openPageLab(inject('browser'));
});
afterAll(() => lab?.close());

/** What is called back in a document, and in which state it was then. */
interface Called {
  readonly provenance: string;
  readonly readyState: string;
  readonly left: AbortSignal;
}
type World = typeof globalThis & { called: Called[]; script: AbortController };

/** Begins in the first tick of every document from now on. */
async function fromTheBeginning(tab: Tab, isPrerendering: boolean): Promise<void> {
  await tab.page.evaluateOnNewDocument((ahead) => {
    const world = globalThis as World;
    world.called = [];
    world.script = new AbortController();
    if (ahead) Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
    // biome-ignore lint/suspicious/noExplicitAny: what the bundle brings.
    (globalThis as any).lab.onDocumentShown(
      document,
      (provenance: string, left: AbortSignal) =>
        world.called.push({ provenance, left, readyState: document.readyState }),
      world.script.signal,
    );
  }, isPrerendering);
}

const called = (tab: Tab) =>
  tab.run(() =>
    (globalThis as World).called.map(({ provenance, readyState, left }) => ({
      provenance,
      readyState,
      isLeft: left.aborted,
    })),
  );

test('a document that is loaded is called so, when it has been parsed', async () => {
  const tab = await lab.tab();
  await fromTheBeginning(tab, false);
  await tab.visit('<p>A</p>');
  expect(await called(tab)).toEqual([
    { provenance: 'loaded', readyState: 'interactive', isLeft: false },
  ]);
});

test('a document that was parsed before is called already open, at once', async () => {
  const tab = await lab.tab('<p>A</p>');
  const found = await tab.run((lab) => {
    const all: string[] = [];
    lab.onDocumentShown(
      document,
      (provenance) => all.push(provenance),
      new AbortController().signal,
    );
    return all;
  });
  expect(found).toEqual(['already-open']);
});

test('a document that is brought back is called restored, and what was begun for it before has ended', async () => {
  const tab = await lab.tab();
  await fromTheBeginning(tab, false);
  await tab.visit('<p>A</p>');
  await tab.run(() => {
    for (const type of ['pagehide', 'pageshow']) {
      window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
    }
  });
  expect(await called(tab)).toEqual([
    { provenance: 'loaded', readyState: 'interactive', isLeft: true },
    { provenance: 'restored', readyState: 'complete', isLeft: false },
  ]);
  await tab.run(() => (globalThis as World).script.abort());
  await tab.run(() => {
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  expect((await called(tab)).map(({ isLeft }) => isLeft)).toEqual([true, true]);
});

test('a document that is loaded because the person went back is called restored', async () => {
  const tab = await lab.tab();
  await fromTheBeginning(tab, false);
  // Whoever listens to `unload` is not kept by the browser, and is loaded once more.
  await tab.visit('<p id="first">A</p><script>addEventListener("unload", () => {})</script>');
  await tab.visit('<p>B</p>');
  expect(await called(tab)).toMatchObject([{ provenance: 'loaded' }]);
  await tab.run(() => history.back());
  const isBack = () => tab.run(() => document.getElementById('first') !== null).catch(() => false);
  await waitUntil('the first page is back', async () => (await isBack()) || undefined, 10_000);
  await waitUntil('it has begun', async () => (await called(tab)).length > 0 || undefined, 10_000);
  expect(await tab.run((lab) => lab.isReturn())).toBe(true);
  expect(await called(tab)).toMatchObject([{ provenance: 'restored' }]);
});

test('a document that is loaded once more, or visited again, is called loaded', async () => {
  const tab = await lab.tab();
  await fromTheBeginning(tab, false);
  await tab.visit('<p>A</p>');
  await tab.page.reload();
  expect(await tab.run((lab) => lab.isReturn())).toBe(false);
  expect(await called(tab)).toMatchObject([{ provenance: 'loaded' }]);
  await tab.page.goto(tab.page.url());
  expect(await tab.run((lab) => lab.isReturn())).toBe(false);
  expect(await called(tab)).toMatchObject([{ provenance: 'loaded' }]);
});

test('a document that is shown for the first time is not called restored', async () => {
  const tab = await lab.tab();
  await fromTheBeginning(tab, false);
  await tab.visit('<p>A</p>');
  await tab.run(() => {
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
  });
  expect(await called(tab)).toHaveLength(1);
});

test('a document that was loaded ahead is called so, and only when it is shown', async () => {
  const tab = await lab.tab();
  await fromTheBeginning(tab, true);
  await tab.visit('<p>A</p>');
  expect(await called(tab)).toEqual([]);
  await tab.run(() => {
    Object.defineProperty(document, 'prerendering', { value: false });
    document.dispatchEvent(new Event('prerenderingchange'));
  });
  expect(await called(tab)).toEqual([
    { provenance: 'prerendered', readyState: 'complete', isLeft: false },
  ]);
});

import { expect, test } from 'vitest';
import { whileVisible } from '../../../src/page/watch/while-visible.ts';

/** A page, as far as it is looked at, and what runs in it. */
function page(visibilityState: DocumentVisibilityState) {
  const document = Object.assign(new EventTarget(), { visibilityState });
  const script = new AbortController();
  const begun: AbortSignal[] = [];
  whileVisible(document as unknown as Document, (hidden) => void begun.push(hidden), script.signal);
  const become = (state: DocumentVisibilityState) => {
    document.visibilityState = state;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  return { become, script, running: () => begun.map(({ aborted }) => !aborted) };
}

test('a page that is looked at runs it at once, and once', () => {
  const { become, running } = page('visible');
  expect(running()).toEqual([true]);
  become('visible');
  expect(running()).toEqual([true]);
});

test('a page that nobody looks at runs nothing until somebody does', () => {
  const { become, running } = page('hidden');
  expect(running()).toEqual([]);
  become('hidden');
  expect(running()).toEqual([]);
  become('visible');
  expect(running()).toEqual([true]);
});

test('it ends when the page is hidden, and begins anew when it is shown', () => {
  const { become, running } = page('visible');
  become('hidden');
  expect(running()).toEqual([false]);
  become('visible');
  expect(running()).toEqual([false, true]);
});

test('with the script it ends for good', () => {
  const { become, script, running } = page('visible');
  script.abort();
  expect(running()).toEqual([false]);
  become('hidden');
  become('visible');
  expect(running()).toEqual([false]);
});

import { fileURLToPath } from 'node:url';
import { bundle } from '../../tests/page/bundle.ts';
import { closePlainBrowsers, plainBrowser } from '../../tests/page/plain-browser.ts';

const ENTRY = fileURLToPath(new URL('../../tests/page/lab-entry.ts', import.meta.url));

/** Machines differ: times of a run are read beside those of two fixed pieces of work. */
export async function sayYardstick(): Promise<void> {
  const starts = await timed(async () => {
    await plainBrowser('chromium');
    await closePlainBrowsers();
  });
  const bundles = await timed(() => bundle(ENTRY));
  console.log(`This machine: an empty Chromium takes ${starts}, one bundle ${bundles}.`);
}

async function timed(work: () => Promise<unknown>): Promise<string> {
  const began = performance.now();
  await work();
  return `${Math.round(performance.now() - began)} ms`;
}

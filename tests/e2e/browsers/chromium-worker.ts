import type { Browser, Target } from 'puppeteer-core';
import { orElse, PROTOCOL_TIMEOUT_MS, waitUntil } from './wait.ts';

/** The background of the extension at an origin, where it runs. */
export function workerOf(browser: Browser, origin: string): Target | undefined {
  return browser
    .targets()
    .find((target) => target.type() === 'service_worker' && target.url().startsWith(origin));
}

/** @throws where it does not run */
export function runningWorkerOf(browser: Browser, origin: string): Target {
  const target = workerOf(browser, origin);
  if (target === undefined) throw new Error('the service worker is dead');
  return target;
}

/** While a debugger is attached, as it is in our tests, Chromium never stops an idle worker by itself. */
export async function killWorker(browser: Browser, origin: string): Promise<void> {
  const target = workerOf(browser, origin);
  if (target === undefined) return;
  await waitUntil(
    'the service worker is dead',
    async () => {
      if (!browser.targets().includes(target)) return true;
      // One that is just starting does not hear it: it is told again.
      await orElse(
        target.worker().then((worker) => worker?.close()),
        undefined,
      );
      return undefined;
    },
    PROTOCOL_TIMEOUT_MS,
  );
}

import type { TestBrowser } from '../tests/e2e/browsers/index.ts';

/** Resolves when the person has closed the browser. */
export function untilClosed(browser: TestBrowser): Promise<void> {
  return new Promise((resolve) => browser.onClosed(resolve));
}

import { defineConfig } from 'vitest/config';

const inBrowsers = ['tests/page/**/*.test.ts', 'tests/e2e/**/*.test.ts'];

function inBrowser(browser: 'chromium' | 'firefox') {
  return {
    test: {
      name: browser,
      include: inBrowsers,
      provide: { browser },
      testTimeout: 90_000,
      hookTimeout: 90_000,
    },
  };
}

export default defineConfig({
  test: {
    // Most of the time is spent waiting for pages to settle, so more browsers than cores run at once.
    maxWorkers: 4,
    reporters: ['default', './scripts/tally-reporter.ts'],
    projects: [
      { test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: inBrowsers } },
      inBrowser('chromium'),
      inBrowser('firefox'),
    ],
  },
});

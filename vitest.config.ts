import { defineConfig } from 'vitest/config';

const inBrowsers = ['tests/page/**/*.test.ts', 'tests/e2e/**/*.test.ts'];
/** Pages on a clock of their own, and pictures; what differs between browsers is met elsewhere. */
const inChromiumOnly = ['tests/robustness/**/*.test.ts', 'tests/gallery/**/*.test.ts'];

/** What the fixtures ask of the same code is enough for a second browser. */
const notAgain = ['find-control', 'look', 'read-control', 'state-word'].map(
  (name) => `tests/page/${name}.test.ts`,
);

/** Its driver tells nothing of what assistive technology is told. */
const untoldInFirefox = ['tests/e2e/tree.test.ts'];

/** What Chromium does with sentences, and with a process that is gone. */
const ofChromiumAlone = ['tests/e2e/mute.test.ts'];

/** Chromium reads an administrator's file from folders of the system alone. */
const unmanagedInChromium = ['tests/e2e/policy.test.ts'];

function inBrowser(browser: 'chromium' | 'firefox', include: string[], exclude: string[] = []) {
  return {
    test: {
      name: browser,
      include,
      exclude,
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
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...inBrowsers, ...inChromiumOnly],
          // Properties take seconds; a machine that does much else takes several times as long.
          testTimeout: 60_000,
        },
      },
      inBrowser('chromium', [...inBrowsers, ...inChromiumOnly], unmanagedInChromium),
      inBrowser('firefox', inBrowsers, [...notAgain, ...untoldInFirefox, ...ofChromiumAlone]),
    ],
  },
});

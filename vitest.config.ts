import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/gate/longest-first.ts';
import { isFull, isGate } from './scripts/gate/run-kind.ts';

const pages = ['tests/page/**/*.test.ts'];
const journeys = ['tests/e2e/**/*.test.ts'];
/** Pages on a clock of their own, and pictures; what differs between browsers is met elsewhere. */
const inChromiumOnly = ['tests/robustness/**/*.test.ts', 'tests/gallery/**/*.test.ts'];

/** What the fixtures ask of the same code is enough for a second browser. */
const notAgain = ['find-control', 'look', 'read-control', 'state-word'].map(
  (name) => `tests/page/find/${name}.test.ts`,
);

/** Each switches a guard off in a build of its own: `npm run robustness` has the time. */
const tooLong = isGate ? ['tests/e2e/life/guards.test.ts'] : [];

/** Its driver tells nothing of what assistive technology is told. */
const untoldInFirefox = ['tests/e2e/tree.test.ts'];

/** What Chromium does with sentences, and with a process that is gone. */
const ofChromiumAlone = ['tests/e2e/mute.test.ts'];

/** Chromium reads an administrator's file from folders of the system alone. */
const unmanagedInChromium = ['tests/e2e/policy.test.ts'];

/**
 * What differs there: event page, popup, permissions, site access, containers, injected scripts, notifications,
 * restart, an administrator's settings, room in the store. The gate leaves the others to Chromium.
 */
const differInFirefox = [
  'access',
  'accounts',
  'banner',
  'buttons',
  'full-store',
  'interleaved',
  'killed',
  'life',
  'life/ladder',
  'no-tab',
  'notices',
  'pace',
  'policy',
  'popup',
  'second-service',
  'update',
  'welcome',
].map((name) => `tests/e2e/${name}.test.ts`);

type BrowserName = 'chromium' | 'firefox';

/**
 * For two cores. In Chromium a journey waits for a third of its time, so a third worker fills what two leave
 * (344 s become 270); Firefox keeps both cores busy with two.
 */
const WORKERS = { chromium: 3, firefox: 2 } satisfies Record<BrowserName, number>;

/** Limits only cost time where something is broken, so they suit a slow machine. */
const LIMIT_MS = 270_000;

/** Groups run one after the other, so that a worker's browser serves all files of its group. */
const groups = ['unit', 'chromium-pages', 'firefox-pages', 'chromium', 'firefox'] as const;
const inGroup = (name: (typeof groups)[number]) => ({
  name,
  sequence: { groupOrder: groups.indexOf(name) },
});

function inBrowser(browser: BrowserName, include: string[], exclude: string[]) {
  return {
    include,
    exclude,
    provide: { browser },
    testTimeout: LIMIT_MS,
    hookTimeout: LIMIT_MS,
  };
}

interface PageTests {
  readonly include: string[];
  readonly exclude?: string[];
  readonly globalSetup?: string[];
}

function pageTests(browser: BrowserName, { include, exclude = [], globalSetup = [] }: PageTests) {
  return {
    test: {
      ...inBrowser(browser, include, exclude),
      ...inGroup(`${browser}-pages`),
      maxWorkers: 2,
      globalSetup: ['tests/page/setup.ts', ...globalSetup],
      // A worker keeps its browser from file to file.
      isolate: false,
      // All rows of a table ask at the same time: their pages are played in one go.
      maxConcurrency: 1_000,
    },
  };
}

/** Whole browsers with the extension: what fails once is tried again, and named if it then passes. */
function endToEnd(browser: BrowserName, include: string[], exclude: string[]) {
  return {
    test: {
      ...inBrowser(browser, include, exclude),
      ...inGroup(browser),
      globalSetup: 'tests/e2e/setup.ts',
      maxWorkers: WORKERS[browser],
      // A worker keeps its browser from file to file.
      isolate: false,
      retry: isFull ? 0 : 1,
    },
  };
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './scripts/gate/reporter.ts'],
    projects: [
      {
        test: {
          ...inGroup('unit'),
          maxWorkers: 2,
          // Days are those of the person's own calendar.
          env: { TZ: 'UTC' },
          include: ['tests/**/*.test.ts'],
          exclude: [...pages, ...journeys, ...inChromiumOnly],
          // Properties take seconds; a machine that does much else takes several times as long.
          testTimeout: 180_000,
        },
      },
      pageTests('chromium', {
        include: [...pages, ...inChromiumOnly],
        globalSetup: ['tests/gallery/setup.ts'],
      }),
      pageTests('firefox', { include: pages, exclude: notAgain }),
      endToEnd('chromium', journeys, [...unmanagedInChromium, ...tooLong]),
      endToEnd('firefox', isGate ? differInFirefox : journeys, [
        ...untoldInFirefox,
        ...ofChromiumAlone,
        ...tooLong,
      ]),
    ],
  },
});

import { FEED, type Play, SETTING_PAGE } from './pages.ts';

export interface Scenario {
  readonly name: string;
  readonly address: string;
  readonly play: Play;
  /** Whether our banner may show what was read. */
  readonly banner: boolean;
  readonly watchMs: number;
  /** How long after the page's start its cost is counted from; all of it where this is left out. */
  readonly countFromMs?: number;
  /** When another tab is put before the page. */
  readonly hideAfterMs?: number;
  /** What the page must have been read as; `nothing` where nothing of ours may run. */
  readonly reads: 'on' | 'off' | 'nothing';
  /** What the cost should be at most, in milliseconds. */
  readonly aimMs?: number;
  /** How often the page's main thread may work as long as with the floor. */
  readonly ratioAim?: number;
}

export const READ_ON_WITHIN_MS = 150;

const ORDINARY = 400;
const LARGE = 20_000;
/** Past every deadline of a reader, so that the page has settled for certain. */
const SETTLED_AFTER_MS = 11_000;
const WATCH_MS = 15_000;
/** What was reported has been compared with the whole page, too. */
const AT_REST_AFTER_MS = 14_000;
/** Ten looks of a reader that has settled. */
const REST_MS = 30_000;

const onSettings = {
  address: SETTING_PAGE,
  banner: false,
  watchMs: WATCH_MS,
  reads: 'on',
} as const;

export const scenarios: readonly Scenario[] = [
  {
    ...onSettings,
    name: 'settings page, on',
    play: { elements: ORDINARY, switch: 'on' },
    aimMs: 2,
    ratioAim: 1.15,
  },
  {
    ...onSettings,
    name: 'settings page, off',
    play: { elements: ORDINARY, switch: 'off' },
    reads: 'off',
    aimMs: 2,
    ratioAim: 1.15,
  },
  {
    ...onSettings,
    name: 'settings page, on, with our banner',
    play: { elements: ORDINARY, switch: 'on' },
    banner: true,
  },
  {
    ...onSettings,
    name: '20,000 elements, on',
    play: { elements: LARGE, switch: 'on' },
    aimMs: 10,
  },
  {
    ...onSettings,
    name: '20,000 elements, off',
    play: { elements: LARGE, switch: 'off' },
    reads: 'off',
    aimMs: 10,
  },
  {
    ...onSettings,
    name: 'storm of 5,000 insertions',
    play: { elements: ORDINARY, switch: 'on', stormAfterMs: SETTLED_AFTER_MS },
    watchMs: SETTLED_AFTER_MS + WATCH_MS,
    countFromMs: SETTLED_AFTER_MS,
    aimMs: 20,
  },
  {
    ...onSettings,
    name: '20,000 elements, off, half a minute at rest',
    play: { elements: LARGE, switch: 'off' },
    reads: 'off',
    watchMs: AT_REST_AFTER_MS + REST_MS,
    countFromMs: AT_REST_AFTER_MS,
    aimMs: 10,
  },
  {
    ...onSettings,
    name: 'settings page, off, then hidden',
    play: { elements: ORDINARY, switch: 'off' },
    reads: 'off',
    watchMs: SETTLED_AFTER_MS + WATCH_MS,
    hideAfterMs: SETTLED_AFTER_MS,
    countFromMs: AT_REST_AFTER_MS,
    aimMs: 0,
  },
  {
    name: 'feed, no warning',
    address: FEED,
    play: { elements: 2 * ORDINARY, switch: 'none' },
    banner: true,
    watchMs: 5_000,
    reads: 'nothing',
  },
];

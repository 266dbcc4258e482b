import { FEED, type Play, SETTING_PAGE } from './pages.ts';

/** What is aimed at, in milliseconds. */
export interface Aim {
  readonly of: 'total' | 'since-storm';
  readonly atMost: number;
}

export interface Scenario {
  readonly name: string;
  readonly address: string;
  readonly play: Play;
  /** Whether our banner may show what was read. */
  readonly banner: boolean;
  readonly watchMs: number;
  /** What the page must have been read as; `nothing` where nothing of ours may run. */
  readonly reads: 'on' | 'off' | 'nothing';
  readonly aim?: Aim;
}

export const READ_ON_WITHIN_MS = 150;

const ORDINARY = 400;
const LARGE = 20_000;
/** Past every deadline of a reader, so that the page has settled for certain. */
const STORM_AFTER_MS = 11_000;
const WATCH_MS = 15_000;

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
    aim: { of: 'total', atMost: 2 },
  },
  {
    ...onSettings,
    name: 'settings page, off',
    play: { elements: ORDINARY, switch: 'off' },
    reads: 'off',
    aim: { of: 'total', atMost: 2 },
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
    aim: { of: 'total', atMost: 10 },
  },
  {
    ...onSettings,
    name: '20,000 elements, off',
    play: { elements: LARGE, switch: 'off' },
    reads: 'off',
    aim: { of: 'total', atMost: 10 },
  },
  {
    ...onSettings,
    name: 'storm of 5,000 insertions',
    play: { elements: ORDINARY, switch: 'on', stormAfterMs: STORM_AFTER_MS },
    watchMs: STORM_AFTER_MS + WATCH_MS,
    aim: { of: 'since-storm', atMost: 20 },
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

import type { Locale } from './wording.ts';

/** What happens when a switch is pressed. What the page does about it holds for pages loaded afterwards. */
export type SaveMode =
  /** Kept at once. */
  | 'ok'
  /** The server answers 500 and the page flips the switch back after 600 ms. */
  | 'springs-back'
  /** The server answers 200 and keeps the old value. */
  | 'lies'
  /** A dialog asks first; the switch stays as it was until Confirm. */
  | 'asks'
  /** The page swallows the press. */
  | 'ignored'
  /** Kept, while the page goes on showing the switch as it was. */
  | 'unmoved'
  /** Kept, and the switch disappears from the page. */
  | 'vanishes'
  /** Kept, and the page gives the switch an id that nobody knows. */
  | 'renames-id'
  /** Kept, and the word beside the switch stays as it was. Needs `words`. */
  | 'stale-word'
  /** Kept, and answered, only after `saveMs`. */
  | 'slow';

/** What a settings page does instead of its duty. */
export type PageMode =
  | 'normal'
  /** To /login, whether signed in or not. */
  | 'sign-in-wall'
  /** A sign-in form with a password field, at the setting's own address. */
  | 'wall-in-place'
  /** To /checkpoint/challenge. */
  | 'checkpoint'
  /** To /feed/. */
  | 'redirect'
  /** Answered 200 with nothing in the body. */
  | 'empty'
  /** A heading and an error text, no control. */
  | 'broken'
  /** Answered 500. */
  | 'error'
  /** The connection is destroyed. Browsers try again up to ten times, so do not count hits. */
  | 'dead'
  /** The request is never answered. */
  | 'silent'
  /** Everything but the control. */
  | 'missing-control'
  /** The control is disabled. */
  | 'locked'
  /** A second, unticked switch with the same aria-labelledby. */
  | 'two-switches'
  /** `.checked` and aria-checked disagree. */
  | 'contradiction'
  /** The checkbox is indeterminate. */
  | 'mixed'
  /** The one switch has an aria-labelledby that nobody knows. */
  | 'renamed-id'
  /** The control is replaced every 200 ms for ever, its state kept. */
  | 'rerenders'
  /** The state shown alternates every 300 ms for ever; the server's does not. */
  | 'flickers'
  /** The word beside the switch says the other position. */
  | 'word-contradicts'
  /** The switch stands in an open shadow root. */
  | 'in-shadow'
  /** The switch stands in a frame of the page's own origin. */
  | 'in-frame'
  /** An unticked copy of the switch stands before it, hidden. */
  | 'hidden-copy'
  /** A modal dialog is in front from the start. */
  | 'dialog-open'
  /** Markup as text in heading, paragraph and rows, and in an element's id and aria-label. */
  | 'markup-text';

/** What the deep link of a setting that is not offered does. */
export type AbsentPage =
  /** To the list of settings. */
  | 'redirect-to-list'
  /** The frame of a settings page with an empty main. */
  | 'blank'
  /** Answered 404 with an error text. */
  | 'error';

export interface Modes {
  /** How long after the state has arrived the control is rendered. */
  delayMs: number;
  /** When above 0: how long the rendered checkbox stays unticked before it gets its real state. */
  hydrateMs: number;
  /** How long the server takes to tell a switch's state; the page shows the switch unticked meanwhile. */
  dataMs: number;
  /** Whether the page writes On or Off beside a switch. */
  words: boolean;
  /** The language of the page; words that nobody sourced stay English. */
  locale: Locale;
  /** What pressing a switch does. */
  save: SaveMode;
  /** How long a `slow` save takes. */
  saveMs: number;
  /** What settings pages do. */
  page: PageMode;
  /** `lost`: every connection is destroyed, whatever is asked for. Nothing of it is logged. */
  network: 'up' | 'lost';
  /** What the deep link of a setting that is not offered does. */
  absentPage: AbsentPage;
  /** How often as fast everything that takes time happens. */
  pace: number;
  /** Whether a browser may keep a page that is left, and bring it back as it was. */
  keeps: boolean;
  /** Whether pages ask the browser to load the AI setting's page ahead. */
  loadsAhead: boolean;
  /** How many rows besides the AI setting the list of privacy settings shows. */
  neighbours: number;
}

export const usualModes: Readonly<Modes> = {
  delayMs: 300,
  hydrateMs: 0,
  dataMs: 0,
  words: false,
  locale: 'en',
  save: 'ok',
  saveMs: 3000,
  page: 'normal',
  network: 'up',
  absentPage: 'redirect-to-list',
  pace: 1,
  keeps: false,
  loadsAhead: false,
  neighbours: Number.POSITIVE_INFINITY,
};

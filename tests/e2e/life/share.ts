import type { BrowserName } from '../browsers/index.ts';

/** What the gate plays. Firefox is slower, and differs in less. */
const USUAL = { seed: 20261130, chromium: 20, firefox: 6 };

/** Which histories to play, for those who want others: `npm run robustness` sets it. */
export interface Share {
  readonly seed: number;
  readonly count: number;
  /** This process plays each history whose number, divided by `of`, leaves `part`. */
  readonly part: number;
  readonly of: number;
}

const SHARE = 'DEFAULT_CHECK_HISTORIES';

export function chosenShare(browser: BrowserName): Share & {
  readonly mayPlay: (number: number) => boolean;
} {
  const given = process.env[SHARE];
  const usual = { seed: USUAL.seed, count: USUAL[browser], part: 0, of: 1 };
  const share: Share = given ? JSON.parse(given) : usual;
  return { ...share, mayPlay: (number) => number % share.of === share.part };
}

export function variableOf(share: Share): NodeJS.ProcessEnv {
  return { [SHARE]: JSON.stringify(share) };
}

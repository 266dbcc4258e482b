import fc from 'fast-check';
import type { BrowserName } from '../browsers/index.ts';

/** What may happen next in the life of a browser in which the setting's page is looked at. */
export type Happening =
  // The tab that the person looks at, and another one.
  | 'load'
  | 'leave'
  | 'back'
  | 'move-in'
  | 'ahead'
  | 'hide'
  | 'show'
  | 'second'
  | 'discard'
  | 'crash'
  // The switch.
  | 'by-hand'
  | 'by-script'
  | 'elsewhere'
  // The person.
  | 'sign-out'
  | 'sign-in'
  | 'withdraw'
  | 'grant'
  // The extension.
  | 'update'
  | 'kill'
  | 'fill'
  | 'room';

export interface Step {
  readonly what: Happening;
  /** Long enough for a page to settle, or only as long as the acting takes. */
  readonly dwells: boolean;
}

/** The setting is off and was read as such, and a page of the service is open; what happens from then on. */
export type History = readonly Step[];

/** Where everything stands, as far as it decides what can happen next. */
interface Scene {
  readonly main: 'feed' | 'setting' | 'gone';
  readonly second?: 'feed' | 'setting';
  readonly front: 'main' | 'second';
  /** How many pages the main tab can go back to. */
  readonly past: number;
  readonly isSignedIn: boolean;
  readonly hasAccess: boolean;
  readonly isFull: boolean;
}

interface Possibility {
  /** How often it comes among those that are possible. */
  readonly weight: number;
  readonly isPossible?: (scene: Scene) => boolean;
  readonly leadsTo?: (scene: Scene) => Partial<Scene>;
  /** Only Chromium knows it, or lets a test do it. */
  readonly ofChromium?: true;
}

const showsSetting = (scene: Scene) => scene.isSignedIn && scene[scene.front] === 'setting';
const goes = (main: 'feed' | 'setting') => (scene: Scene) => ({
  main,
  front: 'main' as const,
  past: scene.past + 1,
});

const possibilities: Record<Happening, Possibility> = {
  load: { weight: 4, leadsTo: goes('setting') },
  leave: { weight: 2, isPossible: ({ main }) => main === 'setting', leadsTo: goes('feed') },
  back: {
    weight: 4,
    isPossible: ({ past }) => past > 0,
    leadsTo: ({ main, past }) => ({
      main: main === 'feed' ? 'setting' : 'feed',
      front: 'main',
      past: past - 1,
    }),
  },
  'move-in': {
    weight: 2,
    isPossible: ({ main, isSignedIn }) => main === 'feed' && isSignedIn,
    leadsTo: goes('setting'),
  },
  ahead: {
    weight: 2,
    isPossible: ({ isSignedIn }) => isSignedIn,
    leadsTo: goes('setting'),
    ofChromium: true,
  },
  hide: {
    weight: 1,
    isPossible: ({ front }) => front === 'main',
    leadsTo: ({ second = 'feed' }) => ({ second, front: 'second' }),
  },
  show: {
    weight: 3,
    isPossible: ({ front }) => front === 'second',
    leadsTo: () => ({ front: 'main' }),
  },
  second: { weight: 2, leadsTo: () => ({ second: 'setting', front: 'second' }) },
  discard: { weight: 2, isPossible: ({ second }) => second !== undefined },
  crash: {
    weight: 1,
    isPossible: ({ main }) => main !== 'gone',
    leadsTo: () => ({ main: 'gone', past: 0 }),
    ofChromium: true,
  },
  'by-hand': { weight: 4, isPossible: showsSetting },
  'by-script': { weight: 2, isPossible: showsSetting },
  elsewhere: { weight: 5 },
  'sign-out': {
    weight: 1,
    isPossible: ({ isSignedIn }) => isSignedIn,
    leadsTo: ({ front }) => ({ isSignedIn: false, [front]: 'feed' }),
  },
  'sign-in': {
    weight: 4,
    isPossible: ({ isSignedIn }) => !isSignedIn,
    leadsTo: () => ({ isSignedIn: true }),
  },
  withdraw: {
    weight: 1,
    isPossible: ({ hasAccess }) => hasAccess,
    leadsTo: () => ({ hasAccess: false }),
  },
  grant: {
    weight: 4,
    isPossible: ({ hasAccess }) => !hasAccess,
    leadsTo: () => ({ hasAccess: true }),
  },
  update: { weight: 2 },
  kill: { weight: 2 },
  fill: {
    weight: 1,
    isPossible: ({ isFull }) => !isFull,
    leadsTo: () => ({ isFull: true }),
    ofChromium: true,
  },
  room: {
    weight: 3,
    isPossible: ({ isFull }) => isFull,
    leadsTo: () => ({ isFull: false }),
    ofChromium: true,
  },
};
const all = Object.entries(possibilities) as [Happening, Possibility][];

const start: Scene = {
  main: 'feed',
  front: 'main',
  past: 0,
  isSignedIn: true,
  hasAccess: true,
  isFull: false,
};

const choice = fc.record({ share: fc.integer({ min: 0, max: 999 }), dwells: fc.boolean() });
const choices = fc.array(choice, { minLength: 4, maxLength: 8, size: 'max' });

/** The histories of a seed: always the same ones. Nothing happens in them that could not. */
export function historiesOf(seed: number, count: number, browser: BrowserName): History[] {
  const known = all.filter(([, { ofChromium }]) => browser === 'chromium' || !ofChromium);
  const histories = choices.map((chosen) => {
    let scene = start;
    return chosen.map(({ share, dwells }): Step => {
      const possible = known.filter(([, { isPossible }]) => isPossible?.(scene) ?? true);
      const lots = possible.flatMap((one) => Array<typeof one>(one[1].weight).fill(one));
      const [what, { leadsTo }] = lots[
        Math.floor((share / 1_000) * lots.length)
      ] as (typeof lots)[0];
      scene = { ...scene, ...leadsTo?.(scene) };
      return { what, dwells };
    });
  });
  return fc.sample(histories, { seed, numRuns: count, unbiased: true });
}

export function told(history: History): string {
  return history.map(({ what, dwells }) => (dwells ? `${what}, a while` : what)).join(' → ');
}

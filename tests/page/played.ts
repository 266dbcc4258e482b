import { type Clock, startClock } from '../robustness/stage/clock.ts';
import { framesLoaded, realPause } from './frames.ts';

/** A page on a clock of its own: its timers, our code's and its requests take no real time. */
export interface Play {
  /** Milliseconds since the play began, as `performance.now()` says. */
  readonly now: () => number;
  /** Runs everything that is due until then. Frames load in real time, so they are waited for. */
  readonly runUntil: (at: number) => Promise<void>;
  /** Runs until the promise settles. @throws where it takes longer than an hour of the page's time */
  readonly runThrough: <T>(promise: Promise<T>) => Promise<T>;
  /** When the page did something, by `performance.mark`: only the last of each name. */
  readonly marks: () => Readonly<Record<string, number>>;
  /** Gives the page its own clock back. */
  readonly end: () => void;
}

interface Mark {
  readonly startTime?: number;
}

const AN_HOUR_MS = 3_600_000;
const replaced = ['now', 'mark', 'getEntriesByType'] as const;
let clock: Clock | undefined;

/** Call it before the page is written: what its scripts start is on this clock too. */
export function startPlay(): Play {
  // A play that failed leaves its clock behind.
  clock?.uninstall();
  const own = startClock(framesLoaded);
  clock = own;
  const entries: object[] = [];
  const marks: Record<string, number> = {};
  const { fetch } = window;
  Object.defineProperties(performance, {
    now: { configurable: true, value: own.now },
    mark: {
      configurable: true,
      value: (name: string, { startTime = own.now() }: Mark = {}) => {
        marks[name] = startTime;
      },
    },
    getEntriesByType: {
      configurable: true,
      value: (type: string) => (type === 'resource' ? [...entries] : []),
    },
  });
  window.fetch = (address) => request(String(address), own, entries);

  const { runUntil } = own;
  return {
    now: own.now,
    runUntil,
    runThrough: async (promise) => {
      let isOver = false;
      const over = () => {
        isOver = true;
      };
      const tooLong = new Promise<never>((_, fail) => {
        setTimeout(() => fail(new Error('still under way after an hour')), AN_HOUR_MS);
      });
      const first = Promise.race([promise, tooLong]);
      first.then(over, over);
      await own.runWhile(() => !isOver);
      return first;
    },
    marks: () => marks,
    end: () => {
      own.uninstall();
      clock = undefined;
      for (const name of replaced) Reflect.deleteProperty(performance, name);
      window.fetch = fetch;
    },
  };
}

/** As the lab's server answers: after as many milliseconds as `ms` says. */
function request(address: string, clock: Clock, entries: object[]): Promise<Response> {
  const { href: name, searchParams } = new URL(address, location.href);
  const startTime = clock.now();
  return new Promise((answer) => {
    setTimeout(
      () => {
        const responseEnd = clock.now();
        const entry = { name, initiatorType: 'fetch', startTime, responseEnd, responseStatus: 204 };
        entries.push(entry);
        answer(new Response(null, { status: 204 }));
      },
      Number(searchParams.get('ms')),
    );
  });
}

/** Writes a new document into this page: its listeners go, its scripts' timers stay. */
export async function write(html: string): Promise<void> {
  document.open();
  document.write(`<!doctype html>${html}`);
  document.close();
  // Firefox says so a moment later.
  while (document.readyState !== 'complete') await realPause();
}

import { install } from '@sinonjs/fake-timers';

/** One clock for the page and for who reads it: seconds of both take milliseconds. */
export interface Clock {
  readonly now: () => number;
  /** All that is due until then, each task with its microtasks: observers and promises run in between. */
  readonly runUntil: (at: number) => Promise<void>;
  /** The computer sleeps: it is later, and nothing has happened meanwhile. */
  readonly sleep: (forMs: number) => void;
  readonly uninstall: () => void;
}

/** So many turns let a chain of promises come to its end before the next task. */
const TURNS = 6;

export function startClock(): Clock {
  const clock = install({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    now: Date.UTC(2026, 10, 23),
  });
  const began = clock.now;
  let slept = 0;
  const now = () => clock.now - began - slept;
  return {
    now,
    runUntil: async (at) => {
      let isOver = false;
      // In real time each timer is a task of its own, so the clock's own waiting is not needed.
      setTimeout(() => {
        isOver = true;
      }, at - now());
      for (await turns(); !isOver; await turns()) clock.next();
    },
    sleep: (forMs) => {
      slept += forMs;
      clock.setSystemTime(clock.now + forMs);
    },
    uninstall: () => clock.uninstall(),
  };
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await null;
}

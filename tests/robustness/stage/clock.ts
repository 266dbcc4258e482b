import { install } from '@sinonjs/fake-timers';

/** One clock for the page and for who reads it: seconds of both take milliseconds. */
export interface Clock {
  readonly now: () => number;
  /** All that is due until then, each task with its microtasks: observers and promises run in between. */
  readonly runUntil: (at: number) => Promise<void>;
  /** The same for as long as it is so. */
  readonly runWhile: (isSo: () => boolean) => Promise<void>;
  /** The computer sleeps: it is later, and nothing has happened meanwhile. */
  readonly sleep: (forMs: number) => void;
  readonly uninstall: () => void;
}

/** So many turns let a chain of promises come to its end before the next task. */
const TURNS = 6;

/** @param between what is waited for in real time after each task */
export function startClock(between?: () => Promise<void>): Clock {
  const clock = install({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    now: Date.UTC(2026, 10, 23),
  });
  const began = clock.now;
  let slept = 0;
  const now = () => clock.now - began - slept;
  const settle = async () => {
    await turns();
    await between?.();
  };
  // In real time each timer is a task of its own, so the clock's own waiting is not needed.
  const runWhile = async (isSo: () => boolean) => {
    for (await settle(); isSo(); await settle()) clock.next();
  };
  return {
    now,
    runWhile,
    runUntil: async (at) => {
      let isOver = false;
      setTimeout(() => {
        isOver = true;
      }, at - now());
      await runWhile(() => !isOver);
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

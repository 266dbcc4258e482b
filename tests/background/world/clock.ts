/** A clock that stands still until it is told to go on. */
export interface FakeClock {
  now(): number;
  after(ms: number, ring: () => void): void;
  /** Goes on by so long, and rings on the way what is due; what rings may take its time. */
  pass(ms: number): Promise<void>;
  /** Goes back or ahead at once, as when somebody sets it. */
  set(now: number): void;
}

export function createClock(start: number): FakeClock {
  let now = start;
  let due: { at: number; ring: () => void }[] = [];
  return {
    now: () => now,
    after(ms, ring) {
      due.push({ at: now + ms, ring });
    },
    set(to) {
      const by = to - now;
      now = to;
      // A timer counts time that passes, whatever the clock says.
      due = due.map(({ at, ring }) => ({ at: at + by, ring }));
    },
    async pass(ms) {
      const end = now + ms;
      await settled();
      for (;;) {
        const [next] = due.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
        if (!next) break;
        due = due.filter((one) => one !== next);
        now = Math.max(now, next.at);
        next.ring();
        await settled();
      }
      now = end;
    },
  };
}

/** All that waits for nothing but for one another has been done. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/**
 * A property that a script sets leaves no trace, so a page that may be changing is looked at again and
 * again: soon at first, then less often.
 */
const SOONEST_MS = 100;
const SLOWER_BY = 1.5;
/** A beat as even as the page's own would always meet the same phase of it: it varies by a whole one. */
const UNEVENNESS = 1;
const GOLDEN_RATIO = 0.618;

export interface Rhythm {
  /** Something happened: look again, but not sooner than so many milliseconds from now. */
  readonly wake: (afterMs: number) => void;
}

export interface Beat {
  /** One look. */
  readonly step: () => void;
  /** The page wakes after a rest. */
  readonly onWake: () => void;
  readonly onRest: () => void;
  /** How long to go on at least after having woken, in milliseconds. */
  readonly lastsMs: number;
  /** Asked for when that time is over. */
  readonly mayRest: () => boolean;
  /** How long a look may keep the next one waiting now, in milliseconds. */
  readonly slowestMs: () => number;
}

/** Calls `step` while the page is awake, and nothing at all while it rests. */
export function startRhythm(
  { step, onWake, onRest, lastsMs, mayRest, slowestMs }: Beat,
  signal: AbortSignal,
): Rhythm {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = 0;
  let wokenAt = 0;
  let interval = SOONEST_MS;
  let beats = 0;
  signal.addEventListener('abort', () => clearTimeout(timer));

  const beat = () => {
    timer = undefined;
    step();
    if (signal.aborted) return;
    const left = wokenAt + lastsMs - Date.now();
    if (left <= 0 && mayRest()) return onRest();
    interval = Math.min(slowestMs(), interval * SLOWER_BY);
    plan(left > 0 ? Math.min(uneven(interval), left) : uneven(interval));
  };
  const uneven = (ms: number) => {
    beats++;
    return ms * (1 + UNEVENNESS * (((beats * GOLDEN_RATIO) % 1) - 0.5));
  };
  const plan = (inMs: number) => {
    const at = Date.now() + inMs;
    if (timer !== undefined && due <= at) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(beat, inMs);
  };
  return {
    wake(afterMs) {
      if (signal.aborted) return;
      if (timer === undefined) {
        wokenAt = Date.now();
        onWake();
      }
      interval = SOONEST_MS;
      plan(uneven(afterMs));
    },
  };
}

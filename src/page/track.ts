import { type Position, positionOf, type Reading, sameReading } from '../core/reading.ts';
import { glance, type Look } from './look.ts';
import { isBusy } from './obstacles.ts';
import type { Scene } from './scene.ts';
import {
  conclude,
  isOver,
  nextSettling,
  SETTLE_UNKNOWN_MS,
  type Settling,
  startSettling,
  touchSettling,
  wakeSettling,
  warns,
} from './settling.ts';

/** One thing that is read on a page. */
export interface Watched {
  readonly protectedWhen: Position;
  readonly look: (scene: Scene) => Look;
  /** Whether the page's own data stands behind what was read. */
  readonly isVouched: (look: Look) => boolean;
  /** @param touched somebody moved a control in this page since it was loaded */
  readonly onReading: (reading: Reading, touched: boolean) => void;
}

/** What was seen and said of one thing so far. */
export interface Track {
  readonly see: (scene: Scene, touched: boolean) => void;
  /** What may be said now and has not been said. */
  readonly news: () => Reading | undefined;
  readonly say: (reading: Reading, touched: boolean) => void;
  readonly warns: (reading: Reading) => boolean;
  /** What was said is what is seen, and nothing has moved. */
  readonly isTold: () => boolean;
  /** It has been so for a while. */
  readonly isQuiet: () => boolean;
  /** What was said last has been compared with the whole page. */
  readonly isDoubted: () => boolean;
  readonly isMissing: () => boolean;
  /** What was said reassures, and the control does not say it any more. */
  readonly hasTurned: () => boolean;
  readonly isOver: () => boolean;
  readonly doubt: () => void;
  readonly touch: () => void;
  readonly wake: () => void;
}

export function startTrack(watched: Watched): Track {
  let seen: { readonly scene: Scene; readonly settling: Settling } | undefined;
  let said: Reading | undefined;
  let doubted = false;

  const isTold = () =>
    !!said && !!seen && seen.settling.moves === 0 && sameReading(seen.settling.look.reading, said);
  const isWarning = (reading: Reading) => warns(reading, watched.protectedWhen);
  return {
    see(scene, touched) {
      const now = Date.now();
      const anew = () => look(watched, scene);
      if (!seen) {
        seen = { scene, settling: startSettling(anew(), now) };
        return;
      }
      const current = scene === seen.scene ? glance(seen.settling.look, anew) : anew();
      seen = { scene, settling: nextSettling(seen.settling, current, touched, now) };
    },
    news() {
      if (!seen) return undefined;
      const { scene, settling } = seen;
      const reading = conclude(settling, watched.protectedWhen, () => ({
        busy: isBusy(scene),
        vouched: watched.isVouched(settling.look),
      }));
      return reading && said && sameReading(said, reading) ? undefined : reading;
    },
    say(reading, touched) {
      said = reading;
      // What does not warn has been compared with the whole page before it was said.
      doubted = !isWarning(reading);
      watched.onReading(reading, touched);
    },
    warns: isWarning,
    isTold,
    isQuiet: () => isTold() && (seen?.settling.steady ?? 0) >= SETTLE_UNKNOWN_MS,
    isDoubted: () => doubted,
    hasTurned: () => {
      if (!said || positionOf(said) !== watched.protectedWhen) return false;
      const now = seen?.settling.look.again?.();
      return now !== undefined && !sameReading(now, said);
    },
    isMissing: () => !seen?.settling.look.control,
    isOver: () => !!seen && isOver(seen.settling),
    doubt: () => {
      doubted = true;
    },
    touch: () => {
      if (seen) seen = { ...seen, settling: touchSettling(seen.settling) };
    },
    wake: () => {
      if (seen) seen = { ...seen, settling: wakeSettling(seen.settling, Date.now()) };
    },
  };
}

/** A page that makes a look fail must not end the watch: then nothing would be said any more. */
function look(watched: Watched, scene: Scene): Look {
  try {
    return watched.look(scene);
  } catch {
    return { reading: { state: 'unknown', reason: 'unreadable' }, control: undefined };
  }
}

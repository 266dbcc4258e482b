import type { ReadIn } from '../../core/reading/provenance.ts';
import {
  type Position,
  positionOf,
  type Reading,
  sameReading,
} from '../../core/reading/reading.ts';
import { glance, type Look } from '../find/look.ts';
import { isBusy } from '../find/obstacles.ts';
import type { Scene } from '../find/snapshot.ts';
import {
  conclude,
  hasSettled,
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
  readonly onReading: (reading: Reading, how: HowSeen) => void;
}

/** All but how and when the document came, which only its script knows. */
export interface HowSeen extends Omit<ReadIn, 'provenance' | 'loadedAt' | 'standsSince'> {
  /** When the control was seen to move to its other side, if it was. */
  readonly movedAt: number | undefined;
}

/** What warns is said before the page has settled, and once more when it has. */
export interface News {
  readonly reading: Reading;
  readonly settled: boolean;
}

/** What was seen and said of one thing so far. */
export interface Track {
  readonly see: (scene: Scene) => void;
  /** What may be said now and has not been said. */
  readonly news: () => News | undefined;
  readonly say: (news: News) => void;
  /** It warns, and the page need not settle for it. */
  readonly mayBeSaidAtOnce: (news: News) => boolean;
  /** All is said that there is to say of what is seen. */
  readonly isTold: () => boolean;
  /** What was said is what is seen, and has been so for a while. */
  readonly isQuiet: () => boolean;
  /** What was said last has been compared with the whole page. */
  readonly isDoubted: () => boolean;
  readonly isMissing: () => boolean;
  /** What was said reassures, and the control does not say it any more. */
  readonly hasTurned: () => boolean;
  readonly isOver: () => boolean;
  readonly doubt: () => void;
  readonly touch: (control: Element) => void;
  readonly wake: () => void;
}

export function startTrack(watched: Watched): Track {
  let seen: { readonly scene: Scene; readonly settling: Settling } | undefined;
  let said: News | undefined;
  let doubted = false;
  let touched = false;
  /** Those that were moved before anybody knew what they are. */
  const moved = new WeakSet<Element>();

  const isSaid = () =>
    !!said &&
    !!seen &&
    seen.settling.moves === 0 &&
    sameReading(seen.settling.look.reading, said.reading);
  const isWarning = (reading: Reading) => warns(reading, watched.protectedWhen);
  return {
    see(scene) {
      const now = Date.now();
      const anew = () => look(watched, scene);
      if (!seen) {
        seen = { scene, settling: startSettling(anew(), now) };
        return;
      }
      const current = scene === seen.scene ? glance(seen.settling.look, anew) : anew();
      touched ||= !!current.control && moved.has(current.control);
      seen = { scene, settling: nextSettling(seen.settling, current, touched, now) };
    },
    news() {
      if (!seen) return undefined;
      const { scene, settling } = seen;
      const circumstances = () => ({
        busy: isBusy(scene),
        vouched: watched.isVouched(settling.look),
      });
      const reading = conclude(settling, watched.protectedWhen, circumstances);
      if (!reading) return undefined;
      const settled = !isWarning(reading) || hasSettled(settling, circumstances);
      const isKnown = said && sameReading(said.reading, reading) && (said.settled || !settled);
      return isKnown ? undefined : { reading, settled };
    },
    say(news) {
      said = news;
      // What does not warn has been compared with the whole page before it was said.
      doubted = news.settled;
      const { settled } = news;
      watched.onReading(news.reading, { touched, settled, movedAt: seen?.settling.movedAt });
    },
    mayBeSaidAtOnce: ({ reading, settled }) => isWarning(reading) && !settled,
    isTold: () => isSaid() && !!said?.settled,
    isQuiet: () => isSaid() && (seen?.settling.steady ?? 0) >= SETTLE_UNKNOWN_MS,
    isDoubted: () => doubted,
    hasTurned: () => {
      if (!said || positionOf(said.reading) !== watched.protectedWhen) return false;
      const now = seen?.settling.look.again?.();
      return now !== undefined && !sameReading(now, said.reading);
    },
    isMissing: () => !seen?.settling.look.control,
    isOver: () => !!seen && isOver(seen.settling),
    doubt: () => {
      doubted = true;
    },
    touch: (control) => {
      moved.add(control);
      if (!seen || seen.settling.look.control !== control) return;
      touched = true;
      seen = { ...seen, settling: touchSettling(seen.settling) };
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

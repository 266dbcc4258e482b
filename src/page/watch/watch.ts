import { type Look, recheck, unknownLook } from '../find/look.ts';
import { isBusy } from '../find/obstacles.ts';
import type { PageSnapshot } from '../find/snapshot.ts';
import { startSampler } from './sampler.ts';
import {
  type Extent,
  hasTurned,
  isOver,
  isReported,
  type Meaning,
  type Report,
  type Settling,
  type Step,
  see,
  startSettling,
  touch,
  wake,
} from './settling.ts';
import { whileVisible } from './while-visible.ts';

/** One thing that is read on a page. */
export interface Watched extends Meaning {
  readonly look: (snapshot: PageSnapshot) => Look;
  /** Whether the page's own data stands behind what was read. */
  readonly isBackedByData: (look: Look) => boolean;
  readonly onReport: (report: Reported) => void;
}

/** A report, with what was seen of the control beside what it says. */
export interface Reported extends Report, Pick<Settling, 'touched' | 'movedAt'> {}

export interface Watching {
  /** Whether all is there that it takes to say more than a warning; asked for when it is needed. */
  readonly isReady: () => boolean;
  /** Told of every fresh look at the page. */
  readonly onSnapshot: (snapshot: PageSnapshot) => void;
  /** Told when the page rests, with how it was seen last. */
  readonly onRest: (snapshot: PageSnapshot) => void;
}

/** A property that a script sets wakes nothing: what reassures is looked at this often, at rest too. */
const RECHECK_EVERY_MS = 3_000;

interface Track {
  readonly watched: Watched;
  settling: Settling;
  snapshot?: PageSnapshot;
  /** What was seen could not be reported yet. */
  isPending?: boolean;
}

/**
 * Reports every new conclusion about the page until the signal aborts. While the page rests, only a change
 * of it wakes it, or of what reassures.
 */
export function watch(
  document: Document,
  all: readonly Watched[],
  { isReady, onSnapshot, onRest }: Watching,
  signal: AbortSignal,
): void {
  const tracks = all.map((watched): Track => ({ watched, settling: startSettling(Date.now()) }));
  /** Those that were moved, perhaps before anybody knew what they are. */
  const moved = new WeakSet<Element>();

  const seen = (track: Track, snapshot: PageSnapshot, extent: Extent): Step => {
    const { watched, settling } = track;
    const anew = () => lookIn(watched, snapshot);
    const look = snapshot === track.snapshot ? recheck(settling.look, anew) : anew();
    const touched = !!look.control && moved.has(look.control);
    const circumstances = () => ({
      busy: isBusy(snapshot),
      isBackedByData: watched.isBackedByData(look),
    });
    const at = Date.now();
    const now = { look, at, touched, extent, circumstances };
    const step = see(settling, now, watched);
    track.snapshot = snapshot;
    track.settling = step.settling;
    track.isPending = step.wants === 'scan';
    return step;
  };
  const onSample = (sample: PageSnapshot) => {
    let snapshot = sample;
    for (const track of tracks) {
      let step = seen(track, snapshot, sampler.isOutdated() ? 'outdated' : 'known');
      const isDue = step.wants === 'scan' || (step.wants && sampler.isScanDue());
      if (isDue && isReady()) {
        snapshot = sampler.scan();
        step = seen(track, snapshot, 'whole');
      }
      const { touched, movedAt } = track.settling;
      if (step.report) track.watched.onReport({ ...step.report, touched, movedAt });
    }
  };

  const sampler = startSampler(
    document,
    {
      onSample,
      onSnapshot,
      onTouch: (control) => {
        moved.add(control);
        for (const track of tracks) {
          if (track.settling.look.control !== control) continue;
          track.settling = touch(track.settling, Date.now());
        }
      },
      onWake: () => {
        for (const track of tracks) track.settling = wake(track.settling, Date.now());
      },
      onRest,
      isMissing: () => tracks.length === 0 || tracks.some((track) => !track.settling.look.control),
      isReported: () => tracks.every(({ settling }) => isReported(settling)),
      // What cannot be reported yet waits until there is all that it takes, and nothing would wake us then.
      isOver: () => tracks.every(({ settling, isPending }) => isOver(settling) && !isPending),
    },
    signal,
  );
  for (const type of ['visibilitychange', 'readystatechange']) {
    document.addEventListener(type, sampler.wake, { signal });
  }
  const recheckAtRest = (hidden: AbortSignal) => {
    const timer = setInterval(() => {
      sampler.glance();
      const isTurned = tracks.some((one) => hasTurned(one.settling, one.watched.protectedWhen));
      if (isTurned) sampler.wake();
    }, RECHECK_EVERY_MS);
    hidden.addEventListener('abort', () => clearInterval(timer));
  };
  whileVisible(document, recheckAtRest, signal);
  sampler.wake();
}

/** A page that makes a look fail must not end the watch: then nothing would be reported any more. */
function lookIn(watched: Watched, snapshot: PageSnapshot): Look {
  try {
    return watched.look(snapshot);
  } catch {
    return unknownLook('unreadable');
  }
}

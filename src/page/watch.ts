import type { Position, Reading } from '../core/reading.ts';
import { listen } from './listen.ts';
import type { Look } from './look.ts';
import { isBusy } from './obstacles.ts';
import { startRhythm } from './rhythm.ts';
import type { Scene } from './scene.ts';
import {
  conclude,
  DEADLINE_MS,
  isOver,
  nextSettling,
  SETTLE_UNKNOWN_MS,
  type Settling,
  sameReading,
  startSettling,
  touchSettling,
  wakeSettling,
  warns,
} from './settling.ts';
import { startView } from './view.ts';

/** One thing that is read on a page. */
export interface Watched {
  readonly protectedWhen: Position;
  readonly look: (scene: Scene) => Look;
  /** Whether the page's own data stands behind what was read. */
  readonly isVouched: (look: Look) => boolean;
  /** @param touched somebody moved a control in this page since it was loaded */
  readonly onReading: (reading: Reading, touched: boolean) => void;
}

export interface Watching {
  /** Whether all is there that it takes to say more than a warning; asked for when it is needed. */
  readonly isReady: () => boolean;
  /** Told of every fresh look at the page. */
  readonly onScene: (scene: Scene) => void;
  /** Told when the page rests, with how it was seen last. */
  readonly onRest: (scene: Scene) => void;
}

interface Tracked extends Watched {
  settling: Settling;
  said: Reading | undefined;
}

/** As long again as a page may take to settle: its last look comes after that. */
const AWAKE_MS = DEADLINE_MS + 500;

/**
 * Reports every new conclusion about the page until the signal aborts. Looks while the page may be
 * changing and rests when it has settled: then only a change of the page wakes it.
 */
export function watch(
  document: Document,
  all: readonly Watched[],
  { isReady, onScene, onRest }: Watching,
  signal: AbortSignal,
): void {
  let hasChanged = true;
  let touched = false;

  const onChange = () => {
    hasChanged = true;
    rhythm.wake(view.wait());
  };
  const onTouch = () => {
    touched = true;
    for (const one of tracked) one.settling = touchSettling(one.settling);
    onChange();
  };
  // A page that makes a look fail must not end the watch: then nothing would be said any more.
  const lookSafely = ({ look }: Watched): Look => {
    try {
      return look(view.scene());
    } catch {
      return { reading: { state: 'unknown', reason: 'unreadable' }, control: undefined };
    }
  };
  const view = startView(document, listen({ onChange, onTouch }, signal));
  const tracked: Tracked[] = all.map((one) => ({
    ...one,
    settling: startSettling(lookSafely(one), Date.now()),
    said: undefined,
  }));

  const step = () => {
    const isMissing =
      tracked.length === 0 || tracked.some(({ settling }) => !settling.look.control);
    if (hasChanged || view.isWalkDue(isMissing)) {
      hasChanged = false;
      onScene(view.refresh(isMissing));
    }
    for (const one of tracked) {
      see(one);
      if (isDoubtful(one)) lookAtAll(one);
      const reading = conclusion(one);
      if (!reading || (one.said && sameReading(one.said, reading))) continue;
      one.said = reading;
      one.onReading(reading, touched);
    }
  };
  const see = (one: Tracked) => {
    one.settling = nextSettling(one.settling, lookSafely(one), touched, Date.now());
  };
  const conclusion = (one: Tracked): Reading | undefined => {
    const reading = concludeNow(one);
    const isNews = reading && !(one.said && sameReading(one.said, reading));
    if (!isNews || warns(reading, one.protectedWhen)) return reading;

    // What does not warn is said after a look with fresh eyes at every part of the page.
    return lookAtAll(one) ? concludeNow(one) : undefined;
  };
  // A warning is said at once; whether another part of the page contradicts it is seen when it is quiet.
  const isDoubtful = ({ said, settling, protectedWhen }: Tracked) =>
    said !== undefined &&
    warns(said, protectedWhen) &&
    settling.steady >= SETTLE_UNKNOWN_MS &&
    !view.isWhole() &&
    view.isWalkDue(true);
  const lookAtAll = (one: Tracked): boolean => {
    if (!isReady()) return false;
    onScene(view.refreshWhole());
    see(one);
    return true;
  };
  const concludeNow = (one: Tracked) =>
    conclude(one.settling, one.protectedWhen, () => ({
      busy: isBusy(view.scene()),
      vouched: one.isVouched(one.settling.look),
    }));

  const rhythm = startRhythm(
    {
      step,
      lastsMs: AWAKE_MS,
      mayRest: () => tracked.every(({ settling }) => isOver(settling)),
      onRest: () => onRest(view.scene()),
      onWake: () => {
        const now = Date.now();
        for (const one of tracked) one.settling = wakeSettling(one.settling, now);
      },
    },
    signal,
  );
  document.addEventListener('visibilitychange', () => rhythm.wake(0), { signal });
  document.addEventListener('readystatechange', () => rhythm.wake(0), { signal });
  rhythm.wake(0);
}

import type { Scene } from '../find/snapshot.ts';
import { listen } from './listen.ts';
import { startRhythm } from './rhythm.ts';
import { DEADLINE_MS } from './settling.ts';
import { startTrack, type Track, type Watched } from './track.ts';
import { startView } from './view.ts';
import { whileVisible } from './while-visible.ts';

export interface Watching {
  /** Whether all is there that it takes to say more than a warning; asked for when it is needed. */
  readonly isReady: () => boolean;
  /** Told of every fresh look at the page. */
  readonly onScene: (scene: Scene) => void;
  /** Told when the page rests, with how it was seen last. */
  readonly onRest: (scene: Scene) => void;
}

/** The last look of a page that does not settle comes after its time is over. */
const AWAKE_MS = DEADLINE_MS + 500;
/** A switch that flickers must not be missed where a reassurance may follow. What has been said can wait. */
const SLOWEST_MS = 400;
const SLOWEST_TOLD_MS = 4_000;

/** A property that a script sets wakes nothing: what reassures is glanced at this often, at rest too. */
const GLANCE_EVERY_MS = 3_000;

/**
 * Reports every new conclusion about the page until the signal aborts. Looks while the page may be
 * changing and rests when it has settled: then only a change of the page wakes it, or of what reassures.
 */
export function watch(
  document: Document,
  all: readonly Watched[],
  { isReady, onScene, onRest }: Watching,
  signal: AbortSignal,
): void {
  const onChange = () => {
    view.note();
    rhythm.wake(view.wait());
  };
  const onTouch = (control: Element) => {
    for (const track of tracks) track.touch(control);
    onChange();
  };
  const view = startView(document, listen({ onChange, onTouch }, signal));
  const tracks = all.map(startTrack);

  const step = () => {
    const isMissing = tracks.length === 0 || tracks.some((track) => track.isMissing());
    if (view.isStale() || view.isWalkDue(isMissing)) onScene(view.refresh(isMissing));
    readAll();
  };
  const readAll = () => {
    for (const track of tracks) {
      track.see(view.scene());
      doubt(track);
      tell(track);
    }
  };
  const tell = (track: Track) => {
    let news = track.news();
    // What does not warn is said after a look with fresh eyes at every part of the page.
    if (news && !track.mayBeSaidAtOnce(news)) news = isReady() ? afterWholeLook(track) : undefined;
    if (news) track.say(news);
  };
  /** A warning is said at once; whether something contradicts it is seen when the page is quiet. */
  const doubt = (track: Track) => {
    const isWhole = track.isDoubted() && view.isWhole();
    if (!track.isQuiet() || isWhole || !view.isWalkDue(true) || !isReady()) return;
    track.doubt();
    afterWholeLook(track);
  };
  const isDone = (track: Track) => {
    const isFinal = track.isOver() || track.isTold();
    // What is not said yet waits until there is all that it takes, and nothing would wake us then.
    return isFinal && !track.news();
  };
  const afterWholeLook = (track: Track) => {
    onScene(view.refreshWhole());
    track.see(view.scene());
    return track.news();
  };

  const rhythm = startRhythm(
    {
      step,
      lastsMs: AWAKE_MS,
      slowestMs: () => (tracks.every((track) => track.isTold()) ? SLOWEST_TOLD_MS : SLOWEST_MS),
      mayRest: () => {
        // What a style alone reveals changes nothing that is listened to.
        if (view.isWalkDue(true)) {
          onScene(view.refreshWhole());
          readAll();
        }
        return view.isWhole() && tracks.every(isDone);
      },
      onRest: () => onRest(view.scene()),
      onWake: () => {
        for (const track of tracks) track.wake();
      },
    },
    signal,
  );
  for (const type of ['visibilitychange', 'readystatechange']) {
    document.addEventListener(type, () => rhythm.wake(0), { signal });
  }
  const glance = (hidden: AbortSignal) => {
    const timer = setInterval(() => {
      if (tracks.some((track) => track.hasTurned())) rhythm.wake(0);
    }, GLANCE_EVERY_MS);
    hidden.addEventListener('abort', () => clearInterval(timer));
  };
  whileVisible(document, glance, signal);
  rhythm.wake(0);
}

import { findRoots, isAttached, type Root } from '../dom/roots.ts';
import { type PageSnapshot, snapshotOf } from '../find/snapshot.ts';
import { listen } from './listen.ts';
import { DEADLINE_MS } from './settling.ts';

/** The shortest time between two snapshots, in milliseconds. */
const SOONEST_MS = 100;
/** By then the browser has drawn what has just changed, and no style is computed for us alone. */
const DRAWN_AFTER_MS = 40;
/** Snapshots may take at most this part of the time, however large the page. */
const SHARE_OF_TIME = 1 / 20;
/** Every element is walked for roots that nobody has announced, but not more often than this. */
const WALK_EVERY_MS = 1_000;

/**
 * A property that a script sets leaves no trace, so a page that may be changing is polled: soon at first,
 * then less often.
 */
const SLOWER_BY = 1.5;
/** A switch that flickers must not be missed where a reassurance may follow. What has been reported can wait. */
const SLOWEST_MS = 400;
const SLOWEST_REPORTED_MS = 4_000;
/** Polling at even intervals would always meet a flickering page in the same phase: they vary by a whole one. */
const JITTER = 1;
const GOLDEN_RATIO = 0.618;
/** The last look at a page that does not settle comes after its time is over. */
const AWAKE_MS = DEADLINE_MS + 500;

/** For whom a page is sampled. */
export interface Sampled {
  /** One look at the page, as it was taken in last. */
  readonly onSample: (snapshot: PageSnapshot) => void;
  /** Told of every snapshot that is new. */
  readonly onSnapshot: (snapshot: PageSnapshot) => void;
  /** Somebody moved a control: this one. */
  readonly onTouch: (control: Element) => void;
  /** The page wakes after a rest. */
  readonly onWake: () => void;
  readonly onRest: (snapshot: PageSnapshot) => void;
  /** Something is looked for that has not been found. */
  readonly isMissing: () => boolean;
  /** All is reported that there is to report of what is seen. */
  readonly isReported: () => boolean;
  /** Nothing more is to be expected of the page as it is. */
  readonly isOver: () => boolean;
}

export interface Sampler {
  /** Polls the page from now on, if it rests. */
  readonly wake: () => void;
  /** A frame that loads anew changes nothing that is listened to: its old document just stands there no more. */
  readonly glance: () => void;
  /** Takes in every part of the page. */
  readonly scan: () => PageSnapshot;
  /** It has been a while since every part of the page was looked for. */
  readonly isScanDue: () => boolean;
  /** The page has changed since then. */
  readonly isOutdated: () => boolean;
}

/** Decides when a page is looked at. Looks while the page may be changing, and rests when it has settled. */
export function startSampler(document: Document, sampled: Sampled, signal: AbortSignal): Sampler {
  let roots: readonly Root[] = [document];
  let snapshot: PageSnapshot;
  let takenAt = 0;
  let walkedAt = Date.now();
  let gap = SOONEST_MS;
  let isStale = true;
  let hasNewParts = true;

  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = 0;
  let wokenAt = 0;
  let interval = SOONEST_MS;
  let polls = 0;

  const changed = () => {
    isStale = true;
    hasNewParts = true;
    wakeIn(Math.max(DRAWN_AFTER_MS, Math.min(gap, takenAt + gap - Date.now())));
  };
  const onTouch = (control: Element) => {
    sampled.onTouch(control);
    changed();
  };
  const hear = listen({ onChange: changed, onTouch }, signal);

  const take = (walks: boolean) => {
    const began = performance.now();
    if (walks) {
      roots = findRoots(document);
      roots.forEach(hear);
      walkedAt = Date.now();
      hasNewParts = false;
    }
    snapshot = snapshotOf(document, roots);
    isStale = false;
    takenAt = Date.now();
    gap = Math.max(SOONEST_MS, (performance.now() - began) / SHARE_OF_TIME);
    sampled.onSnapshot(snapshot);
    return snapshot;
  };
  // Where nothing has changed there are no new parts to walk for.
  const scan = () => take(hasNewParts);
  const isScanDue = () => Date.now() - walkedAt >= Math.max(WALK_EVERY_MS, gap);

  const poll = () => {
    timer = undefined;
    const walks = sampled.isMissing() && isScanDue();
    if (isStale || walks) take(walks);
    sampled.onSample(snapshot);
    if (signal.aborted) return;
    const left = wokenAt + AWAKE_MS - Date.now();
    if (left <= 0 && mayRest()) return sampled.onRest(snapshot);
    const slowest = sampled.isReported() ? SLOWEST_REPORTED_MS : SLOWEST_MS;
    interval = Math.min(slowest, interval * SLOWER_BY);
    plan(left > 0 ? Math.min(jittered(interval), left) : jittered(interval));
  };
  const mayRest = () => {
    // What a style alone reveals changes nothing that is listened to.
    if (isScanDue()) sampled.onSample(scan());
    return !hasNewParts && sampled.isOver();
  };
  const jittered = (ms: number) => {
    polls++;
    return ms * (1 + JITTER * (((polls * GOLDEN_RATIO) % 1) - 0.5));
  };
  const plan = (inMs: number) => {
    const at = Date.now() + inMs;
    if (timer !== undefined && due <= at) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(poll, inMs);
  };
  const wakeIn = (ms: number) => {
    if (signal.aborted) return;
    if (timer === undefined) {
      wokenAt = Date.now();
      sampled.onWake();
    }
    interval = SOONEST_MS;
    plan(jittered(ms));
  };

  const glance = () => {
    if (!roots.every(isAttached)) changed();
  };

  signal.addEventListener('abort', () => clearTimeout(timer));
  hear(document);
  return { wake: () => wakeIn(0), glance, scan, isScanDue, isOutdated: () => hasNewParts };
}

import { findRoots, type Root } from '../dom/roots.ts';
import { type Scene, takeIn } from '../find/snapshot.ts';

/** The shortest time between two looks at everything, in milliseconds. */
const SOONEST_MS = 100;
/** By then the browser has drawn what has just changed, and no style is computed for us alone. */
const DRAWN_AFTER_MS = 40;
/** Looking may take at most this part of the time, however large the page. */
const SHARE_OF_TIME = 1 / 20;
/** Every element is walked for roots that nobody has announced, but not more often than this. */
const WALK_EVERY_MS = 1_000;
/** Many pages have brought their switch before the first walk. */
const FIRST_WALK_MS = 1_000;

/** The page as it was last taken in, and how soon it may be taken in again. */
export interface View {
  readonly scene: () => Scene;
  /** The page has changed. */
  readonly note: () => void;
  readonly isStale: () => boolean;
  /** Takes in what is known of the page; where it is time to, all of it. */
  readonly refresh: (isMissing: boolean) => Scene;
  /** Something is missing, and it is time to look for it in every part of the page. */
  readonly isWalkDue: (isMissing: boolean) => boolean;
  /** Takes in every part of the page; where nothing has changed there are no new ones to walk for. */
  readonly refreshWhole: () => Scene;
  /** Every part of the page has been taken in since it was last taken in at all. */
  readonly isWhole: () => boolean;
  /** Milliseconds until the page may be taken in again. */
  readonly wait: () => number;
}

/** @param onRoot told of every tree that is found, some more than once */
export function startView(document: Document, onRoot: (root: Root) => void): View {
  let roots: readonly Root[] = [document];
  let scene = takeIn(document, roots);
  let at = Number.NEGATIVE_INFINITY;
  let walkedAt = Date.now() - WALK_EVERY_MS + FIRST_WALK_MS;
  let gap = SOONEST_MS;
  let isStale = true;
  let hasNewParts = true;
  onRoot(document);

  const refresh = (walks: boolean) => {
    const began = performance.now();
    if (walks) {
      roots = findRoots(document);
      roots.forEach(onRoot);
      walkedAt = Date.now();
      hasNewParts = false;
    }
    scene = takeIn(document, roots);
    isStale = false;
    at = Date.now();
    gap = Math.max(SOONEST_MS, (performance.now() - began) / SHARE_OF_TIME);
    return scene;
  };
  const isWalkDue = (isMissing: boolean) =>
    isMissing && Date.now() - walkedAt >= Math.max(WALK_EVERY_MS, gap);
  return {
    scene: () => scene,
    note: () => {
      isStale = true;
      hasNewParts = true;
    },
    isStale: () => isStale,
    refresh: (isMissing) => refresh(isWalkDue(isMissing)),
    isWalkDue,
    isWhole: () => !hasNewParts,
    refreshWhole: () => refresh(hasNewParts),
    wait: () => Math.max(DRAWN_AFTER_MS, Math.min(gap, at + gap - Date.now())),
  };
}

// What page-lab.ts bundles and every page of the lab has as `lab`.

import { nameOf } from '../../src/page/dom/accessibility.ts';
import { findRoots } from '../../src/page/dom/roots.ts';
import { type PageSnapshot, snapshotOf } from '../../src/page/find/snapshot.ts';

export { press } from '../../src/page/act/press.ts';
export { show } from '../../src/page/act/show.ts';
export { closerLook, offerCloserLook } from '../../src/page/closer-look.ts';
export { nameOf } from '../../src/page/dom/accessibility.ts';
export { closest, frameOf, holderOf, holds } from '../../src/page/dom/composed.ts';
export { isPerceivable, perceivable } from '../../src/page/dom/perceivable.ts';
export { findRoots, isAttached, queryAll } from '../../src/page/dom/roots.ts';
export { isBackedByData } from '../../src/page/find/backed-by-data.ts';
export { answersOf, findControl } from '../../src/page/find/find-control.ts';
export { lookAtControl, lookAtRow } from '../../src/page/find/look.ts';
export { readControl } from '../../src/page/find/read-control.ts';
export { snapshotOf } from '../../src/page/find/snapshot.ts';
export { statedPosition } from '../../src/page/find/state-word.ts';
export { findUnlisted } from '../../src/page/report/unlisted.ts';
export { followPath } from '../../src/page/watch/addresses.ts';
export { followRequests } from '../../src/page/watch/requests.ts';
export { isReturn, onDocumentShown } from '../../src/page/watch/shown-document.ts';
export { controlsOn, visit } from '../../src/page/watch/visit.ts';
export { framesLoaded } from './frames.ts';
export { startPlay, write } from './played.ts';
export {
  bannerElement,
  outliveBanner,
  raiseBanner,
  standing,
  takeBannerDown,
} from './raised-banner.ts';
export { requestsNow } from './requests-now.ts';

/** What the script of its own brings in where the first look does not suffice. */
export const closer = { nameOf };

/** The whole page as it stands now. */
export function sceneNow(): PageSnapshot {
  return snapshotOf(document, findRoots(document));
}

/** Does something in a page whose address is said to have answered with a status. */
export function answeredWith<T>(status: number | undefined, act: () => T): T {
  if (status === undefined) return act();
  const value = () => [{ responseStatus: status }];
  Object.defineProperty(performance, 'getEntriesByType', { configurable: true, value });
  try {
    return act();
  } finally {
    Reflect.deleteProperty(performance, 'getEntriesByType');
  }
}

/** The control with `id="c"`, wherever in the page. */
export function controlNow(): HTMLElement {
  const [control] = findRoots(document).flatMap((root) => root.getElementById('c') ?? []);
  if (control === undefined) throw new Error('there is no #c');
  return control;
}

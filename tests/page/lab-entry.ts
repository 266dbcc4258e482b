// What page-lab.ts bundles and every page of the lab has as `lab`.

import { nameOf } from '../../src/page/accessibility.ts';
import { findRoots } from '../../src/page/roots.ts';
import { type Scene, takeIn } from '../../src/page/scene.ts';

export { nameOf } from '../../src/page/accessibility.ts';
export { followPath } from '../../src/page/addresses.ts';
export { closerLook, offerCloserLook } from '../../src/page/closer-look.ts';
export { closest, frameOf, holderOf, holds } from '../../src/page/composed.ts';
export { answersOf, findControl } from '../../src/page/find-control.ts';
export { lookAtControl, lookAtRow } from '../../src/page/look.ts';
export { isPerceivable, perceivable } from '../../src/page/perceivable.ts';
export { press } from '../../src/page/press.ts';
export { readControl } from '../../src/page/read-control.ts';
export { followRequests } from '../../src/page/requests.ts';
export { findRoots, isAttached, queryAll } from '../../src/page/roots.ts';
export { takeIn } from '../../src/page/scene.ts';
export { show } from '../../src/page/show.ts';
export { onDocumentShown } from '../../src/page/shown-document.ts';
export { statedPosition } from '../../src/page/state-word.ts';
export { unlistedOf } from '../../src/page/unlisted.ts';
export { controlsOn, visit } from '../../src/page/visit.ts';
export { isVouched } from '../../src/page/vouched.ts';
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
export function sceneNow(): Scene {
  return takeIn(document, findRoots(document));
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

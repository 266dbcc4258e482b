import { closest, frameOf } from './composed.ts';
import { queryAll, type Root } from './roots.ts';

/** Whether a person could meet this element: not hidden, not inert, not only decoration. Forces no layout. */
export function isPerceivable(element: Element): boolean {
  if (closest(element, '[inert], [aria-hidden="true"]') !== null) return false;
  return isRendered(element);
}

export function perceivable(roots: readonly Root[], selector: string): Element[] {
  return queryAll(roots, selector).filter(isPerceivable);
}

/** What stands in a frame knows nothing of how the frame is shown. */
function isRendered(element: Element): boolean {
  for (let one: Element | null = element; one; one = frameOf(one)) {
    if (!one.checkVisibility({ visibilityProperty: true })) return false;
  }
  return true;
}

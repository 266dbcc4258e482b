import { closest, frameOf, holderOf } from './composed.ts';
import { queryAll, type Root } from './roots.ts';

/** Whether a person could meet this element: not hidden, not inert, not only decoration. Forces no layout. */
export function isPerceivable(element: Element): boolean {
  if (closest(element, '[inert], [aria-hidden="true"]') !== null) return false;
  return isRendered(element);
}

/** Whether an element has a place of its own on the page, and nothing without one cuts it off. Forces layout. */
export function takesRoom(element: Element): boolean {
  if (isFlat(element)) return false;
  for (let outer = holderOf(element); outer; outer = holderOf(outer)) {
    if (isFlat(outer) && getComputedStyle(outer).overflow !== 'visible') return false;
  }
  return true;
}

function isFlat(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width === 0 || height === 0;
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

/*
 * A page as a person meets it: one tree, through slots, open shadow roots and frames of its own origin.
 */

import { isElement, isShadowRoot, matches, parentOf, slotOf } from './unclobbered.ts';

/** The element that holds another one. */
export function holderOf(element: Element): Element | null {
  const parent = slotOf(element) ?? parentOf(element);
  if (parent === null) return null;
  if (isElement(parent)) return parent;
  return isShadowRoot(parent) ? parent.host : frameOf(element);
}

/** The frame in which an element's document is shown, if that is a frame that we may see. */
export function frameOf({ ownerDocument }: Element): Element | null {
  try {
    return ownerDocument.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

export function closest(element: Element, selector: string): Element | null {
  for (let one: Element | null = element; one; one = holderOf(one)) {
    if (matches(one, selector)) return one;
  }
  return null;
}

export function holds(outer: Element, element: Element): boolean {
  for (let one: Element | null = element; one; one = holderOf(one)) {
    if (one === outer) return true;
  }
  return false;
}

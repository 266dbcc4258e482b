// The only door to the library: it is as large as the rest of what runs in a page.
import { computeAccessibleName, getRole } from 'dom-accessibility-api';

/** The accessible name, with white space as a person would hear it. */
export function nameOf(element: Element): string {
  return computeAccessibleName(element).replace(/\s+/g, ' ').trim();
}

/** The role that the page gives an element, or that it has by itself. */
export function roleOf(element: Element): string | null {
  return getRole(element);
}

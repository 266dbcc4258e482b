import { isPerceivable } from '../dom/perceivable.ts';
import { isAttached, queryAll, type Root } from '../dom/roots.ts';

/** What stands on a page at one moment, taken in once for all that is looked for. */
export interface PageSnapshot {
  readonly document: Document;
  readonly roots: readonly Root[];
  /** Every switch and every checkbox, also those that a person cannot meet. */
  readonly controls: readonly Element[];
  readonly switches: readonly Element[];
  readonly checkboxes: readonly Element[];
  readonly main: Element | undefined;
}

/** @param roots as found before; those that have left the page meanwhile are passed over */
export function snapshotOf(document: Document, roots: readonly Root[]): PageSnapshot {
  const attached = roots.filter(isAttached);
  // Two plain selectors take a fraction of the time of one list.
  const withRole = queryAll(attached, '[role]');
  const checkboxes = queryAll(attached, 'input').filter(isCheckbox);
  const mains = [...queryAll(attached, 'main'), ...withRole.filter((one) => hasRole(one, 'main'))];
  const withSwitchRole = withRole.filter((one) => hasRole(one, 'switch'));
  return {
    document,
    roots: attached,
    controls: [...new Set([...withSwitchRole, ...checkboxes])],
    switches: withSwitchRole.filter(isPerceivable),
    checkboxes: checkboxes.filter(isPerceivable),
    main: mains.find(isPerceivable),
  };
}

export function isCheckbox(element: Element): element is HTMLInputElement {
  return element.localName === 'input' && (element as HTMLInputElement).type === 'checkbox';
}

/** A role attribute may name others to fall back on: the first is the one that is meant. */
function hasRole(element: Element, role: string): boolean {
  return element.getAttribute('role')?.trim().split(/\s+/, 1)[0]?.toLowerCase() === role;
}

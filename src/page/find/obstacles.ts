import { closest, holds } from '../dom/composed.ts';
import { howLoaded } from '../dom/navigation.ts';
import { perceivable } from '../dom/perceivable.ts';
import type { Root } from '../dom/roots.ts';
import type { PageSnapshot } from './snapshot.ts';

export const DIALOG_ROLES = '[role="dialog"], [role="alertdialog"]';
const DIALOGS = `dialog[open], ${DIALOG_ROLES}`;
const BUSY = '[aria-busy="true"], [role="progressbar"]';

/** A sign-in form at the setting's own address. */
export function hasSignInForm(roots: readonly Root[]): boolean {
  return perceivable(roots, 'input[type="password"]').length > 0;
}

export function openDialogs(roots: readonly Root[]): Element[] {
  return perceivable(roots, DIALOGS);
}

/** A modal dialog that stands between the person and the control. */
export function isCovered(control: Element, roots: readonly Root[]): boolean {
  return modals(roots).some((dialog) => !holds(dialog, control));
}

export function hasModal(roots: readonly Root[]): boolean {
  return modals(roots).length > 0;
}

/**
 * A dialog that wants an answer first: it is modal, has taken the focus, or lies over the control. A chat
 * window in a corner is a dialog, too, and asks nothing.
 *
 * @param focus what had the focus before the dialog came
 */
export function standsInTheWay(dialog: Element, control: Element, focus: Element | null): boolean {
  const { activeElement } = dialog.ownerDocument;
  const hasFocus =
    activeElement !== null && activeElement !== focus && holds(dialog, activeElement);
  return isModal(dialog) || hasFocus || liesOver(dialog, control);
}

function liesOver(dialog: Element, control: Element): boolean {
  const { left, right, top, bottom } = control.getBoundingClientRect();
  const hit = hitAt(control.ownerDocument, (left + right) / 2, (top + bottom) / 2);
  return hit !== null && holds(dialog, hit) && !holds(dialog, control);
}

/** What a person would press there, also inside shadow roots. */
function hitAt(root: Document | ShadowRoot, x: number, y: number): Element | null {
  const hit = root.elementFromPoint(x, y);
  return hit?.shadowRoot && hit !== (root as ShadowRoot).host ? hitAt(hit.shadowRoot, x, y) : hit;
}

/** The page says itself that it is still loading. */
export function isBusy({ document, main, roots }: PageSnapshot): boolean {
  const part = main ?? document.body;
  if (document.readyState !== 'complete' || !part) return true;
  return (
    closest(part, '[aria-busy="true"]') !== null ||
    perceivable(roots, BUSY).some((one) => holds(part, one))
  );
}

export function isEmpty({ document, main }: PageSnapshot): boolean {
  const part = main ?? document.body;
  return !part || (part.childElementCount === 0 && !part.textContent?.trim());
}

/** The server answered with an error instead of the page. */
export function wasRefused(): boolean {
  return (howLoaded()?.responseStatus ?? 0) >= 400;
}

function modals(roots: readonly Root[]): Element[] {
  return openDialogs(roots).filter(isModal);
}

function isModal(dialog: Element): boolean {
  return dialog.getAttribute('aria-modal') === 'true' || dialog.matches(':modal');
}

import { closest, holds } from './composed.ts';
import { perceivable } from './perceivable.ts';
import type { Root } from './roots.ts';
import type { Scene } from './scene.ts';

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

/** The page says itself that it is still loading. */
export function isBusy({ document, main, roots }: Scene): boolean {
  const part = main ?? document.body;
  if (document.readyState !== 'complete' || !part) return true;
  return (
    closest(part, '[aria-busy="true"]') !== null ||
    perceivable(roots, BUSY).some((one) => holds(part, one))
  );
}

export function isEmpty({ document, main }: Scene): boolean {
  const part = main ?? document.body;
  return !part || (part.childElementCount === 0 && !part.textContent?.trim());
}

/** The server answered with an error instead of the page. */
export function wasRefused(performance: Performance): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  const status = (navigation as PerformanceNavigationTiming | undefined)?.responseStatus ?? 0;
  return status >= 400;
}

function modals(roots: readonly Root[]): Element[] {
  return openDialogs(roots).filter(isModal);
}

function isModal(dialog: Element): boolean {
  return dialog.getAttribute('aria-modal') === 'true' || dialog.matches(':modal');
}

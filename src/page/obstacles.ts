import { mainPart } from './main-part.ts';
import { perceivable } from './perceivable.ts';

const DIALOGS = 'dialog[open], [role="dialog"], [role="alertdialog"]';

/** A sign-in form at the setting's own address. */
export function hasSignInForm(document: Document): boolean {
  return perceivable(document, 'input[type="password"]').length > 0;
}

export function openDialogs(document: Document): Element[] {
  return perceivable(document, DIALOGS);
}

/** A modal dialog that stands between the person and the control. */
export function isCovered(control: Element): boolean {
  return modals(control.ownerDocument).some((dialog) => !dialog.contains(control));
}

export function hasModal(document: Document): boolean {
  return modals(document).length > 0;
}

/** The page says itself that it is still loading. */
export function isBusy(document: Document): boolean {
  const main = mainPart(document) ?? document.body;
  if (document.readyState !== 'complete' || !main) return true;
  return (
    main.closest('[aria-busy="true"]') !== null ||
    perceivable(main, '[aria-busy="true"], [role="progressbar"]').length > 0
  );
}

export function isEmpty(document: Document): boolean {
  const main = mainPart(document) ?? document.body;
  return !main || (main.childElementCount === 0 && !main.textContent?.trim());
}

/** The server answered with an error instead of the page. */
export function wasRefused(performance: Performance): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  const status = (navigation as PerformanceNavigationTiming | undefined)?.responseStatus ?? 0;
  return status >= 400;
}

function modals(document: Document): Element[] {
  return openDialogs(document).filter(isModal);
}

function isModal(dialog: Element): boolean {
  return dialog.getAttribute('aria-modal') === 'true' || dialog.matches(':modal');
}

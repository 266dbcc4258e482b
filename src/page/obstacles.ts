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
  return openDialogs(control.ownerDocument).some(
    (dialog) => isModal(dialog) && !dialog.contains(control),
  );
}

/** The page says itself that it is still loading. */
export function isBusy(document: Document): boolean {
  const main = document.querySelector('main, [role="main"]') ?? document.body;
  if (document.readyState !== 'complete' || !main) return true;
  return (
    main.closest('[aria-busy="true"]') !== null ||
    perceivable(main, '[aria-busy="true"], [role="progressbar"]').length > 0
  );
}

export function isEmpty(document: Document): boolean {
  const main = document.querySelector('main, [role="main"]') ?? document.body;
  return !main || main.childElementCount === 0;
}

/** The server answered with an error instead of the page. */
export function wasRefused(performance: Performance): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  const status = (navigation as PerformanceNavigationTiming | undefined)?.responseStatus ?? 0;
  return status >= 400;
}

function isModal(dialog: Element): boolean {
  return dialog.getAttribute('aria-modal') === 'true' || dialog.matches(':modal');
}

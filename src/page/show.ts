import type { Look } from './look.ts';

/** Brings the control into view with focus. The person presses it. */
export function show({ control }: Look): boolean {
  if (!(control instanceof HTMLElement)) return false;
  control.scrollIntoView({ block: 'center' });
  control.focus({ preventScroll: true });
  return true;
}

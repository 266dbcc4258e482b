import type { Look } from '../find/look.ts';
import { isCovered } from '../find/obstacles.ts';
import type { PageSnapshot } from '../find/snapshot.ts';

/** Brings the control into view with focus. The person presses it. */
export function show({ control }: Look, { roots }: PageSnapshot): boolean {
  // Behind a dialog it would not be in view, and focus would go where the person cannot.
  if (!control || isCovered(control, roots) || !('focus' in control)) return false;
  control.scrollIntoView({ block: 'center' });
  (control as HTMLElement).focus({ preventScroll: true });
  return true;
}

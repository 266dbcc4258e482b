import type { SaveButton } from '../../core/messages/orders.ts';
import { perceivable } from '../dom/perceivable.ts';
import type { Root } from '../dom/roots.ts';
import { hasHook } from '../find/identity.ts';
import type { Names } from '../find/names.ts';

const BUTTONS = 'button, input[type="submit"], [role="button"]';

/** The one button with the known id or one of the exact names; none where there are several. */
export function findSaveButton(
  roots: readonly Root[],
  { hook, names }: SaveButton,
  { nameOf }: Names,
): HTMLElement | undefined {
  const buttons = perceivable(roots, BUTTONS);
  const known = buttons.filter((button) => hasHook(button, hook));
  const found = known.length > 0 ? known : buttons.filter((one) => names.includes(nameOf(one)));
  return found.length === 1 ? (found[0] as HTMLElement) : undefined;
}

export function isDisabled(button: Element): boolean {
  return button.matches(':disabled, [aria-disabled="true"]');
}

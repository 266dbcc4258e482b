import type { SaveButton } from '../../core/messages/orders.ts';
import { closest } from '../dom/composed.ts';
import { isPerceivable } from '../dom/perceivable.ts';
import { queryAll, type Root } from '../dom/roots.ts';
import { hasHook } from '../find/identity.ts';
import type { Names } from '../find/names.ts';

const BUTTONS = 'button, input[type="submit"], [role="button"]';

/**
 * The one button of a control's form with the known id, or else one of the exact names; none where there are
 * several. One with the known id that nobody can see is not replaced by a guess.
 */
export function findSaveButton(
  roots: readonly Root[],
  control: Element,
  { hook, names }: SaveButton,
  { nameOf }: Names,
): HTMLElement | undefined {
  if (!control.isConnected) return undefined;
  const form = closest(control, 'form');
  const buttons = queryAll(roots, BUTTONS);
  const known = buttons.filter((button) => hasHook(button, hook));
  const [button, another] = (known.length > 0 ? known : buttons)
    .filter((one) => closest(one, 'form') === form && isPerceivable(one))
    .filter((one) => known.length > 0 || names.includes(nameOf(one)));
  return another ? undefined : (button as HTMLElement | undefined);
}

export function isDisabled(button: Element): boolean {
  return button.matches(':disabled, [aria-disabled="true"]');
}

/** Whether nothing on a control's form waits to be saved, as its button says; `undefined` without the button. */
export function isSaved(
  roots: readonly Root[],
  control: Element,
  save: SaveButton,
  names: Names,
): boolean | undefined {
  const button = findSaveButton(roots, control, save, names);
  return button && isDisabled(button);
}

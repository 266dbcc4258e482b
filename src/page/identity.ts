import type { Known } from '../core/orders.ts';
import type { Hook } from '../core/recipe.ts';

export function hasHook(control: Element, { attribute, value }: Hook): boolean {
  return idsIn(control, attribute).includes(value);
}

/** The stable ids that a control carries, whoever gave them. */
export function hooksOf(control: Element): string[] {
  return [...idsIn(control, 'aria-labelledby'), ...idsIn(control, 'id')];
}

/** Whether a control is known to be that of one of these settings. */
export function isOneOf(settings: readonly Known[], control: Element): boolean {
  return settings.some(({ hook }) => hasHook(control, hook));
}

/** Whether a control says by itself which one it is. */
export function isAnonymous(control: Element, { attribute }: Hook): boolean {
  return idsIn(control, attribute).length === 0;
}

function idsIn(control: Element, attribute: Hook['attribute']): string[] {
  const value = control.getAttribute(attribute)?.trim();
  return value ? value.split(/\s+/) : [];
}

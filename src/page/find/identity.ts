import type { KnownControl } from '../../core/messages/orders.ts';
import { isUnlistedId } from '../../core/reading/unlisted-id.ts';
import type { Hook } from '../../core/recipe/recipe.ts';

export function hasHook(control: Element, { attribute, value }: Hook): boolean {
  return idsIn(control, attribute).includes(value);
}

/** The stable ids that a control carries, whoever gave them. */
export function hooksOf(control: Element): string[] {
  return [...idsIn(control, 'aria-labelledby'), ...idsIn(control, 'id')];
}

/** Whether a control is known to be that of one of these settings. */
export function isOneOf(settings: readonly KnownControl[], control: Element): boolean {
  return settings.some(({ hook }) => hasHook(control, hook));
}

/** Whether nothing that its makers wrote says which one a control is; ids that are counted up do not. */
export function isAnonymous(control: Element): boolean {
  return !control.hasAttribute('aria-labelledby') && !hooksOf(control).some(isUnlistedId);
}

function idsIn(control: Element, attribute: Hook['attribute']): string[] {
  const value = control.getAttribute(attribute)?.trim();
  return value ? value.split(/\s+/) : [];
}

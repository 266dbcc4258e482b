import { type Position, positions } from '../../core/reading/reading.ts';
import type { AncestorReport, PageReport, SwitchReport } from '../../core/report/page-report.ts';
import {
  attributes,
  closed,
  MAX_ANCESTORS,
  roles,
  roundedCount,
  saidStates,
  switchTags,
  switchTypes,
  tags,
} from '../../core/report/report-words.ts';
import { roleOf } from '../dom/accessibility.ts';
import { closest, frameOf } from '../dom/composed.ts';
import { isPerceivable } from '../dom/perceivable.ts';

export type RoleWord = keyof PageReport['roles'];

const TICKABLE = 'input[type="checkbox"], input[type="radio"], [aria-checked], [aria-pressed]';
const tickableRoles: readonly unknown[] = [
  'switch',
  'checkbox',
  'radio',
  'menuitemcheckbox',
  'menuitemradio',
];

/** Anything that says that it is on or off, whatever it is made of. */
export function isTickable(element: Element): boolean {
  return element.matches(TICKABLE) || tickableRoles.includes(roleWordOf(element));
}

export function roleWordOf(element: Element): RoleWord | null {
  const role = roleOf(element);
  return role === null ? null : (closed(role.toLowerCase(), roles) ?? 'other');
}

/** What is known of a control beside itself. */
interface Beside {
  readonly hooks: readonly string[];
  readonly statedPosition: (control: Element) => Position | undefined;
}

/** @param document the page's own, which may hold the control in a frame */
export function structureOfSwitch(
  control: Element,
  document: Document,
  { hooks, statedPosition }: Beside,
): SwitchReport {
  const around = outwards(control, document);
  const isIn = (selector: string) => closest(control, selector) !== null;
  const input = control as Partial<HTMLInputElement>;
  const type = closed(input.type, switchTypes) ?? 'other';
  const isTicked = control.localName === 'input' && (type === 'checkbox' || type === 'radio');
  const names = control.getAttributeNames();
  const known = attributes.filter((name) => names.includes(name));

  return {
    tag: tagOf(control, switchTags),
    type: control.localName === 'input' ? type : 'none',
    role: roleWordOf(control),
    attributes: known,
    otherAttributes: roundedCount(names.length - known.length),
    hook: {
      'aria-labelledby': hookIn(control, 'aria-labelledby', hooks),
      id: hookIn(control, 'id', hooks),
    },
    labelled: isLabelled(control),
    checked: isTicked ? input.checked === true : null,
    ariaChecked: saidBy(control, 'aria-checked'),
    ariaPressed: saidBy(control, 'aria-pressed'),
    indeterminate: input.indeterminate === true,
    disabled: control.matches(':disabled') || isIn('[aria-disabled="true"]'),
    stated: closed(statedPosition(control), positions) ?? null,
    ...visibilityOf(control, isIn),
    inMain: isIn('main, [role="main"]'),
    inDialog: isIn('dialog, [role="dialog"], [role="alertdialog"]'),
    inShadow: around.some(({ holds }) => holds === 'shadow'),
    inFrame: around.some(({ holds }) => holds === 'frame'),
    ancestors: around.slice(0, MAX_ANCESTORS).map(({ element, holds }) => ({
      tag: tagOf(element, tags),
      role: roleWordOf(element),
      holds,
    })),
  };
}

interface Around {
  readonly element: Element;
  readonly holds: AncestorReport['holds'];
}

/** What stands around an element, out of shadow roots and frames too; the nearest first. */
function outwards(element: Element, document: Document): Around[] {
  const all: Around[] = [];
  for (let next = around(element, document); next; next = around(next.element, document)) {
    all.push(next);
  }
  return all;
}

function around(element: Element, document: Document): Around | undefined {
  if (element.parentElement) return { element: element.parentElement, holds: null };
  const root = element.getRootNode();
  if ('host' in root) return { element: (root as ShadowRoot).host, holds: 'shadow' };
  const frame = root === document ? null : frameOf(element);
  return frame ? { element: frame, holds: 'frame' } : undefined;
}

function tagOf<Tag extends string>(
  { localName }: Element,
  known: readonly (Tag | 'custom' | 'other')[],
): Tag | 'custom' | 'other' {
  return closed(localName, known) ?? (localName.includes('-') ? 'custom' : 'other');
}

function hookIn(control: Element, attribute: string, hooks: readonly string[]): string {
  const value = control.getAttribute(attribute);
  if (value === null) return 'none';
  const parts = value.split(/\s+/);
  return hooks.find((hook) => parts.includes(hook)) ?? 'other';
}

function isLabelled(control: Element): boolean {
  const ids = control.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const root = control.getRootNode() as Document | ShadowRoot;
  return ids.some((id) => root.getElementById(id) !== null);
}

function saidBy(control: Element, attribute: string): SwitchReport['ariaChecked'] {
  const value = control.getAttribute(attribute);
  return value === null ? null : (closed(value, saidStates) ?? 'other');
}

function visibilityOf(
  control: Element,
  isIn: (selector: string) => boolean,
): Pick<SwitchReport, 'perceivable' | 'hiddenBy'> {
  if (isPerceivable(control)) return { perceivable: true, hiddenBy: null };
  if (isIn('[inert]')) return { perceivable: false, hiddenBy: 'inert' };
  if (isIn('[aria-hidden="true"]')) return { perceivable: false, hiddenBy: 'aria-hidden' };
  return { perceivable: false, hiddenBy: 'not-rendered' };
}

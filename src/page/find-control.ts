import type { Strategy } from '../core/reading.ts';
import type { Probe } from '../core/recipe.ts';
import { labelOf } from './label-of.ts';
import { mainPart } from './main-part.ts';
import { perceivable } from './perceivable.ts';

export type Found =
  | { readonly kind: 'one'; readonly control: Element; readonly strategy: Strategy }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous' };

export interface Search {
  readonly probe: Probe;
  /** `aria-labelledby` values of other settings' controls. */
  readonly foreignIds: readonly string[];
  /** Controls that stood here under another address and may be left over from it. */
  readonly leftOver: WeakSet<Element>;
}

const SWITCH = '[role="switch"]';
const DIALOG = 'dialog, [role="dialog"], [role="alertdialog"]';

/**
 * Asks every strategy and wants those that answer to agree. The known id is asked everywhere; "the
 * only switch" counts only in the page's main part outside of dialogs, and never for a control known
 * to be another's. A control with the known id that nobody can see is not replaced by a guess.
 */
export function findControl(document: Document, search: Search): Found {
  const { labelledBy } = search.probe;
  const known = byKnownId(document, labelledBy);
  if (known.length === 0 && document.querySelector(withId(labelledBy))) return { kind: 'none' };

  const answers: [Strategy, Element[]][] = [
    ['known-id', known],
    ['only-switch', onlySwitch(document, search)],
    ['name', byName(document, search)],
  ];
  const given = answers.filter(([, controls]) => controls.length > 0);
  const [strongest] = given;
  const control = strongest?.[1][0];
  if (!strongest || !control) return { kind: 'none' };

  const all = new Set(given.flatMap(([, controls]) => controls));
  return all.size === 1 ? { kind: 'one', control, strategy: strongest[0] } : { kind: 'ambiguous' };
}

function byKnownId(document: Document, labelledBy: string): Element[] {
  return perceivable(document, withId(labelledBy));
}

function withId(labelledBy: string): string {
  return `${SWITCH}[aria-labelledby~="${CSS.escape(labelledBy)}"]`;
}

function onlySwitch(document: Document, search: Search): Element[] {
  const main = mainPart(document);
  const switches = (main ? perceivable(main, SWITCH) : []).filter(
    (control) => !control.closest(DIALOG),
  );
  return switches.length === 1 ? switches.filter((control) => mayBeOurs(control, search)) : [];
}

function byName(document: Document, search: Search): Element[] {
  const names = new Set(Object.values(search.probe.names).flat());
  return perceivable(document, SWITCH)
    .filter((control) => mayBeOurs(control, search))
    .filter((control) => names.has(labelOf(control)));
}

function mayBeOurs(control: Element, { foreignIds, leftOver }: Search): boolean {
  const labels = control.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  return !leftOver.has(control) && !labels.some((id) => foreignIds.includes(id));
}

import type { KnownControl } from '../../core/messages/orders.ts';
import { type Strategy, strategies } from '../../core/reading/reading.ts';
import { closest, holds } from '../dom/composed.ts';
import { isPerceivable, takesRoom } from '../dom/perceivable.ts';
import { hasHook, isAnonymous, isOneOf } from './identity.ts';
import type { Names } from './names.ts';
import { DIALOG_ROLES } from './obstacles.ts';
import type { PageSnapshot } from './snapshot.ts';

export type Found =
  | {
      readonly kind: 'one';
      readonly control: Element;
      readonly strategy: Strategy;
      /** The control says itself that it is ours; its place alone does not reassure. */
      readonly isNamed: boolean;
      /** Controls that are found as well, and that take no room on the page. */
      readonly copies: readonly Element[];
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous' };

export interface Search {
  /** The setting whose control is looked for. */
  readonly wanted: KnownControl;
  /** The other settings of the service. */
  readonly others: readonly KnownControl[];
  /** Controls that stood here under another address and may be left over from it. */
  readonly leftOver: WeakSet<Element>;
}

const DIALOG = `dialog, ${DIALOG_ROLES}`;

/**
 * Asks every strategy and wants those that answer to agree. The known id is asked everywhere; "the
 * only switch" counts only in the page's main part outside of dialogs, and never for a control that
 * carries an identity of its own. A control with the known id that nobody can see is not replaced by
 * a guess, and of several the one counts that takes room. Without the closer look nothing is known of names.
 */
export function findControl(
  snapshot: PageSnapshot,
  search: Search,
  closer: Names | undefined,
): Found {
  if (isConcealed(snapshot, search)) return { kind: 'none' };

  const answers = answersOf(snapshot, search, closer);
  const given = [...new Set(Object.values(answers).flat())];
  if (given.length === 0) return { kind: 'none' };
  // Asked for only where it decides, as the page may have to be laid out for it.
  const [control, another] = given.length > 1 ? given.filter(takesRoom) : given;
  if (!control || another) return { kind: 'ambiguous' };
  if (closer && namesAnother(control, search, closer)) return { kind: 'ambiguous' };

  const finds = (key: Strategy) => answers[key].includes(control);
  const strategy = strategies.find(finds);
  if (strategy === undefined) return { kind: 'none' };
  const isNamed = finds('known-id') || finds('name');
  const copies = given.filter((one) => one !== control);
  return { kind: 'one', control, strategy, isNamed, copies };
}

/** What each strategy finds, strongest first. */
export function answersOf(
  snapshot: PageSnapshot,
  search: Search,
  closer: Names | undefined,
): Record<Strategy, Element[]> {
  return {
    'known-id': byKnownId(snapshot, search).filter(isPerceivable),
    'only-switch': onlySwitch(snapshot, search, closer),
    name: closer ? byName(snapshot, search, closer) : [],
  };
}

function isConcealed(snapshot: PageSnapshot, search: Search): boolean {
  const known = byKnownId(snapshot, search);
  return known.length > 0 && !known.some(isPerceivable);
}

function byKnownId({ controls }: PageSnapshot, { wanted }: Search): Element[] {
  return controls.filter((control) => hasHook(control, wanted.hook));
}

/** Alone, it must be without a name of its own, or have ours: a page may show another setting here. */
function onlySwitch(snapshot: PageSnapshot, search: Search, closer: Names | undefined): Element[] {
  const { main } = snapshot;
  if (!main) return [];
  const here = ofKind(snapshot, search).filter((one) => holds(main, one) && !closest(one, DIALOG));
  const [control] = here;
  if (!control || here.length > 1 || !mayBeOurs(control, search)) return [];
  if (hasHook(control, search.wanted.hook)) return [control];
  if (!closer) return [];

  const name = closer.nameOf(control);
  if (search.wanted.names.includes(name)) return [control];
  return name === '' && isAnonymous(control) ? [control] : [];
}

function byName(snapshot: PageSnapshot, search: Search, closer: Names): Element[] {
  return ofKind(snapshot, search)
    .filter((control) => mayBeOurs(control, search))
    .filter((control) => search.wanted.names.includes(closer.nameOf(control)));
}

/** What a person can meet of the kind that is looked for. */
function ofKind({ switches, checkboxes }: PageSnapshot, { wanted }: Search): readonly Element[] {
  return wanted.kind === 'checkbox' ? checkboxes : switches;
}

function mayBeOurs(control: Element, { others, leftOver }: Search): boolean {
  return !leftOver.has(control) && !isOneOf(others, control);
}

function namesAnother(control: Element, { others }: Search, closer: Names): boolean {
  const name = closer.nameOf(control);
  return others.some(({ names }) => names.includes(name));
}

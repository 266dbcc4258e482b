import type {
  ControlOrder,
  KnownControl,
  RowOrder,
  StateWords,
} from '../../core/messages/orders.ts';
import {
  positionOf,
  type Reading,
  sameReading,
  type UnknownReason,
} from '../../core/reading/reading.ts';
import { findControl } from './find-control.ts';
import { findRow } from './find-row.ts';
import type { Names } from './names.ts';
import { hasModal, hasSignInForm, isCovered, isEmpty, wasRefused } from './obstacles.ts';
import { readControl } from './read-control.ts';
import type { PageSnapshot } from './snapshot.ts';
import { statedPosition } from './state-word.ts';

/** One look at the page, before anything is said about it. */
export interface Look {
  readonly reading: Reading;
  /** The control that was read; a page that replaces it starts settling anew. */
  readonly control: Element | undefined;
  /** The control says itself which one it is: no other is ever pressed. */
  readonly isNamed?: boolean;
  /** What it takes to read the same control again, while nothing else of the page has changed. */
  readonly readAgain?: () => Reading;
}

/** What is looked for on a page, beside the page. */
export interface Sought {
  readonly order: ControlOrder;
  readonly others: readonly KnownControl[];
  readonly stateWords: StateWords;
  /** Controls that stood here under another address and may be left over from it. */
  readonly leftOver: WeakSet<Element>;
}

export function lookAtControl(
  snapshot: PageSnapshot,
  sought: Sought,
  closer: Names | undefined,
): Look {
  const { order, others, leftOver, stateWords } = sought;
  const found = findControl(
    snapshot,
    { wanted: order, others, leftOver },
    closer && onceEach(closer),
  );
  if (found.kind === 'ambiguous') return unknownLook('ambiguous');
  if (found.kind === 'none') return unknownLook(whyNothing(snapshot));

  const { control, strategy, isNamed, copies } = found;
  const stated = statedPosition(control, stateWords);
  const readAgain = () => readControl(control, strategy, stated);
  const reading = readAgain();
  if (positionOf(reading) === order.protectedWhen) {
    // Its place alone may warn; that it is the right one takes more.
    if (!isNamed) return unknownLook('not-found');
    // A switch may be drawn beside a control that takes no room: what warns is never passed over.
    const isDoubtful = copies.some(
      (copy) => !sameReading(readControl(copy, strategy, stated), reading),
    );
    if (isDoubtful) return unknownLook('ambiguous');
    // A page that waits for an answer may yet take the switch back: no reassurance before it has one.
    if (isCovered(control, snapshot.roots)) return unknownLook('covered', control);
  }
  return { reading, control, isNamed, readAgain };
}

/** A look at a page that has not changed but for what leaves no trace. */
export function recheck(before: Look, lookAnew: () => Look): Look {
  if (!before.readAgain) return before.control ? lookAnew() : before;
  return sameReading(before.readAgain(), before.reading) ? before : lookAnew();
}

export function lookAtRow(snapshot: PageSnapshot, order: RowOrder): Look {
  switch (findRow(snapshot, order)) {
    case 'absent':
      return { reading: { state: 'absent' }, control: undefined };
    case 'present':
      return unknownLook('wrong-page');
    case 'not-loaded':
      return unknownLook(whyNothing(snapshot));
  }
}

/** A name takes long to compute, and several strategies ask for the same one. */
function onceEach({ nameOf }: Names): Names {
  const names = new Map<Element, string>();
  return {
    nameOf(element) {
      const name = names.get(element) ?? nameOf(element);
      names.set(element, name);
      return name;
    },
  };
}

function whyNothing(snapshot: PageSnapshot): UnknownReason {
  if (hasSignInForm(snapshot.roots)) return 'signed-out';
  if (hasModal(snapshot.roots)) return 'covered';
  if (wasRefused()) return 'unreachable';
  return isEmpty(snapshot) ? 'timeout' : 'not-found';
}

export function unknownLook(reason: UnknownReason, control?: Element): Look {
  return { reading: { state: 'unknown', reason }, control };
}

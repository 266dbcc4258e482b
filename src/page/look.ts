import type { RowOrder } from '../core/orders.ts';
import { type Position, positionOf, type Reading } from '../core/reading.ts';
import { findControl, type Search } from './find-control.ts';
import { findRow } from './find-row.ts';
import { hasModal, hasSignInForm, isCovered, isEmpty, wasRefused } from './obstacles.ts';
import { readControl } from './read-control.ts';

/** One look at the page, before anything is said about it. */
export interface Look {
  readonly reading: Reading;
  /** The control that was read; a page that replaces it starts settling anew. */
  readonly control: Element | undefined;
}

export function lookAtControl(document: Document, search: Search, protectedWhen: Position): Look {
  const found = findControl(document, search);
  if (found.kind === 'ambiguous') return unknown('ambiguous');
  if (found.kind === 'none') return unknown(whyNothing(document));

  const { control, strategy } = found;
  const reading = readControl(control, strategy);
  // A page that waits for an answer may yet take the switch back: no reassurance before it has one.
  if (positionOf(reading) === protectedWhen && isCovered(control)) {
    return unknown('covered', control);
  }
  return { reading, control };
}

export function lookAtRow(document: Document, order: RowOrder): Look {
  switch (findRow(document, order)) {
    case 'absent':
      return { reading: { state: 'absent' }, control: undefined };
    case 'present':
      return unknown('wrong-page');
    case 'not-loaded':
      return unknown(whyNothing(document));
  }
}

function whyNothing(document: Document) {
  if (hasSignInForm(document)) return 'signed-out';
  if (hasModal(document)) return 'covered';
  if (wasRefused(performance)) return 'unreachable';
  return isEmpty(document) ? 'timeout' : 'not-found';
}

function unknown(
  reason: Extract<Reading, { state: 'unknown' }>['reason'],
  control?: Element,
): Look {
  return { reading: { state: 'unknown', reason }, control };
}

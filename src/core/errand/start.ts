// Whether an errand may begin, and with what.

import type { Position } from '../reading/reading.ts';
import type { Errand, ErrandKind } from './errand.schema.ts';

/** Two clicks within so long are one: a double click opens nothing twice. */
const ONE_CLICK_MS = 5_000;

/** Whether an errand is not to be replaced: it has pressed already, or it is the same click again. */
export function goesOn(errand: Errand, kind: ErrandKind, now: number): boolean {
  if (errand.step === 'ended') return false;
  const age = now - errand.startedAt;
  // By a clock that was set back no click is the same again: it would be so for a year.
  const isSameClick = errand.kind === kind && age >= 0 && age < ONE_CLICK_MS;
  return errand.pressedIn !== undefined || isSameClick;
}

/** Where an errand of a kind wants the control to stand in the end. */
export function targetOf(kind: ErrandKind, protectedWhen: Position): Position {
  if (kind !== 'undo') return protectedWhen;
  return protectedWhen === 'on' ? 'off' : 'on';
}

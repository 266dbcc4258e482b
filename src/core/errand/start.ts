// Whether an errand may begin, with what, and what is left of one of which only the beginning is known.

import type { Position } from '../reading/reading.ts';
import type { Errand, ErrandKind } from './errand.schema.ts';
import { NO_LOAD } from './errand.ts';

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

/** Nothing is left of an errand but that it began: the background was killed before it was kept. */
export function isLost(found: Errand | null, begun: Pick<Errand, 'startedAt'>): boolean {
  return found === null || found.startedAt < begun.startedAt;
}

/** Where an errand of a kind wants the control to stand in the end. */
export function targetOf(kind: ErrandKind, protectedWhen: Position): Position {
  if (kind !== 'undo') return protectedWhen;
  return protectedWhen === 'on' ? 'off' : 'on';
}

function isPressing(kind: ErrandKind): boolean {
  return kind === 'opt-out' || kind === 'undo';
}

/** No tab has this id: the one of an errand that the browser took with it is gone. */
const NO_TAB = -1;

/** An errand of which only the beginning is known any more: what it would have pressed may be pressed. */
export function restarted(
  known: Pick<Errand, 'id' | 'key' | 'scope' | 'kind' | 'target' | 'startedAt'>,
  now: number,
): Errand {
  return {
    ...known,
    tabId: NO_TAB,
    step: 'ended',
    loads: 1,
    arrived: true,
    hasList: false,
    ...(isPressing(known.kind) && { pressedIn: NO_LOAD }),
    outcome: { code: 'restarted' },
    endedAt: now,
  };
}

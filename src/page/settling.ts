import { type Position, positionOf, type Reading } from '../core/reading.ts';
import type { Look } from './look.ts';

/** How long the same control must say the same before "off" is believed: an unhydrated switch is unticked. */
export const SETTLE_MS = 3_000;
/** When a page that has not settled is called what it is. */
export const DEADLINE_MS = 10_000;
/** A switch that moves this often by itself says nothing. */
const RESTLESS_AFTER = 4;

/** What a page has shown so far. Quick to warn, slow to reassure. Times in milliseconds. */
export interface Settling {
  readonly startedAt: number;
  readonly look: Look;
  /** Since when the same control has said the same. */
  readonly since: number;
  /** How often the control moved without anybody having touched it. */
  readonly moves: number;
}

export function startSettling(look: Look, now: number): Settling {
  return { startedAt: now, look, since: now, moves: 0 };
}

export function nextSettling(
  before: Settling,
  look: Look,
  touched: boolean,
  now: number,
): Settling {
  const same =
    look.control === before.look.control && sameReading(look.reading, before.look.reading);
  if (same) return { ...before, look };

  const moved = !touched && hasMoved(before.look.reading, look.reading);
  return { ...before, look, since: now, moves: before.moves + (moved ? 1 : 0) };
}

/** What may be said now, if anything. */
export function conclude(
  { startedAt, look, since, moves }: Settling,
  { protectedWhen, busy, now }: { protectedWhen: Position; busy: boolean; now: number },
): Reading | undefined {
  const { reading } = look;
  if (moves >= RESTLESS_AFTER) return unsettled;

  const position = positionOf(reading);
  if (position !== undefined && position !== protectedWhen) return reading;

  const overdue = now - startedAt >= DEADLINE_MS;
  if (isStillLoading(reading)) {
    if (!overdue) return undefined;
    return busy ? { state: 'unknown', reason: 'timeout' } : reading;
  }
  if (!busy && now - since >= SETTLE_MS) return reading;
  if (!overdue) return undefined;
  return reading.state === 'unknown' ? reading : unsettled;
}

const unsettled: Reading = { state: 'unknown', reason: 'unsettled' };

/** Nothing is there: it may still come. */
function isStillLoading(reading: Reading): boolean {
  return (
    reading.state === 'unknown' && (reading.reason === 'not-found' || reading.reason === 'timeout')
  );
}

export function sameReading(a: Reading, b: Reading): boolean {
  return describe(a) === describe(b);
}

function describe(reading: Reading): string {
  switch (reading.state) {
    case 'unknown':
      return `unknown ${reading.reason}`;
    case 'locked':
      return `locked ${reading.position}`;
    default:
      return reading.state;
  }
}

function hasMoved(before: Reading, after: Reading): boolean {
  const from = positionOf(before);
  const to = positionOf(after);
  return from !== undefined && to !== undefined && from !== to;
}

import {
  type Position,
  positionOf,
  type Reading,
  sameReading,
} from '../../core/reading/reading.ts';
import type { Look } from '../find/look.ts';

/**
 * How long the same control must say the same before "off" is believed, where its own data has come: another one
 * may take its place three seconds later, and most of another second goes by unseen.
 */
export const SETTLE_MS = 4_000;
/** How long what cannot be read must stay so before it is called that. */
export const SETTLE_UNKNOWN_MS = 3_000;
/** As for "off", where nothing vouches for the control: its data may be on the way for seven seconds, one of them unseen. */
export const SETTLE_UNVOUCHED_MS = 8_000;
/** When a page that has not settled is called what it is. */
export const DEADLINE_MS = 12_000;
/** A switch that moves this often by itself says nothing. */
const RESTLESS_AFTER = 4;
/** The longest time that may pass unseen and still speak for what is seen. */
const LONGEST_STEP_MS = 1_000;
/** Longer than a slow computer keeps a page waiting: one that was asleep has had none of that time. */
const ASLEEP_AFTER_MS = 5_000;

/** What a page has shown so far. Quick to warn, slow to reassure. Times in milliseconds. */
export interface Settling {
  readonly look: Look;
  readonly at: number;
  /** How long it has been watched since it last woke. */
  readonly watched: number;
  /** The same by the clock: whoever waits for an answer waits for no slow computer. */
  readonly waited: number;
  /** How long the same control has been seen to say the same. */
  readonly steady: number;
  /** How often the control moved without anybody having touched it. */
  readonly moves: number;
  /** The side that it was seen on last, and when it was first seen there after another one. */
  readonly position?: Position | undefined;
  readonly movedAt?: number | undefined;
  /** A control has been there: the next one that comes has no more time than it. */
  readonly hasAppeared: boolean;
}

export function startSettling(look: Look, now: number): Settling {
  const hasAppeared = !!look.control;
  const position = positionOf(look.reading);
  return { look, at: now, watched: 0, waited: 0, steady: 0, moves: 0, position, hasAppeared };
}

export function nextSettling(
  before: Settling,
  look: Look,
  touched: boolean,
  now: number,
): Settling {
  const passed = Math.max(now - before.at, 0);
  const step = Math.min(passed, LONGEST_STEP_MS);
  const hasAppeared = before.hasAppeared || !!look.control;
  const isSame = hasAppeared === before.hasAppeared;
  const watched = isSame ? before.watched + step : 0;
  const waited = isSame ? before.waited + (passed < ASLEEP_AFTER_MS ? passed : step) : 0;
  const times = { at: now, watched, waited };
  const same =
    look.control === before.look.control && sameReading(look.reading, before.look.reading);
  if (same) return { ...before, ...times, look, steady: before.steady + step };

  const moved = !touched && hasMoved(before.look.reading, look.reading);
  const moves = before.moves + (moved ? 1 : 0);
  const position = positionOf(look.reading) ?? before.position;
  const isElsewhere = before.position !== undefined && position !== before.position;
  const movedAt = isElsewhere ? now : before.movedAt;
  return { ...times, look, steady: 0, moves, position, movedAt, hasAppeared };
}

/** A page that wakes has all its time again; how restless it was stays known. */
export function wakeSettling(before: Settling, now: number): Settling {
  return { ...before, at: now, watched: 0, waited: 0 };
}

/** A person moved a control: that the page moves after it is no restlessness of its own. */
export function touchSettling(before: Settling): Settling {
  return { ...before, watched: 0, waited: 0, moves: 0 };
}

/** Nothing more is going to be said of what is seen now. */
export function isOver({ watched }: Settling): boolean {
  return watched >= DEADLINE_MS;
}

/** What only a reassurance asks of the page, and so is asked late. */
export interface Circumstances {
  /** The page says that it is still loading. */
  readonly busy: boolean;
  /** The page's own data stands behind the control. */
  readonly vouched: boolean;
}

/** What may be said now, if anything. */
export function conclude(
  settling: Settling,
  protectedWhen: Position,
  circumstances: () => Circumstances,
): Reading | undefined {
  const { reading } = settling.look;
  if (settling.moves >= RESTLESS_AFTER) return unsettled;
  if (warns(reading, protectedWhen)) return reading;

  const overdue = settling.waited >= DEADLINE_MS;
  if (isStillLoading(reading)) {
    if (!overdue) return undefined;
    return circumstances().busy ? { state: 'unknown', reason: 'timeout' } : reading;
  }
  if (isSettled(reading, settling.steady, circumstances)) return reading;
  if (!overdue) return undefined;
  return reading.state === 'unknown' ? reading : unsettled;
}

/** Whether what is seen would be believed of a reassurance as well. */
export function hasSettled(settling: Settling, circumstances: () => Circumstances): boolean {
  return isSettled(settling.look.reading, settling.steady, circumstances);
}

function isSettled(reading: Reading, steady: number, circumstances: () => Circumstances): boolean {
  if (reading.state === 'unknown') return steady >= SETTLE_UNKNOWN_MS && !circumstances().busy;
  if (steady < SETTLE_MS) return false;
  const { busy, vouched } = circumstances();
  const needsMore = positionOf(reading) !== undefined && !vouched;
  return !busy && (!needsMore || steady >= SETTLE_UNVOUCHED_MS);
}

const unsettled: Reading = { state: 'unknown', reason: 'unsettled' };

/** Nothing is there: it may still come. */
function isStillLoading(reading: Reading): boolean {
  return (
    reading.state === 'unknown' && (reading.reason === 'not-found' || reading.reason === 'timeout')
  );
}

/** Whether a reading warns, and so is said at once; every other one waits for the page. */
export function warns(reading: Reading, protectedWhen: Position): boolean {
  const position = positionOf(reading);
  return position !== undefined && position !== protectedWhen;
}

/** To the other side, or to where its own signs contradict one another, and back. */
function hasMoved(before: Reading, after: Reading): boolean {
  const from = positionOf(before);
  const to = positionOf(after);
  if (from !== undefined && to !== undefined) return from !== to;
  return isContradictory(from === undefined ? before : after) && (from ?? to) !== undefined;
}

function isContradictory(reading: Reading): boolean {
  return reading.state === 'unknown' && reading.reason === 'unreadable';
}

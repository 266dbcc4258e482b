import {
  type Position,
  positionOf,
  type Reading,
  sameReading,
  warns,
} from '../../core/reading/reading.ts';
import type { Look } from '../find/look.ts';

/**
 * How long the same control must say the same before "off" is believed, where its own data has come: another one
 * may take its place three seconds later, and most of another second goes by unseen.
 */
export const SETTLE_MS = 4_000;
/** How long what cannot be read must stay so before it is called that. */
export const SETTLE_UNKNOWN_MS = 3_000;
/** As for "off", where no data has come for the control: it may be on the way for seven seconds, one of them unseen. */
export const SETTLE_UNBACKED_MS = 8_000;
/** When a page that has not settled is called what it is. */
export const DEADLINE_MS = 12_000;
/** A switch that moves this often by itself says nothing. */
const RESTLESS_AFTER = 4;
/** The longest time that may pass unseen and still speak for what is seen. */
const LONGEST_STEP_MS = 1_000;
/** Longer than a slow computer keeps a page waiting: one that was asleep has had none of that time. */
const ASLEEP_AFTER_MS = 5_000;

/** What is reported of a page: a warning before the page has settled, and once more when it has. */
export interface Report {
  readonly reading: Reading;
  readonly settled: boolean;
}

/** What a page has shown of one thing so far, and what was reported of it. Times in milliseconds. */
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
  /**
   * The side that it was seen on last, once one was reported or somebody touched it: until then the page may
   * still be bringing it to life, and that is no move.
   */
  readonly position?: Position | undefined;
  /** When it was first seen there after another side, or when somebody touched it last. */
  readonly movedAt?: number | undefined;
  /** A control has been there: the next one that comes has no more time than it. */
  readonly hasAppeared: boolean;
  /** Somebody has moved it. */
  readonly touched: boolean;
  readonly reported: Report | undefined;
  /** What was reported has been compared with every part of the page. */
  readonly isConfirmed: boolean;
}

/** One look at a page, and how much of the page it took in. */
export interface Seen {
  readonly look: Look;
  readonly at: number;
  /** Somebody has moved this control. */
  readonly touched: boolean;
  readonly extent: Extent;
  readonly circumstances: () => Circumstances;
}

/**
 * - `whole`: every part of the page was taken in for this look.
 * - `known`: every part that the page has now was looked for before.
 * - `outdated`: the page has changed since its parts were looked for.
 */
export type Extent = 'whole' | 'known' | 'outdated';

/** What the positions of a control mean. */
export interface Meaning {
  readonly protectedWhen: Position;
  /** What warns is reported at the first look; otherwise it settles like everything else. */
  readonly warnsEarly: boolean;
}

/** What comes of a look. */
export interface Step {
  readonly settling: Settling;
  readonly report?: Report;
  /**
   * - `scan`: there is something to report once every part of the page has been taken in.
   * - `confirmation`: the same, of what has been reported; it is in no hurry.
   */
  readonly wants?: 'scan' | 'confirmation';
}

/** Nothing has been seen yet. */
export function startSettling(now: number): Settling {
  return {
    look: { reading: { state: 'unknown', reason: 'not-found' }, control: undefined },
    at: now,
    watched: 0,
    waited: 0,
    steady: 0,
    moves: 0,
    hasAppeared: false,
    touched: false,
    reported: undefined,
    isConfirmed: false,
  };
}

/** Quick to warn, slow to reassure. */
export function see(before: Settling, seen: Seen, meaning: Meaning): Step {
  const { extent, circumstances } = seen;
  const settling = nextSettling(before, seen);
  const report = pendingReport(settling, meaning, circumstances);
  if (!report) return isStable(settling) ? { settling, wants: 'confirmation' } : { settling };

  // A warning need not wait for the page, nor for all of it.
  const isUrgent = !report.settled;
  if (!isUrgent && extent !== 'whole') return { settling, wants: 'scan' };
  const position = positionOf(report.reading) ?? settling.position;
  const now = { ...settling, position, reported: report, isConfirmed: report.settled };
  return { settling: now, report };
}

/** What is known after one more look. */
export function nextSettling(
  before: Settling,
  { look, at, touched: isTouched, extent }: Seen,
): Settling {
  const passed = Math.max(at - before.at, 0);
  const step = Math.min(passed, LONGEST_STEP_MS);
  const hasAppeared = before.hasAppeared || !!look.control;
  const isSame = hasAppeared === before.hasAppeared;
  const watched = isSame ? before.watched + step : 0;
  const waited = isSame ? before.waited + (passed < ASLEEP_AFTER_MS ? passed : step) : 0;
  const touched = before.touched || isTouched;
  const isConfirmed = extent === 'whole' || (extent === 'known' && before.isConfirmed);
  const next = { ...before, look, at, watched, waited, touched, isConfirmed, hasAppeared };
  const same =
    look.control === before.look.control && sameReading(look.reading, before.look.reading);
  if (same) return { ...next, steady: before.steady + step };

  const moved = !touched && hasMoved(before.look.reading, look.reading);
  const moves = before.moves + (moved ? 1 : 0);
  const hasStood = before.position !== undefined || touched;
  const position = positionOf(look.reading) ?? before.position;
  const isElsewhere = hasStood && position !== before.position;
  return { ...next, steady: 0, moves, ...(isElsewhere && { position, movedAt: at }) };
}

/** A page that wakes has all its time again; how restless it was stays known. */
export function wake(before: Settling, now: number): Settling {
  return { ...before, at: now, watched: 0, waited: 0 };
}

/** A person moved a control: that the page moves after it is no restlessness of its own. */
export function touch(before: Settling, movedAt: number): Settling {
  return { ...before, movedAt, touched: true, watched: 0, waited: 0, moves: 0 };
}

/** All is reported that there is to report of what is seen. */
export function isReported(settling: Settling): boolean {
  return isAsReported(settling) && !!settling.reported?.settled;
}

/** Nothing more is going to be reported of what is seen now. */
export function isOver(settling: Settling): boolean {
  return settling.watched >= DEADLINE_MS || isReported(settling);
}

/** What was reported reassures, and the control does not say it any more. */
export function hasTurned({ look, reported }: Settling, protectedWhen: Position): boolean {
  if (!reported || positionOf(reported.reading) !== protectedWhen) return false;
  const now = look.readAgain?.();
  return now !== undefined && !sameReading(now, reported.reading);
}

function isAsReported({ look, moves, reported }: Settling): boolean {
  return !!reported && moves === 0 && sameReading(look.reading, reported.reading);
}

/** It was reported, has stood so for a while, and was not compared with the whole page since. */
function isStable(settling: Settling): boolean {
  const isLong = SETTLE_UNKNOWN_MS <= settling.steady;
  return isLong && !settling.isConfirmed && isAsReported(settling);
}

function pendingReport(
  settling: Settling,
  meaning: Meaning,
  circumstances: () => Circumstances,
): Report | undefined {
  const reading = conclude(settling, meaning, circumstances);
  if (!reading) return undefined;
  const settled =
    !isWarningAtOnce(reading, meaning) ||
    isSettled(settling.look.reading, settling.steady, circumstances);
  const { reported } = settling;
  const isKnown =
    reported && sameReading(reported.reading, reading) && (reported.settled || !settled);
  return isKnown ? undefined : { reading, settled };
}

/** What only a reassurance asks of the page, and so is asked late. */
export interface Circumstances {
  /** The page says that it is still loading. */
  readonly busy: boolean;
  /** The page's own data stands behind the control. */
  readonly isBackedByData: boolean;
}

/** What may be said of it now, if anything. */
export function conclude(
  settling: Settling,
  meaning: Meaning,
  circumstances: () => Circumstances,
): Reading | undefined {
  const { reading } = settling.look;
  if (settling.moves >= RESTLESS_AFTER) return unsettled;
  if (isWarningAtOnce(reading, meaning)) return reading;

  const overdue = settling.waited >= DEADLINE_MS;
  if (isStillLoading(reading)) {
    if (!overdue) return undefined;
    return circumstances().busy ? { state: 'unknown', reason: 'timeout' } : reading;
  }
  if (isSettled(reading, settling.steady, circumstances)) return reading;
  if (!overdue) return undefined;
  return reading.state === 'unknown' ? reading : unsettled;
}

function isWarningAtOnce(reading: Reading, { protectedWhen, warnsEarly }: Meaning): boolean {
  return warnsEarly && warns(reading, protectedWhen);
}

function isSettled(reading: Reading, steady: number, circumstances: () => Circumstances): boolean {
  if (reading.state === 'unknown') return steady >= SETTLE_UNKNOWN_MS && !circumstances().busy;
  if (steady < SETTLE_MS) return false;
  const { busy, isBackedByData } = circumstances();
  const needsMore = positionOf(reading) !== undefined && !isBackedByData;
  return !busy && (!needsMore || steady >= SETTLE_UNBACKED_MS);
}

const unsettled: Reading = { state: 'unknown', reason: 'unsettled' };

/** Nothing is there: it may still come. */
function isStillLoading(reading: Reading): boolean {
  return (
    reading.state === 'unknown' && (reading.reason === 'not-found' || reading.reason === 'timeout')
  );
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

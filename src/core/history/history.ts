/*
 * What was read of one setting, in the order in which it came. Nothing kept that changed is ever dropped
 * later; of the rest, each span in which a setting stood the same keeps its two ends, and over all spans
 * the newest `MAX_UNCHANGED` in between. So which rows are kept depends on the rows alone, and two
 * histories merged either way, once or twice, come out the same.
 *
 * Only a page that flickers is not kept in full: after `MAX_ROWS_A_DAY` rows within a day each change
 * takes the place of the one before it, so that the last row says how the setting stands, and not how
 * often it went to and fro on the way there. What an errand did is never replaced.
 */

import { causes, type Observation } from '../reading/observation.ts';
import {
  positions,
  type Reading,
  sameReading,
  strategies,
  unknownReasons,
} from '../reading/reading.ts';
import { DAY_MS } from '../time/day.ts';
import { LAST_MOMENT, Moment } from '../time/moment.schema.ts';
import { z } from '../zod.ts';

/** Observations that are neither a change nor the last before one; the oldest of more are dropped. */
export const MAX_UNCHANGED = 400;

/** The same reading again within so long, in milliseconds, says nothing new. */
export const SAME_READING_MS = 60 * 60 * 1000;

/**
 * More than anybody reads or switches one setting within a day: a page left open is read again every
 * hour, and a person who switches it all day long does so some dozens of times.
 */
export const MAX_ROWS_A_DAY = 100;

/** Every reading, but for how its control was found, by how it is written. */
const readings = new Map<string, Reading>([
  ...positions.map((state): [string, Reading] => [state, { state }]),
  ...positions.map((position): [string, Reading] => [
    `locked ${position}`,
    { state: 'locked', position },
  ]),
  ['absent', { state: 'absent' }],
  ...unknownReasons.map((reason): [string, Reading] => [
    `unknown ${reason}`,
    { state: 'unknown', reason },
  ]),
]);

/** `[at, said, fresh, cause, strategy?]`: `[1795424400000, "locked off", true, "unknown", "name"]`. */
const Row = z
  .tuple([
    Moment,
    z.enum([...readings.keys()]),
    z.boolean(),
    z.enum(causes),
    z.optional(z.enum(strategies)),
  ])
  .check(z.refine(([, said, , , strategy]) => strategy === undefined || isControl(said)));
type Row = z.infer<typeof Row>;

export const History = z.strictObject({ rows: z.array(Row) });
export type History = z.infer<typeof History>;

export const emptyHistory: History = { rows: [] };

/** An observation whose reading differs from the one before; the first of all is one, too. */
export interface Change extends Observation {
  readonly before: Reading | undefined;
}

/**
 * The history with an observation at its end. One that reads the same within `SAME_READING_MS` of the
 * last one kept is left out, unless it is the first to be fresh: then it confirms what was not certain.
 * An observation at an earlier time than the last, from a clock that was set back, is never left out.
 */
export function observe(history: History, observation: Observation): History {
  const row = rowOf(observation);
  const last = history.rows.at(-1);
  if (last && saysNothingNew(last, row)) return history;
  if (!flickers(history.rows, row)) return { rows: bounded([...history.rows, row]) };

  const rows = history.rows.slice(0, -1);
  const before = rows.at(-1);
  return { rows: before && saysNothingNew(before, row) ? rows : [...rows, row] };
}

export function observationsOf({ rows }: History): Observation[] {
  return rows.map(([at, said, fresh, cause, strategy]) => {
    const reading = readings.get(said) as Reading;
    return {
      reading: strategy ? { ...reading, strategy } : reading,
      fresh,
      cause,
      at,
    } as Observation;
  });
}

export function changesOf(history: History): Change[] {
  const all = observationsOf(history);
  return all.flatMap((observation, index) => {
    const before = all[index - 1]?.reading;
    return before && sameReading(before, observation.reading) ? [] : [{ ...observation, before }];
  });
}

/**
 * All of both, ordered by `at`, and bounded like any history: where there are more than
 * `MAX_UNCHANGED`, the oldest that changed nothing are dropped. What holds nothing new changes nothing,
 * not even the order.
 */
export function mergeHistory(history: History, imported: readonly Observation[]): History {
  const added = missingFrom(history, imported.map(rowOf));
  if (added.length === 0) return history;
  return { rows: bounded([...history.rows, ...added].sort(byTime)) };
}

/** How many observations the one history holds that the other does not. */
export function countNew(before: History, after: History): number {
  return missingFrom(before, after.rows).length;
}

/** Counted, as a clock that was set back can bring the very same row twice. */
function missingFrom(history: History, rows: readonly Row[]): Row[] {
  const present = new Map<string, number>();
  for (const row of history.rows) {
    const text = JSON.stringify(row);
    present.set(text, (present.get(text) ?? 0) + 1);
  }
  return rows.filter((row) => {
    const text = JSON.stringify(row);
    const left = present.get(text) ?? 0;
    if (left > 0) present.set(text, left - 1);
    return left === 0;
  });
}

function rowOf({ reading, fresh, cause, at }: Observation): Row {
  const said = saidOf(reading);
  const moment = Math.min(Math.max(at, 0), LAST_MOMENT);
  const strategy = 'strategy' in reading ? reading.strategy : undefined;
  return strategy ? [moment, said, fresh, cause, strategy] : [moment, said, fresh, cause];
}

function saidOf(reading: Reading): string {
  switch (reading.state) {
    case 'locked':
      return `locked ${reading.position}`;
    case 'unknown':
      return `unknown ${reading.reason}`;
    default:
      return reading.state;
  }
}

function isControl(said: string): boolean {
  const state = readings.get(said)?.state;
  return state === 'on' || state === 'off' || state === 'locked';
}

function saysNothingNew([lastAt, lastSaid, wasFresh]: Row, [at, said, isFresh]: Row): boolean {
  const passed = at - lastAt;
  const confirms = isFresh && !wasFresh;
  return said === lastSaid && passed >= 0 && passed < SAME_READING_MS && !confirms;
}

/** Whether a row is one more change than a day has room for, and the one before it may make room. */
function flickers(rows: readonly Row[], [at, said]: Row): boolean {
  const [last, first] = [rows.at(-1), rows.at(-MAX_ROWS_A_DAY)];
  if (!last || !first) return false;
  const passed = at - first[0];
  return passed >= 0 && passed < DAY_MS && said !== last[1] && last[3] !== 'errand';
}

/** Of rows at the same moment the order is that of their text: the same, whichever came first. */
function byTime(a: Row, b: Row): number {
  if (a[0] !== b[0]) return a[0] - b[0];
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left === right ? 0 : left < right ? -1 : 1;
}

function bounded(rows: Row[]): Row[] {
  if (rows.length <= MAX_UNCHANGED) return rows;
  const saidAt = (index: number) => rows[index]?.[1];
  // Neither a change nor the last before one: without it, its neighbours are just what they were.
  const isUnchanged = (index: number) => {
    const said = saidAt(index);
    return saidAt(index - 1) === said && (saidAt(index + 1) ?? said) === said;
  };
  let surplus = -MAX_UNCHANGED;
  for (let index = 0; index < rows.length; index++) if (isUnchanged(index)) surplus++;
  // The newest of all is never reached, as fewer are dropped than there are.
  return rows.filter((_, index) => !(isUnchanged(index) && surplus-- > 0));
}

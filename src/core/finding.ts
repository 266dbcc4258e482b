import { type Position, positionOf, type Reading } from './reading.ts';
import { ReadingSchema } from './reading-schema.ts';
import { z } from './zod.ts';

const Moment = z.int().check(z.nonnegative());

/** The latest reading of one setting. Times in milliseconds since the epoch. */
export const Finding = z.strictObject({
  reading: ReadingSchema,
  readAt: Moment,
  /** The control stood like this when its page was loaded: nobody had moved it since. */
  fresh: z.boolean(),
  /** The last time the control could be read, when the latest reading could not. */
  lastReadable: z.optional(z.strictObject({ position: z.enum(['on', 'off']), readAt: Moment })),
});
export type Finding = z.infer<typeof Finding>;

export interface Observation {
  readonly reading: Reading;
  readonly fresh: boolean;
}

export function nextFinding(
  previous: Finding | null,
  { reading, fresh }: Observation,
  now: number,
): Finding {
  const finding: Finding = { reading, readAt: now, fresh };
  if (positionOf(reading) !== undefined) return finding;

  const lastReadable = lastReadableOf(previous);
  return lastReadable ? { ...finding, lastReadable } : finding;
}

function lastReadableOf(
  finding: Finding | null,
): { position: Position; readAt: number } | undefined {
  if (!finding) return undefined;
  const position = positionOf(finding.reading);
  return position ? { position, readAt: finding.readAt } : finding.lastReadable;
}

import { Moment } from '../time/moment.schema.ts';
import { z } from '../zod.ts';
import { causes, type Observation } from './observation.ts';
import { isBefore, type Unloaded, unloaded } from './provenance.ts';
import { ReadingSchema } from './reading.schema.ts';
import { isSignedOut, type Position, positionOf, warns } from './reading.ts';

const signedOutSince = z.optional(z.literal(true));

/** Since when a control has been seen where it protects, and who put it there. */
const Held = z.strictObject({
  since: Moment,
  cause: z.enum(causes),
  /** The last time it stood so when its page was loaded: only that is evidence that it was saved. */
  verifiedAt: z.optional(Moment),
  /** A sign-out was seen since: what is read next may be of another account. */
  signedOutSince,
});

/** A control that was verified where it protects and stands on the other side since, by nobody we know of. */
export const FlipBack = z.strictObject({
  /** Since when it had been seen where it protects, and who had put it there. */
  heldSince: Moment,
  cause: z.enum(causes),
  verifiedAt: Moment,
  foundAt: Moment,
  /** A sign-out was seen between them or since: it may be of another account. */
  signedOutSince,
});
export type FlipBack = z.infer<typeof FlipBack>;

/** The latest reading of one setting. Times in milliseconds since the epoch. */
export const Finding = z.strictObject({
  reading: ReadingSchema,
  readAt: Moment,
  /** The control stood like this when its page was loaded: nobody had moved it since. */
  fresh: z.boolean(),
  /** Why it is not fresh, where its page was not loaded for it. */
  unloaded: z.optional(z.enum(unloaded)),
  /** The last time the control could be read, when the latest reading could not. */
  lastReadable: z.optional(z.strictObject({ position: z.enum(['on', 'off']), readAt: Moment })),
  held: z.optional(Held),
  /** Since when what warned last has stood so, or a sign-out was seen: what stands since before lifts no warning. */
  warnedIn: z.optional(Moment),
  flipBack: z.optional(FlipBack),
});
export type Finding = z.infer<typeof Finding>;

/** An observation, with what is kept of the latest one alone. */
export interface Observed extends Observation {
  readonly unloaded?: Unloaded;
  readonly standsSince?: number | undefined;
  readonly settled?: boolean;
}

/** @returns the previous one where nothing is to be learnt */
export function nextFinding(
  previous: Finding | null,
  observed: Observed,
  protectedWhen: Position,
): Finding {
  const { reading, fresh, unloaded, settled = true, cause, at } = observed;
  const finding: Finding = { reading, readAt: at, fresh, ...(unloaded && { unloaded }) };
  const position = positionOf(reading);
  // What was ticked and not saved changes nothing: the service still does what it was read to do.
  const isUnsaved = reading.state === 'unknown' && reading.reason === 'unsaved';
  if (isUnsaved && previous && warns(previous.reading, protectedWhen)) return previous;
  const mayReassure = position === protectedWhen || reading.state === 'absent';
  const standsSince = inItsTime(observed, mayReassure);
  // What has stood on a page since before another one warned says nothing of now.
  if (previous && mayReassure && isBefore(standsSince, previous.warnedIn, at)) return previous;
  // What cannot be read proves nothing: what was known stays known.
  if (position === undefined) {
    const lastReadable = lastReadableOf(previous);
    const { held, flipBack } = previous ?? {};
    const mark = isSignedOut(reading) ? { signedOutSince: true as const } : {};
    const warnedIn = isSignedOut(reading) ? at : previous?.warnedIn;
    return {
      ...finding,
      ...(lastReadable && { lastReadable }),
      ...(warnedIn !== undefined && { warnedIn }),
      ...(held && { held: { ...held, ...mark } }),
      ...(flipBack && { flipBack: { ...flipBack, ...mark } }),
    };
  }
  if (position === protectedWhen) {
    // Whoever is signed in now may not be the one who was: nothing is carried over to them.
    const isOfAnother =
      previous?.held?.signedOutSince ||
      (cause !== 'unknown' && stoodElsewhere(previous, protectedWhen));
    const kept = isOfAnother ? undefined : previous?.held;
    const { since = at, cause: by = cause, verifiedAt } = kept ?? {};
    const verified = fresh ? at : verifiedAt;
    const held = { since, cause: by, ...(verified !== undefined && { verifiedAt: verified }) };
    return { ...finding, held };
  }
  // It may have moved in this very document just before it was seen.
  const isNews = isUnwatched(unloaded) && !stoodElsewhere(previous, protectedWhen);
  const before = previous?.warnedIn ?? 0;
  const warnedIn = Math.max(isNews ? at : (standsSince ?? 0), before <= at ? before : 0);
  const warned = { ...finding, ...(warnedIn > 0 && { warnedIn }) };
  if (cause !== 'unknown') return warned;
  // The person may have moved it there themselves: what was told before stays true.
  if (isUnwatched(unloaded)) {
    return { ...warned, ...(previous?.flipBack && { flipBack: previous.flipBack }) };
  }
  // It warns at once; that it has flipped back is said when the page has settled on it, and only of a page
  // that shows what the service had kept since it was verified.
  const mayBeOlder =
    unloaded === 'moved-to' || isBefore(standsSince, previous?.held?.verifiedAt, at);
  const accuses = settled && !mayBeOlder;
  const flipBack = accuses ? flipBackOf(previous, at) : previous?.flipBack;
  const held = accuses ? undefined : previous?.held;
  return { ...warned, ...(held && { held }), ...(flipBack && { flipBack }) };
}

/** What has stood so since tomorrow was noted by a wrong clock: it warns of now, and reassures of nothing. */
function inItsTime({ standsSince, at }: Observed, mayReassure: boolean): number | undefined {
  if (standsSince === undefined || standsSince <= at) return standsSince;
  return mayReassure ? 0 : at;
}

function stoodElsewhere(previous: Finding | null, protectedWhen: Position): boolean {
  return previous !== null && warns(previous.reading, protectedWhen);
}

/** The control may have moved in this very document while nobody watched it. */
function isUnwatched(unloaded: Unloaded | undefined): boolean {
  return unloaded === 'restored' || unloaded === 'already-open';
}

/** The person says that it was they. */
export function withoutFlipBack({ flipBack: _, ...finding }: Finding): Finding {
  return finding;
}

function flipBackOf(previous: Finding | null, at: number): FlipBack | undefined {
  if (!previous?.held) return previous?.flipBack;
  const { since, cause, verifiedAt, signedOutSince } = previous.held;
  // What nobody verified may never have been saved: that is no flip-back.
  if (verifiedAt === undefined) return undefined;
  const mark = signedOutSince && { signedOutSince };
  return { heldSince: since, cause, verifiedAt, foundAt: at, ...mark };
}

function lastReadableOf(
  finding: Finding | null,
): { position: Position; readAt: number } | undefined {
  if (!finding) return undefined;
  const position = positionOf(finding.reading);
  return position ? { position, readAt: finding.readAt } : finding.lastReadable;
}

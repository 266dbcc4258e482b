/*
 * An errand is one click of the person, carried out step by step: a check, an opt-out, its undoing,
 * or a guide.
 * Pure: errand + event → errand + effects. The background keeps the errand in storage and does what
 * the effects say, so a background that is killed between any two events loses nothing.
 *
 *   opening ──read on──▶ pressing ─pressed─▶ verifying ──read off──▶ done
 *      │                    │                    ├──────read on──▶ not-saved, sprang-back, no-effect, …
 *      │                    │                    └─read unknown──▶ unverified
 *      │                    └──asks, covered, locked, not-sure──▶ that outcome
 *      ├──not found──▶ listing ──row absent──▶ not-offered
 *      └──read off, locked, unknown──▶ already-there, locked, could-not-read
 *
 * The control is pressed at most once, and at most `MAX_LOADS` pages are loaded.
 */

import { isFresh, notedByUs, type ReadIn } from '../reading/provenance.ts';
import { type Position, positionOf, type Reading, type UnknownReason } from '../reading/reading.ts';
import {
  type Errand,
  type Outcome,
  type PressedResult,
  type PressResult,
  pressedResults,
} from './errand.schema.ts';
import { SPRINGS_BACK_FOR_GOOD } from './springs-back.ts';

export const MAX_LOADS = 4;
/** Longer than opening, reading, pressing and reading again ever take one after the other. */
export const ERRAND_DEADLINE_MS = 120_000;

/** `load` names one load of one page, so that what an old page says is not taken for the new one. */
export type ErrandEvent =
  | { readonly type: 'arrived'; readonly load: string }
  | (ReadIn & {
      readonly type: 'read';
      readonly reading: Reading;
      readonly load: string;
    })
  | {
      readonly type: 'pressed';
      readonly result: PressResult;
      /** The page's own request to save it was answered. */
      readonly saved: boolean;
      readonly load: string;
    }
  | { readonly type: 'shown' }
  | { readonly type: 'stopped'; readonly reason: UnknownReason }
  | { readonly type: 'tab-closed' }
  /** The browser was restarted, or the extension updated, and the tab is not the errand's any more. */
  | { readonly type: 'restarted' }
  /** A background has been woken: the one before it may have died before it did what it had decided. */
  | { readonly type: 'resumed' }
  /** The person has taken our access to the service away. */
  | { readonly type: 'access-lost' }
  | { readonly type: 'overdue' };

export type Effect =
  | (ReadIn & { readonly do: 'store'; readonly reading: Reading })
  | { readonly do: 'press'; readonly target: Position }
  | { readonly do: 'reload' }
  | { readonly do: 'open-list' };

/** Nobody has read how a control stands since it may have been pressed. */
export const NOT_READ_IN_TIME: Reading = { state: 'unknown', reason: 'timeout' };

/** Stands for the load of a page that has not arrived yet. */
export const NO_LOAD = '';

export interface Advance {
  readonly errand: Errand;
  readonly effects: readonly Effect[];
}

export function advance(errand: Errand, event: ErrandEvent, now: number): Advance {
  if (errand.step === 'ended') return { errand, effects: [] };

  switch (event.type) {
    case 'arrived':
      return { errand: { ...errand, arrived: true, load: event.load }, effects: [] };
    case 'read':
      return afterReading(errand, event, now);
    case 'pressed':
      return afterPress(errand, event, now);
    case 'shown':
      return errand.kind === 'guide' ? end(errand, { code: 'shown' }, now) : unchanged(errand);
    case 'stopped':
      return stopped(errand, event.reason, now);
    case 'tab-closed':
    case 'restarted':
      return broken(errand, event.type, now);
    case 'access-lost':
      return broken(errand, 'no-access', now);
    case 'resumed':
      return resumed(errand);
    case 'overdue':
      return couldNotRead(errand, 'timeout', now);
  }
}

type ReadEvent = Extract<ErrandEvent, { type: 'read' }>;
/** Read when the errand may have ended; what no page has read was in no load. */
type LateReading = Omit<ReadEvent, 'type' | 'load'> & { readonly load?: string };

function afterReading(errand: Errand, event: ReadEvent, now: number): Advance {
  switch (errand.step) {
    case 'opening':
    case 'listing':
      return firstReading(errand, event, now);
    case 'pressing':
      return readWhilePressing(errand, event, now);
    case 'verifying':
      return secondReading(errand, event, now);
    case 'ended':
      return unchanged(errand);
  }
}

function firstReading(errand: Errand, event: ReadEvent, now: number): Advance {
  const { reading } = event;
  if (errand.load !== undefined && event.load !== errand.load) return unchanged(errand);
  // The setting's own page speaks once more: it was not told to leave, as the answer was lost.
  if (errand.step === 'listing' && event.load === errand.unreadIn)
    return again(errand, 'open-list');
  if (reading.state === 'unknown') return unreadable(errand, reading.reason, now, event.load);

  const kept = store(event);
  if (errand.kind === 'guide') return { errand, effects: [kept] };
  if (errand.kind === 'check') return end(errand, { code: 'read' }, now, kept);
  if (reading.state === 'absent') return end(errand, { code: 'not-offered' }, now, kept);
  if (positionOf(reading) === errand.target) {
    return end(errand, { code: 'already-there' }, now, kept);
  }
  if (!mayBePressed(errand, reading)) return end(errand, { code: 'locked' }, now, kept);

  const { unread: _, unreadIn: __, ...known } = errand;
  return {
    errand: { ...known, step: 'pressing', pressedIn: event.load },
    effects: [kept, { do: 'press', target: errand.target }],
  };
}

/** What the address of a setting that is not offered may show; nobody has seen it. */
const whereNotOffered: readonly UnknownReason[] = [
  'not-found',
  'wrong-page',
  'timeout',
  'unreachable',
];

/** The setting's own page could not be read: its absence from the list may explain it. */
function unreadable(
  errand: Errand,
  reason: UnknownReason,
  now: number,
  unreadIn?: string,
): Advance {
  const mayBeAbsent = whereNotOffered.includes(reason);
  const mayLookAtList = errand.hasList && errand.kind !== 'guide' && mayLoad(errand);
  if (errand.step === 'opening' && mayBeAbsent && mayLookAtList) {
    return {
      errand: {
        ...errand,
        step: 'listing',
        unread: reason,
        ...(unreadIn !== undefined && { unreadIn }),
        loads: errand.loads + 1,
      },
      effects: [{ do: 'open-list' }],
    };
  }
  return couldNotRead(errand, errand.unread ?? reason, now);
}

function readWhilePressing(errand: Errand, event: ReadEvent, now: number): Advance {
  // The same page asks again: its answer was lost on the way. It presses at most once all the same.
  if (event.load === errand.pressedIn) {
    return mayBePressed(errand, event.reading) && isFresh(event)
      ? { errand, effects: [{ do: 'press', target: errand.target }] }
      : unchanged(errand);
  }
  return secondReading(errand, event, now);
}

/** What the page says in a later load than the one in which its control was pressed. */
function secondReading(errand: Errand, given: ReadEvent, now: number): Advance {
  if (given.load === errand.pressedIn) return movedByPerson(errand, given);

  const event = asDrawn(given);

  const kept = store(event);
  const position = positionOf(event.reading);
  if (position === undefined) {
    const reason = event.reading.state === 'unknown' ? event.reading.reason : 'not-found';
    return end(errand, { code: 'unverified', reason }, now, kept);
  }
  if (position !== errand.target) {
    // A page may draw its switch before it knows how it stands: nobody is blamed for that.
    return event.settled ? standsAsBefore(errand, kept, now) : { errand, effects: [kept] };
  }
  if (isFresh(event)) return end(errand, { code: 'done' }, now, kept);
  // A page that the browser had kept, or loaded ahead, is no reload: only one shows what was saved.
  if (!event.touched && mayLoad(errand)) return again(errand, 'reload');
  // Somebody has moved it since the page was loaded: what the reload would have shown is not known.
  return end(errand, { code: 'unverified', reason: 'unsettled' }, now, kept);
}

/** Nobody has pressed anything in a page that was loaded to look: what moves in it is being drawn. */
function asDrawn(event: ReadEvent): ReadEvent {
  const { provenance, touched, loadedAt } = event;
  const isDrawn = provenance === 'loaded' && !touched && loadedAt !== undefined;
  return isDrawn ? { ...event, standsSince: loadedAt } : event;
}

/** What a reload shows of a control that the person has moved since we pressed it is not the service's doing. */
function movedByPerson(errand: Errand, { touched, reading }: ReadEvent): Advance {
  const { press, target } = errand;
  // Our own press of a checkbox counts as a touch, and leaves it at the target.
  const isBack = touched && positionOf(reading) !== target;
  return unchanged(isBack && press ? { ...errand, press: { ...press, saved: false } } : errand);
}

/**
 * A page that took long to load shows in the end what its errand was there to see.
 * @returns the same errand where it is another page, or where its end is known
 */
export function verifiedLate(errand: Errand, { reading, load, ...how }: LateReading): Errand {
  const isAwaited =
    errand.outcome?.code === 'unverified' && load !== undefined && load === errand.load;
  const isDone = isAwaited && positionOf(reading) === errand.target && isFresh(how);
  return isDone ? { ...errand, outcome: { code: 'done' } } : errand;
}

/** The page may show what it asks the person to confirm as if it had been: only a reload tells. */
export function isAskedFor(errand: Errand, { reading, load }: LateReading): boolean {
  const isAsking = errand.outcome?.code === 'asks' && load === errand.pressedIn;
  return isAsking && positionOf(reading) === errand.target;
}

/** The press came to nothing, as far as a later load shows. */
function standsAsBefore(errand: Errand, kept: Effect, now: number): Advance {
  const { result, saved } = errand.press ?? {};
  switch (result) {
    case 'sprang-back':
      return sprangBack(errand, kept, now);
    case 'no-effect':
    case 'could-not-save':
      return end(errand, { code: result }, now, kept);
    case 'moved':
      // Where its request was not seen to end, our own reload may have cut it off.
      return end(errand, { code: saved ? 'not-saved' : 'interrupted' }, now, kept);
    default:
      return end(errand, { code: 'interrupted' }, now, kept);
  }
}

function afterPress(
  errand: Errand,
  { result, saved, load }: Extract<ErrandEvent, { type: 'pressed' }>,
  now: number,
): Advance {
  if (load !== errand.pressedIn) return unchanged(errand);
  // The page is still there and says it once more: it was not reloaded, as the answer was lost.
  if (errand.step === 'verifying' && isPressed(result)) return again(errand, 'reload');
  if (errand.step !== 'pressing') return unchanged(errand);
  if (result === 'unreadable') {
    const reading = { state: 'unknown', reason: result } as const;
    return end(errand, { code: 'could-not-read', reason: result }, now, keep(reading));
  }
  if (!isPressed(result)) return end(errand, { code: result }, now);
  if (!mayLoad(errand)) {
    return end(errand, { code: 'unverified', reason: 'timeout' }, now, keep(NOT_READ_IN_TIME));
  }
  const press = { result, saved };
  return {
    errand: { ...errand, step: 'verifying', press, loads: errand.loads + 1 },
    effects: [{ do: 'reload' }],
  };
}

function isPressed(result: PressResult): result is PressedResult {
  return (pressedResults as readonly PressResult[]).includes(result);
}

function sprangBack(errand: Errand, kept: Effect, now: number): Advance {
  const { kind, sprungBack } = errand;
  const times = (sprungBack?.kind === kind ? sprungBack.times : 0) + 1;
  const code = times < SPRINGS_BACK_FOR_GOOD ? 'sprang-back' : 'keeps-springing-back';
  return end({ ...errand, sprungBack: { kind, times } }, { code }, now, kept);
}

function stopped(errand: Errand, reason: UnknownReason, now: number): Advance {
  if (reason !== 'wrong-page') return couldNotRead(errand, reason, now);
  if (errand.step === 'listing') return unreadable(errand, reason, now);
  if (errand.pressedIn !== undefined) return couldNotRead(errand, reason, now);
  // The person went elsewhere: their tab is theirs.
  if (errand.arrived) return end(errand, { code: 'left-page' }, now);
  return unreadable(errand, reason, now);
}

function resumed(errand: Errand): Advance {
  const { step, load, pressedIn, unreadIn } = errand;
  if (load === undefined) return unchanged(errand);
  // It still shows the page that it was to leave.
  if (step === 'verifying' && load === pressedIn) return again(errand, 'reload');
  if (step === 'listing' && load === unreadIn) return again(errand, 'open-list');
  return unchanged(errand);
}

function broken(
  errand: Errand,
  code: 'tab-closed' | 'restarted' | 'no-access',
  now: number,
): Advance {
  const outcome = { code };
  // What was read before the press says nothing any more, least of all that the person is protected.
  return errand.pressedIn === undefined
    ? end(errand, outcome, now)
    : end(errand, outcome, now, keep(NOT_READ_IN_TIME));
}

function couldNotRead(errand: Errand, reason: UnknownReason, now: number): Advance {
  const code = errand.pressedIn === undefined ? 'could-not-read' : 'unverified';
  return end(errand, { code, reason }, now, keep({ state: 'unknown', reason }));
}

function end(errand: Errand, outcome: Outcome, now: number, ...effects: Effect[]): Advance {
  return { errand: { ...errand, step: 'ended', outcome, endedAt: now }, effects };
}

function unchanged(errand: Errand): Advance {
  return { errand, effects: [] };
}

function store({ type: _, load: __, ...read }: ReadEvent): Effect {
  return { do: 'store', ...read };
}

function keep(reading: Reading): Effect {
  return { do: 'store', reading, ...notedByUs };
}

/** A background that was killed may not have done it. */
function again(errand: Errand, load: 'reload' | 'open-list'): Advance {
  if (!mayLoad(errand)) return unchanged(errand);
  return { errand: { ...errand, loads: errand.loads + 1 }, effects: [{ do: load }] };
}

/** Only a switch that says the opposite of what is wanted is ever pressed. */
function mayBePressed({ target }: Errand, { state }: Reading): boolean {
  return (state === 'on' || state === 'off') && state !== target;
}

function mayLoad(errand: Errand): boolean {
  return errand.loads < MAX_LOADS;
}

import type { PressResult } from '../core/errand.ts';
import { type Position, positionOf } from '../core/reading.ts';
import type { Look } from './look.ts';
import { isCovered, openDialogs } from './obstacles.ts';
import { pause } from './pause.ts';
import { findRoots } from './roots.ts';

const LOOK_EVERY_MS = 100;
/** How long the new position must hold, after the page has saved it too, before it counts as taken. */
const HOLD_MS = 1_500;
/** How long to wait for the page's own request, so that a reload does not cut it off. */
const SAVE_MS = 5_000;
/** How long a press may take to show any effect. */
const EFFECT_MS = 5_000;

/**
 * Presses one control once and says what the page made of it, before any reload.
 * Never presses twice, never answers a dialog, never touches another element.
 */
export async function press(
  document: Document,
  look: () => Look,
  target: Position,
  signal: AbortSignal,
): Promise<PressResult> {
  const { control, reading, isNamed } = look();
  if (!control || !isPressable(control)) return 'lost';
  if (reading.state === 'locked') return 'locked';
  const position = positionOf(reading);
  if (position === target) return 'moved';
  if (isCovered(control, findRoots(document))) return 'covered';
  if (position === undefined) return 'unreadable';
  if (!isNamed) return 'not-sure';

  const dialogsBefore = new Set(openDialogs(findRoots(document)));
  const pressedAt = performance.now();
  control.click();
  return outcomeOf(document, look, target, { dialogsBefore, pressedAt }, signal);
}

/** Not `instanceof`: what stands in a frame is made of that frame's classes. */
function isPressable(control: Element): control is HTMLElement {
  return 'click' in control;
}

interface Pressed {
  readonly dialogsBefore: ReadonlySet<Element>;
  /** On the page's own clock, `performance.now()`. */
  readonly pressedAt: number;
}

async function outcomeOf(
  document: Document,
  look: () => Look,
  target: Position,
  { dialogsBefore, pressedAt }: Pressed,
  signal: AbortSignal,
): Promise<PressResult> {
  let heldSince: number | undefined;
  let hadSaved = false;

  while (!signal.aborted) {
    await pause(LOOK_EVERY_MS, signal);
    const elapsed = performance.now() - pressedAt;
    if (openDialogs(findRoots(document)).some((dialog) => !dialogsBefore.has(dialog)))
      return 'asks';

    const position = positionOf(look().reading);
    if (position === target) {
      heldSince ??= elapsed;
      // A page that was refused puts its switch back a moment after the answer.
      if (!hadSaved && hasFinishedRequest(pressedAt)) {
        hadSaved = true;
        heldSince = elapsed;
      }
      if (elapsed - heldSince >= HOLD_MS && (hadSaved || elapsed >= SAVE_MS)) return 'moved';
    } else if (heldSince !== undefined && position !== undefined) {
      return 'sprang-back';
    } else if (elapsed >= EFFECT_MS) {
      return position === undefined ? 'lost' : 'no-effect';
    }
  }
  return 'lost';
}

/** The page's clock is coarse: a request that the press started may seem to begin this much before it. */
const CLOCK_GRAIN_MS = 5;

/** Whether the page finished a request of its own that began after the press. */
function hasFinishedRequest(since: number): boolean {
  return performance
    .getEntriesByType('resource')
    .some(
      (entry) =>
        entry.startTime >= since - CLOCK_GRAIN_MS && isRequest(entry as PerformanceResourceTiming),
    );
}

function isRequest({ initiatorType, responseEnd }: PerformanceResourceTiming): boolean {
  return (initiatorType === 'fetch' || initiatorType === 'xmlhttprequest') && responseEnd > 0;
}

import type { PressResult } from '../../core/errand/errand.schema.ts';
import type { SaveButton } from '../../core/messages/orders.ts';
import { type Position, positionOf } from '../../core/reading/reading.ts';
import { findRoots } from '../dom/roots.ts';
import type { Look } from '../find/look.ts';
import type { Names } from '../find/names.ts';
import { isCovered, openDialogs, standsInTheWay } from '../find/obstacles.ts';
import { pause } from '../watch/pause.ts';
import type { Requests } from '../watch/requests.ts';
import { findSaveButton, isDisabled } from './save-button.ts';

const LOOK_EVERY_MS = 100;
/** How long the new position must hold, after the page has saved it too, before it counts as taken. */
const HOLD_MS = 1_500;
/** How long to wait for the page's own request, so that a reload does not cut it off. */
const SAVE_MS = 5_000;
/** How long a press may take to show any effect. */
const EFFECT_MS = 5_000;
/** A form offers to be saved so soon; what makes it offer that later may be a change of somebody else's. */
const OFFERS_SAVE_MS = 1_000;

/** What came of a press, and whether the page's own request to save it was answered. */
export interface Pressed {
  readonly result: PressResult;
  readonly saved: boolean;
}

/** What is pressed, and what the page asks its service for. */
export interface Pressable {
  readonly look: () => Look;
  /** Path of the page's own request for the control, where it is known. */
  readonly request: string | undefined;
  readonly requests: Requests;
  /** What saves the page, where a press of the control alone does not. */
  readonly save: SaveButton | undefined;
  /** The form shows the page's own data: before that its other fields would be saved as they are drawn. */
  readonly hasData: (control: Element) => boolean;
}

/**
 * Presses one control once, and then once what saves it, and says what the page made of it, before any reload.
 * Never presses either twice, never answers a dialog, never touches another element.
 */
export async function press(
  document: Document,
  pressable: Pressable,
  names: Names,
  target: Position,
  signal: AbortSignal,
): Promise<Pressed> {
  const { control, reading, isNamed } = pressable.look();
  if (!control || !isPressable(control)) return unsaved('lost');
  if (reading.state === 'locked') return unsaved('locked');
  const position = positionOf(reading);
  if (position === target) return unsaved('moved');
  if (isCovered(control, findRoots(document))) return unsaved('covered');
  if (position === undefined) return unsaved('unreadable');
  if (!isNamed) return unsaved('not-sure');
  const findButton = (beside: Element | undefined) =>
    pressable.save && beside
      ? findSaveButton(findRoots(document), beside, pressable.save, names)
      : undefined;
  if (pressable.save) {
    const button = findButton(control);
    if (!button || !pressable.hasData(control)) return unsaved('not-sure');
    // What somebody has changed on the form and not saved would be saved with ours.
    if (!isDisabled(button)) return unsaved('unsaved-changes');
  }

  const before = {
    dialogs: new Set(openDialogs(findRoots(document))),
    focus: document.activeElement,
    control,
  };
  const pressedAt = performance.now();
  control.click();
  return outcomeOf(document, pressable, target, { before, pressedAt, findButton }, signal);
}

function unsaved(result: PressResult): Pressed {
  return { result, saved: false };
}

/** Not `instanceof`: what stands in a frame is made of that frame's classes. */
function isPressable(control: Element): control is HTMLElement {
  return 'click' in control;
}

interface Press {
  readonly before: {
    readonly dialogs: ReadonlySet<Element>;
    readonly focus: Element | null;
    readonly control: Element;
  };
  /** On the page's own clock, `performance.now()`. */
  readonly pressedAt: number;
  /** Beside the control as it is now: the page may have drawn it anew. */
  readonly findButton: (control: Element | undefined) => HTMLElement | undefined;
}

async function outcomeOf(
  document: Document,
  { look, request, requests, save }: Pressable,
  target: Position,
  { before, findButton, ...press }: Press,
  signal: AbortSignal,
): Promise<Pressed> {
  let { pressedAt } = press;
  let mustSave = save !== undefined;
  let heldSince: number | undefined;
  let saved = false;

  while (!signal.aborted) {
    await pause(LOOK_EVERY_MS, signal);
    const elapsed = performance.now() - pressedAt;
    if (asks(document, before)) return { result: 'asks', saved };

    const seen = look();
    const position = positionOf(seen.reading);
    if (mustSave && position === target) {
      heldSince ??= elapsed;
      const button = findButton(seen.control);
      const mayBePressed = button && !isDisabled(button) && !isCovered(button, findRoots(document));
      if (mayBePressed) {
        mustSave = false;
        pressedAt = performance.now();
        heldSince = undefined;
        button.click();
      } else if (elapsed - heldSince >= OFFERS_SAVE_MS) return { result: 'could-not-save', saved };
      continue;
    }
    const hadSaved = saved;
    saved ||= request !== undefined && hasEnded(requests(request), pressedAt);
    if (position === target) {
      heldSince ??= elapsed;
      // A page that was refused puts its switch back a moment after the answer.
      if (saved && !hadSaved) heldSince = elapsed;
      if (elapsed - heldSince >= HOLD_MS && (saved || elapsed >= SAVE_MS)) {
        return { result: 'moved', saved };
      }
    } else if (heldSince !== undefined && position !== undefined) {
      return { result: 'sprang-back', saved };
    } else if (elapsed >= EFFECT_MS) {
      return { result: position === undefined ? 'lost' : 'no-effect', saved };
    }
  }
  return { result: 'lost', saved };
}

/** A dialog that the press has opened waits for the person: one that is only beside the control does not. */
function asks(document: Document, { dialogs, focus, control }: Press['before']): boolean {
  return openDialogs(findRoots(document))
    .filter((dialog) => !dialogs.has(dialog))
    .some((dialog) => standsInTheWay(dialog, control, focus));
}

/** The page's clock is coarse: a request that the press started may seem to begin this much before it. */
const CLOCK_GRAIN_MS = 5;

function hasEnded(ended: ReturnType<Requests>, since: number): boolean {
  return ended.some(
    ({ startTime, responseEnd }) => startTime >= since - CLOCK_GRAIN_MS && responseEnd > 0,
  );
}

// What press.test.ts has as `lab`: presses in pages that are each on a clock of their own.

import type { PressResult } from '../../src/core/errand/errand.schema.ts';
import type { SaveButton } from '../../src/core/messages/orders.ts';
import { isSaved } from '../../src/page/act/save-button.ts';
import { findRoots } from '../../src/page/dom/roots.ts';
import { sought } from './ai-training.ts';
import {
  closer,
  controlNow,
  framesLoaded,
  lookAtControl,
  press,
  requestsNow,
  sceneNow,
} from './lab-entry.ts';
import { startPlay, write } from './played.ts';

export interface Pressed {
  readonly result: PressResult;
  readonly saved: boolean;
  readonly tookMs: number;
  /** What reached any element, as `type id`. */
  readonly events: readonly string[];
}

/** Whether the form of this page's control has nothing to be saved. */
export function isSavedNow(): boolean | null {
  return isSaved(findRoots(document), controlNow(), save, closer) ?? null;
}

/** A page has been there for a moment when its control is pressed. */
const BEFORE_MS = 10;

/** What saves a page, where a press of its control alone does not. */
const save: SaveButton = { hook: { attribute: 'id', value: 'save' }, names: ['Save changes'] };

/** One page after the other. */
export async function playPresses(pages: readonly string[]): Promise<Pressed[]> {
  const all: Pressed[] = [];
  for (const html of pages) all.push(await playPress(html));
  return all;
}

/** The same where each page is to be saved. */
export async function playSaves(pages: readonly string[]): Promise<Pressed[]> {
  const all: Pressed[] = [];
  for (const html of pages) all.push(await playPress(html, undefined, save));
  return all;
}

export async function playPress(
  html: string,
  abortAfterMs?: number,
  saveBy?: SaveButton,
): Promise<Pressed> {
  const play = startPlay();
  try {
    await write(html);
    await framesLoaded();
    await play.runUntil(BEFORE_MS);
    return await play.runThrough(pressNow(abortAfterMs, saveBy));
  } finally {
    play.end();
  }
}

/** Presses the control of this page, by whatever clock the page has. */
export async function pressNow(abortAfterMs?: number, saveBy?: SaveButton): Promise<Pressed> {
  const events: string[] = [];
  const over = new AbortController();
  const input = ['click', 'auxclick', 'pointerdown', 'mousedown', 'touchstart', 'keydown'];
  for (const type of [...input, 'submit', 'reset', 'cancel']) {
    window.addEventListener(
      type,
      (event) => events.push(`${type} ${(event.composedPath()[0] as Element).id}`),
      { capture: true, signal: over.signal },
    );
  }
  const all = { ...sought, leftOver: new WeakSet<Element>() };
  const look = () => lookAtControl(sceneNow(), all, closer);
  const script = new AbortController();
  if (abortAfterMs !== undefined) setTimeout(() => script.abort(), abortAfterMs);

  const hasData = () => document.getElementById('empty') === null;
  const startedAt = performance.now();
  const pressable = { look, request: '/save', requests: requestsNow, save: saveBy, hasData };
  const target = sought.order.protectedWhen;
  const pressed = await press(document, pressable, closer, target, script.signal);
  const tookMs = performance.now() - startedAt;
  over.abort();
  return { ...pressed, tookMs, events };
}

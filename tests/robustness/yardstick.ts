import type { Position } from '../../src/core/reading/reading.ts';
import type { Hook } from '../../src/core/recipe/recipe.ts';

/*
 * The closest existing product, as its public source has it: one selector, `.checked`, six polls a
 * second apart, and the first hit is believed. A measure for ours, on the same page at the same time.
 */

const POLLS = 6;
const POLL_EVERY_MS = 1_000;

export function poll(
  document: Document,
  { attribute, value }: Hook,
  onPosition: (position: Position) => void,
  signal: AbortSignal,
): void {
  const selector =
    attribute === 'id' ? `#${value}` : `input[role="switch"][aria-labelledby="${value}"]`;
  let polls = 0;
  const timer = setInterval(() => {
    const control = document.querySelector<HTMLInputElement>(selector);
    if (control) onPosition(control.checked ? 'on' : 'off');
    if (control || ++polls === POLLS) clearInterval(timer);
  }, POLL_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}

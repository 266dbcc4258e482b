import { CARD } from './status.ts';

/** What the popup says of flip-backs. */
export function flipBackIn(document: Document) {
  const element = document.querySelector(CARD);
  return {
    isFlippedBack: element?.hasAttribute('data-flipped-back') ?? false,
    notice: element?.querySelector('[data-notice="flip-back"]')?.textContent ?? null,
    first: document.querySelector('[data-setting]')?.getAttribute('data-setting') ?? null,
  };
}

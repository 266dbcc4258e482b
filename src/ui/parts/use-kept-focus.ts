import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

type Focusable = RefObject<HTMLElement | null>;

/**
 * Where what had the focus goes with a new drawing, or cannot be used any more, another element gets
 * the focus: whoever has no pointer is not sent back to the beginning.
 * @param around what is drawn anew
 * @param receiver what gets the focus; what is drawn anew itself, if nothing else
 */
export function useKeptFocus(around: Focusable, receiver = around): void {
  const had = around.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    const { activeElement: active, body } = document;
    if (had && (active === body || active?.matches(':disabled'))) receiver.current?.focus();
  });
}

import type { Position, Reading } from '../core/reading.ts';
import type { Look } from './look.ts';
import { isBusy } from './obstacles.ts';
import {
  conclude,
  DEADLINE_MS,
  nextSettling,
  type Settling,
  sameReading,
  startSettling,
} from './settling.ts';

/** A property that a script sets leaves no trace, so a page that may be changing is looked at this often. */
const LOOK_EVERY_MS = 200;

const ATTRIBUTES = [
  'aria-busy',
  'aria-checked',
  'aria-disabled',
  'aria-hidden',
  'aria-labelledby',
  'disabled',
  'hidden',
  'inert',
  'open',
  'role',
];

export interface Watched {
  readonly document: Document;
  readonly protectedWhen: Position;
  readonly look: () => Look;
  /** @param touched somebody moved a control in this page since it was loaded */
  readonly onReading: (reading: Reading, touched: boolean) => void;
}

/**
 * Reports every new conclusion about the page until the signal aborts. Looks repeatedly while the page
 * may be changing and rests when it has settled: then only a change of the page wakes it.
 */
export function watch(
  { document, protectedWhen, look, onReading }: Watched,
  signal: AbortSignal,
): void {
  let settling: Settling = startSettling(look(), Date.now());
  let said: Reading | undefined;
  let touched = false;
  let timer: ReturnType<typeof setInterval> | undefined;

  const rest = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const wake = () => {
    if (timer !== undefined || signal.aborted) return;
    // How restless the page has been stays known: resting in between proves nothing.
    settling = { ...settling, startedAt: Date.now() };
    timer = setInterval(step, LOOK_EVERY_MS);
  };
  const step = () => {
    const now = Date.now();
    settling = nextSettling(settling, look(), touched, now);

    const reading = conclude(settling, { protectedWhen, busy: isBusy(document), now });
    if (reading && (!said || !sameReading(said, reading))) {
      said = reading;
      onReading(reading, touched);
    }
    if (now - settling.startedAt >= DEADLINE_MS) rest();
  };
  const onTouch = () => {
    touched = true;
    settling = { ...settling, moves: 0 };
    rest();
    wake();
  };
  const onClick = ({ target }: Event) => {
    if (target instanceof Element && target.closest('[role="switch"]')) onTouch();
  };

  const observer = new MutationObserver(wake);
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
  document.addEventListener('change', onTouch, { capture: true, signal });
  // A switch that is no native checkbox has no change event.
  document.addEventListener('click', onClick, { capture: true, signal });
  document.addEventListener('visibilitychange', wake, { signal });
  document.addEventListener('readystatechange', wake, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    rest();
  });
  wake();
}

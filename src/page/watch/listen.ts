import type { Root } from '../dom/roots.ts';

const ATTRIBUTES = [
  'aria-busy',
  'aria-checked',
  'aria-disabled',
  'aria-hidden',
  'aria-labelledby',
  'disabled',
  'hidden',
  'id',
  'inert',
  'open',
  'role',
];

export interface Hearing {
  /** Something of the page changed that a look could see. */
  readonly onChange: () => void;
  /** Somebody moved a control: this one. */
  readonly onTouch: (control: Element) => void;
}

/** Listens to a tree until the signal aborts. A tree that is listened to twice is heard once. */
export function listen({ onChange, onTouch }: Hearing, signal: AbortSignal): (root: Root) => void {
  const heard = new WeakSet<Root>();
  const observer = new MutationObserver(onChange);
  signal.addEventListener('abort', () => observer.disconnect());

  const onMove = (event: Event) => {
    const [target] = event.composedPath();
    // What a script of the page sends is its own doing.
    if (event.isTrusted && target && 'matches' in target) onTouch(target as Element);
  };
  const onClick = (event: Event) => {
    const control = event
      .composedPath()
      .find((one) => 'matches' in one && (one as Element).matches('[role="switch"]'));
    if (event.isTrusted && control) onTouch(control as Element);
  };
  const early = { capture: true, signal };
  return (root) => {
    if (heard.has(root)) return;
    heard.add(root);
    observer.observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ATTRIBUTES,
    });
    // Inside a shadow root a change stays there, and a frame has events of its own.
    root.addEventListener('change', onMove, early);
    // A switch that is no native checkbox has no change event.
    root.addEventListener('click', onClick, early);
  };
}

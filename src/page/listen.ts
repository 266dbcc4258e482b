import type { Root } from './roots.ts';

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

export interface Listener {
  /** Something of the page changed that a look could see. */
  readonly onChange: () => void;
  /** Somebody moved a control. */
  readonly onTouch: () => void;
}

/** Listens to a tree until the signal aborts. A tree that is listened to twice is heard once. */
export function listen({ onChange, onTouch }: Listener, signal: AbortSignal): (root: Root) => void {
  const heard = new WeakSet<Root>();
  const observer = new MutationObserver(onChange);
  signal.addEventListener('abort', () => observer.disconnect());

  const onClick = (event: Event) => {
    const [target] = event.composedPath();
    if (target && 'closest' in target && (target as Element).closest('[role="switch"]')) onTouch();
  };
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
    root.addEventListener('change', onTouch, { capture: true, signal });
    // A switch that is no native checkbox has no change event.
    root.addEventListener('click', onClick, { capture: true, signal });
  };
}

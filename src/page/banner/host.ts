import { barBottom, freeCorner } from './place.ts';

/** A page that takes the banner out this often wants it gone; it is not fought. */
const RETURNS = 30;
/** A page draws its own bars when it likes: the place is measured anew so long after insertion. */
const SETTLES_AFTER_MS = [300, 1_000, 3_000, 10_000];

/**
 * The one element that we ever insert: no class, id or attribute that names anything, and a closed
 * shadow root. It stands in the flow before the body, so it pushes the page down and covers nothing;
 * where the page keeps fixed bars at the top, it stands below them. A page that itself fills the
 * window would hide it there: then it stands in a corner that is free of the page's controls.
 */
export interface BannerHost {
  readonly root: ShadowRoot;
  /** Where the banner is drawn. */
  readonly frame: HTMLElement;
  /** Measures anew where there is room. */
  place(): void;
}

export interface World {
  /** The shadow root of an element, also a closed one. */
  readonly shadowOf: (element: Element) => ShadowRoot | null;
  /** Whether the extension that this script belongs to is still there. */
  readonly isAlive: () => boolean;
  /** Called where it is not: another version may stand here already. */
  readonly onDead: () => void;
}

/** Stands inside the closed root, where no page can see it. */
const MARK = 'data-default-check';

export function insertBannerHost(
  document: Document,
  { shadowOf, isAlive, onDead }: World,
  signal: AbortSignal,
): BannerHost {
  takeOutOlder(document, shadowOf);
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const frame = document.createElement('div');
  frame.setAttribute(MARK, '');
  root.append(frame);
  const { documentElement } = document;
  let returns = 0;

  const insert = () => documentElement.insertBefore(host, document.body);
  const place = () => {
    frame.style.cssText = '';
    frame.style.paddingTop = `${barBottom(document, host)}px`;
    const corner = isHidden(host, frame) && freeCorner(document, host);
    if (corner) frame.style.cssText = corner;
  };

  const observer = new MutationObserver(() => {
    if (host.isConnected && host.nextElementSibling === document.body) return;
    // Two versions that both want the place before the body would put each other out for ever.
    if (!isAlive()) return onDead();
    if (!document.body || returns++ >= RETURNS) return;
    insert();
    place();
  });
  insert();
  observer.observe(documentElement, { childList: true });
  window.addEventListener('resize', place, { signal });
  // A dialog that closes uncovers bars that could not be measured while it was open.
  document.addEventListener('close', place, { capture: true, signal });
  const timers = SETTLES_AFTER_MS.map((after) => setTimeout(place, after));
  signal.addEventListener('abort', () => {
    timers.forEach(clearTimeout);
    observer.disconnect();
    host.remove();
  });
  return { root, frame, place };
}

/** What a version before this one left behind: nobody answers its buttons any more. */
function takeOutOlder({ documentElement }: Document, shadowOf: World['shadowOf']): void {
  for (const child of [...documentElement.children]) {
    if (shadowOf(child)?.querySelector(`[${MARK}]`)) child.remove();
  }
}

/** Whether the page lies over the banner where it should be in view. */
function isHidden(host: Element, frame: Element): boolean {
  const { left, right, top, bottom } = frame.getBoundingClientRect();
  const padding = Number.parseFloat(getComputedStyle(frame).paddingTop);
  const middle = (top + padding + bottom) / 2;
  if (middle <= 0 || middle >= window.innerHeight || bottom - top - padding < 1) return false;
  return host.ownerDocument.elementFromPoint((left + right) / 2, middle) !== host;
}

/** A page that removes the banner this often in a row wants it gone; it is not fought. */
const RETURNS = 30;

/**
 * The one element that we ever insert: no class, id or attribute that names anything, and a closed
 * shadow root. It stands in the flow before the body, so it pushes the page down and covers nothing;
 * where the page keeps a fixed bar at the top, it stands below that.
 */
export interface BannerHost {
  readonly root: ShadowRoot;
  /** Where the banner is drawn. */
  readonly frame: HTMLElement;
  /** Measures anew where the page's own fixed bar ends. */
  place(): void;
}

export function insertBannerHost(document: Document, signal: AbortSignal): BannerHost {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const frame = document.createElement('div');
  root.append(frame);
  const { documentElement } = document;
  let returns = 0;

  const insert = () => documentElement.insertBefore(host, document.body);
  const place = () => {
    frame.style.paddingTop = `${barBottom(document, host)}px`;
  };

  const observer = new MutationObserver(() => {
    if (host.isConnected && host.nextElementSibling === document.body) return;
    if (!document.body || returns++ >= RETURNS) return;
    insert();
    place();
  });
  insert();
  observer.observe(documentElement, { childList: true });
  window.addEventListener('resize', place, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    host.remove();
  });
  return { root, frame, place };
}

/** Where the page's own bar over the top of the window ends, in CSS pixels; 0 where there is none. */
function barBottom(document: Document, host: Element): number {
  let bottom = 0;
  for (const element of document.elementsFromPoint(document.documentElement.clientWidth / 2, 1)) {
    const bar = fixedAncestor(element, host);
    if (bar) bottom = Math.max(bottom, bar.getBoundingClientRect().bottom);
  }
  // A bar that fills the window is no bar but the page itself.
  return bottom < window.innerHeight / 2 ? Math.max(0, Math.ceil(bottom)) : 0;
}

function fixedAncestor(element: Element, host: Element): Element | null {
  if (element === host) return null;
  for (let current: Element | null = element; current; current = current.parentElement) {
    const { position } = getComputedStyle(current);
    if (position === 'fixed' || position === 'sticky') return current;
  }
  return null;
}

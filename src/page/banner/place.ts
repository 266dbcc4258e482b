const CONTROLS =
  'a[href], button, input, select, textarea, summary, [role="button"], [role="link"], [tabindex]';
/** Bars one below the other, beyond which nothing is looked for. */
const BARS = 4;
const CORNER_WIDTH = 420;
const CORNER_HEIGHT = 180;
const GRID = 24;
const MARGIN = 12;

/** Where the page's own bars over the top of the window end, in CSS pixels; 0 where there are none. */
export function barBottom(document: Document, host: Element): number {
  let bottom = 0;
  for (let bars = 0; bars < BARS; bars++) {
    const next = Math.max(bottom, barAt(document, host, bottom + 1));
    if (next === bottom) break;
    bottom = next;
  }
  // What fills the window is no bar but the page itself.
  return bottom < window.innerHeight / 2 ? Math.ceil(bottom) : 0;
}

/** The style of a corner of the window in which no control of the page stands now, if there is one. */
export function freeCorner(document: Document, host: Element): string | undefined {
  const width = Math.min(CORNER_WIDTH, window.innerWidth - 2 * MARGIN);
  const left = MARGIN;
  const right = window.innerWidth - MARGIN - width;
  const bottom = window.innerHeight - MARGIN - CORNER_HEIGHT;
  const corners = [
    { x: left, y: bottom, style: `left:${MARGIN}px;bottom:${MARGIN}px` },
    { x: right, y: bottom, style: `right:${MARGIN}px;bottom:${MARGIN}px` },
    { x: right, y: MARGIN, style: `right:${MARGIN}px;top:${MARGIN}px` },
    { x: left, y: MARGIN, style: `left:${MARGIN}px;top:${MARGIN}px` },
  ];
  const free = corners.find(({ x, y }) => isFree(document, host, x, y, width));
  return free && `position:fixed;z-index:2147483647;width:${width}px;${free.style}`;
}

function isFree(document: Document, host: Element, left: number, top: number, width: number) {
  for (let x = left; x <= left + width; x += GRID) {
    for (let y = top; y <= top + CORNER_HEIGHT; y += GRID) {
      const there = document.elementsFromPoint(x, y);
      if (there.some((element) => element !== host && element.closest(CONTROLS))) return false;
    }
  }
  return true;
}

/** Where the bar at a height ends; 0 where there is none. */
function barAt(document: Document, host: Element, y: number): number {
  const middle = document.documentElement.clientWidth / 2;
  const ends = document
    .elementsFromPoint(middle, y)
    .map((element) => fixedAncestor(element, host)?.getBoundingClientRect().bottom ?? 0);
  return Math.max(0, ...ends);
}

function fixedAncestor(element: Element, host: Element): Element | null {
  if (element === host) return null;
  for (let current: Element | null = element; current; current = current.parentElement) {
    const { position } = getComputedStyle(current);
    if (position === 'fixed' || position === 'sticky') return current;
  }
  return null;
}

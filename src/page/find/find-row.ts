import type { RowOrder } from '../../core/messages/orders.ts';
import { closest, holds } from '../dom/composed.ts';
import { isPerceivable, perceivable } from '../dom/perceivable.ts';
import { queryAll } from '../dom/roots.ts';
import type { PageSnapshot } from './snapshot.ts';

/** `absent` has positive evidence: the list is there as a whole, and the row is not on it. */
export type Row = 'present' | 'absent' | 'not-loaded';

/** What a list may hide its rest behind. */
const MORE = 'a[href], button, [role="button"], summary, [aria-expanded="false"]';
/** A link to another page is a row. One that leads nowhere is something to press. */
const ROW = 'a[href]:not([role="button"], [href=""], [href^="#"], [href^="javascript:" i])';

export function findRow(snapshot: PageSnapshot, { segments, neighbours }: RowOrder): Row {
  const links = queryAll(snapshot.roots, 'a[href]').map((link) => ({
    link,
    segment: lastSegment(link),
  }));
  // Hidden, the row is still there; a neighbour counts only where a person could see it.
  if (links.some(({ segment }) => segments.includes(segment))) return 'present';

  const segmentsOfRows = neighbours.flat();
  const rows = links.filter(
    ({ link, segment }) => segmentsOfRows.includes(segment) && isPerceivable(link),
  );
  const seen = new Set(rows.map(({ segment }) => segment));
  const isWhole = neighbours.every((row) => row.some((segment) => seen.has(segment)));
  return isWhole && !offersMore(snapshot, rows[0]?.link) ? 'absent' : 'not-loaded';
}

/** Something to press stands after the first of the rows: there may be more rows behind it. */
function offersMore({ document, main, roots }: PageSnapshot, first: Element | undefined): boolean {
  const part = main ?? document.body;
  return perceivable(roots, MORE).some(
    (one) => holds(part, one) && !isBefore(one, first) && !closest(one, ROW),
  );
}

function isBefore(one: Element, other: Element | undefined): boolean {
  const position = other?.compareDocumentPosition(one) ?? 0;
  return (position & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

function lastSegment(link: Element): string {
  const path = pathOf(link).replace(/\/$/, '');
  return path.slice(path.lastIndexOf('/') + 1);
}

function pathOf(link: Element): string {
  try {
    return new URL(link.getAttribute('href') ?? '', link.baseURI).pathname;
  } catch {
    return '';
  }
}

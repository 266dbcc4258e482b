import type { RowOrder } from '../core/orders.ts';

/** `absent` has positive evidence: the list has loaded, known neighbours stand on it, the row does not. */
export type Row = 'present' | 'absent' | 'not-loaded';

const NEIGHBOURS_NEEDED = 2;

export function findRow(document: Document, { segments, neighbours }: RowOrder): Row {
  const seen = new Set([...document.querySelectorAll('a[href]')].map(lastSegment));
  if (segments.some((segment) => seen.has(segment))) return 'present';

  const known = neighbours.filter((neighbour) => seen.has(neighbour));
  return known.length >= NEIGHBOURS_NEEDED ? 'absent' : 'not-loaded';
}

function lastSegment(link: Element): string {
  const { pathname } = link as HTMLAnchorElement;
  const path = pathname.endsWith('/') ? pathname.slice(0, -1) : pathname;
  return path.slice(path.lastIndexOf('/') + 1);
}

import type { RowOrder } from '../core/orders.ts';
import { isPerceivable } from './perceivable.ts';
import { queryAll } from './roots.ts';
import type { Scene } from './scene.ts';

/** `absent` has positive evidence: the list has loaded, known neighbours stand on it, the row does not. */
export type Row = 'present' | 'absent' | 'not-loaded';

const NEIGHBOURS_NEEDED = 2;

export function findRow({ roots }: Scene, { segments, neighbours }: RowOrder): Row {
  const links = queryAll(roots, 'a[href]').map((link) => ({
    link,
    segment: lastSegment(link),
  }));
  // Hidden, the row is still there; a neighbour counts only where a person could see it.
  if (links.some(({ segment }) => segments.includes(segment))) return 'present';

  const known = links.filter(
    ({ link, segment }) => neighbours.includes(segment) && isPerceivable(link),
  );
  const seen = new Set(known.map(({ segment }) => segment));
  return seen.size >= NEIGHBOURS_NEEDED ? 'absent' : 'not-loaded';
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

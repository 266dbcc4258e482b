import type { RowOrder } from '../../../src/core/messages/orders.ts';
import type { ListPage } from '../list-page.ts';

const PATH = 'https://www.linkedin.com/mypreferences/d/settings/';

/** The list of settings, as it comes in. */
export function putList(page: ListPage, { segments, neighbours }: RowOrder): void {
  const main = document.createElement('main');
  document.documentElement.replaceChildren(
    document.createElement('head'),
    document.createElement('body'),
  );
  document.body.append(main);
  if (page.isBusy) document.body.setAttribute('aria-busy', 'true');

  const put = (segment: string | undefined, isHidden: boolean) => {
    let row: HTMLElement = document.createElement('li');
    const link = document.createElement('a');
    link.href = `${PATH}${segment ?? ''}${page.trailingSlash ? '/' : ''}`;
    link.textContent = `A row: ${segment ?? ''}`;
    row.append(link);
    row.hidden = isHidden;
    for (let level = 0; level < page.wrapped; level++) {
      const outer = document.createElement('div');
      outer.append(row);
      row = outer;
    }
    main.append(row);
  };
  for (let row = 0; row < page.strangers; row++) put(`stranger-${row}`, false);
  setTimeout(() => {
    for (const row of neighbours.slice(page.missing)) {
      const [segment] = page.isOneNeighbour ? (neighbours[0] ?? []) : row;
      put(segment, page.areNeighboursHidden);
    }
    if (page.more !== 'none') main.append(more(page.more));
  }, page.neighboursMs);
  if (page.offered !== 'no') {
    setTimeout(() => put(segments[0], page.offered === 'hidden'), page.ownRowMs);
  }
}

function more(kind: 'button' | 'folded'): HTMLElement {
  if (kind === 'button') {
    const button = document.createElement('button');
    button.textContent = 'More';
    return button;
  }
  const folded = document.createElement('div');
  folded.setAttribute('aria-expanded', 'false');
  folded.textContent = 'More';
  return folded;
}

import { breakingOf, type GeneratedPage, mutationOf } from '../page.ts';
import type { Subject } from '../subject.ts';
import type { Naming } from './naming.ts';
import type { Stage } from './set.ts';
import { besideSpec, otherThan, truthOf } from './specs.ts';
import { switchRow } from './switch-row.ts';

/** What happens on the page beside the setting's own row. */
export function schedule(
  page: GeneratedPage,
  subject: Subject,
  naming: Naming,
  { main, aside, list }: Stage,
): void {
  const { element } = naming;

  const storm = mutationOf(page, 'storm');
  if (storm) {
    const feed = element('ul', { class: naming.className('feed') });
    (storm.where === 'main' ? main : aside).append(feed);
    const timer = setInterval(() => {
      feed.append(element('li', {}, element('button', {}, 'Like'), 'A post'));
      if (feed.childElementCount > 8) feed.firstElementChild?.remove();
    }, storm.everyMs);
    setTimeout(() => clearInterval(timer), storm.forMs);
  }
  const progress = mutationOf(page, 'progress');
  if (progress) {
    const bar = element('div', { role: 'progressbar' });
    const place = element('div', progress.where === 'hidden' ? { hidden: '' } : {}, bar);
    (progress.where === 'aside' ? aside : main).append(place);
    if (progress.where === 'main') setTimeout(() => place.remove(), progress.untilMs);
  }
  if (mutationOf(page, 'old-main')) {
    main.before(element('main', { hidden: '', 'aria-busy': 'true' }, 'The page before'));
  }
  const asks = mutationOf(page, 'first-asks');
  if (asks) {
    const dialog = element('div', { role: 'dialog', 'aria-modal': 'true' }, 'Cookies?');
    document.body.append(dialog);
    setTimeout(() => dialog.remove(), asks.untilMs);
  }
  if (page.render.busyMs > 0) {
    main.setAttribute('aria-busy', 'true');
    setTimeout(() => main.setAttribute('aria-busy', 'false'), page.render.busyMs);
  }

  const { breaking } = page;
  switch (breaking?.kind) {
    case 'busy':
      if (breaking.by === 'progress') main.append(element('div', { role: 'progressbar' }));
      if (breaking.by === 'attribute') document.body.setAttribute('aria-busy', 'true');
      break;
    case 'modal': {
      const dialog = element('dialog', { 'aria-modal': 'true' }, element('button', {}, 'Close'));
      document.body.append(dialog);
      if (breaking.by === 'native') {
        dialog.removeAttribute('aria-modal');
        dialog.showModal();
      } else {
        dialog.open = true;
      }
      break;
    }
    case 'sign-in':
      list.replaceChildren(element('form', {}, element('input', { type: 'password' })));
      break;
    case 'empty':
      main.replaceChildren();
      break;
    case 'refused':
      main.replaceChildren(element('h1', {}, 'Something went wrong.'));
      break;
    case 'replaced':
      setTimeout(() => {
        const spec = { ...besideSpec(page, subject), ...subject.other };
        const made = switchRow(spec, naming);
        made.show(otherThan(truthOf(page)));
        list.replaceChildren(made.element);
      }, page.render.lateMs + breaking.afterMs);
      break;
  }
}

/** Whether the setting's own row is ever put on the page. */
export function hasTarget(page: GeneratedPage): boolean {
  const without = ['sign-in', 'empty', 'refused'];
  const { breaking } = page;
  if (breaking?.kind === 'modal') return !breaking.alone;
  return breaking === null || !without.includes(breaking.kind);
}

/** Where the row is put. */
export function placeFor(
  page: GeneratedPage,
  { element }: Naming,
  { main, aside, list }: Stage,
): (row: HTMLElement) => void {
  if (breakingOf(page, 'outside-main')) return (row) => aside.append(row);
  if (breakingOf(page, 'in-dialog')) {
    return (row) => main.append(element('div', { role: 'dialog', 'aria-label': 'Chat' }, row));
  }
  if (mutationOf(page, 'in-modal')) {
    return (row) => list.append(element('div', { role: 'dialog', 'aria-modal': 'true' }, row));
  }
  return (row) => list.append(row);
}

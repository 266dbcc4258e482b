import { breakingOf, type GeneratedPage, mutationOf } from '../page.ts';
import type { Subject } from '../subject.ts';
import { documentIn } from './conceal.ts';
import type { Naming } from './naming.ts';

/** The empty page, and where things are put on it. */
export interface Stage {
  readonly main: HTMLElement;
  readonly aside: HTMLElement;
  /** Where the page keeps its rows: in its main part, in a shadow root or in a frame. */
  readonly list: HTMLElement;
}

const texts = [
  'A demo paragraph. It is not the text of any real page.',
  'On',
  'Off',
  'Aus',
  '',
  'Learn more about how your data is used.',
];

export function setStage(page: GeneratedPage, { name }: Subject, naming: Naming): Stage {
  const { element, className, id } = naming;
  const text = texts[(mutationOf(page, 'text')?.seed ?? 0) % texts.length] ?? '';
  const list = element('div', { class: className('rows') });
  const main = element(
    'main',
    { class: className('main'), id: id('main') },
    element('h1', { id: id('title'), class: className('title') }, name),
    element('p', { id: id('more'), class: className('text') }, text),
  );
  const aside = element('aside', { class: className('aside') }, element('ul'));
  const header = element('header', {}, element('a', { href: '/feed/' }, 'Home'));

  const root = document.documentElement;
  root.lang = page.language;
  root.dir = page.language === 'ar' ? 'rtl' : 'ltr';
  const body = element('body', {}, header, main, aside, element('footer', {}, text));
  root.replaceChildren(element('head', {}, element('title', {}, name)), body);
  putIn(page, main, list, naming);
  return { main, aside, list };
}

function putIn(page: GeneratedPage, main: HTMLElement, list: HTMLElement, naming: Naming): void {
  const { element, className } = naming;
  const isClosed = breakingOf(page, 'closed-root') !== undefined;
  if (isClosed || page.version === 'shadow') {
    const host = element('div', { class: className('host') });
    main.append(host);
    host.attachShadow({ mode: isClosed ? 'closed' : 'open' }).append(list);
  } else if (page.version === 'frame') {
    const isHidden = breakingOf(page, 'concealed')?.how === 'frame';
    const frame = element('iframe', isHidden ? { style: 'display: none' } : {});
    main.append(frame);
    documentIn(frame).body.append(list);
  } else {
    main.append(list);
  }
}

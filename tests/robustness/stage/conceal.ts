import type { Concealment } from '../page.ts';
import type { Naming } from './naming.ts';

/** Something that no person meets. What it holds is put in once it stands on the page. */
export interface Concealed {
  readonly element: HTMLElement;
  readonly fill: (inner: Node) => void;
}

export function conceal(how: Concealment | 'flat', { element }: Naming): Concealed {
  if (how === 'frame') return hiddenFrame(element('iframe', { style: 'display: none' }));
  if (how === 'unseen-frame') {
    return hiddenFrame(element('iframe', { style: 'visibility: hidden' }));
  }
  if (how === 'inert-frame') return hiddenFrame(element('iframe', { inert: '' }));
  if (how === 'inert-host') {
    const outer = element('div', { inert: '' });
    const root = outer.attachShadow({ mode: 'open' });
    return { element: outer, fill: (inner) => root.append(inner) };
  }
  const outer = outerOf(how, element);
  return { element: outer, fill: (inner) => outer.append(inner) };
}

function outerOf(
  how: Exclude<Concealment, `${string}frame` | 'inert-host'> | 'flat',
  element: Naming['element'],
): HTMLElement {
  switch (how) {
    case 'display-none':
      return element('div', { style: 'display: none' });
    case 'visibility':
      return element('div', { style: 'visibility: hidden' });
    case 'hidden':
      return element('div', { hidden: '' });
    case 'inert':
      return element('div', { inert: '' });
    case 'aria-hidden':
      return element('div', { 'aria-hidden': 'true' });
    case 'flat':
      return element('div', { style: 'height: 0; overflow: hidden' });
    case 'template':
      return element('template');
    case 'details':
      return element('details', {}, element('summary', {}, 'More'));
  }
}

function hiddenFrame(frame: HTMLIFrameElement): Concealed {
  return { element: frame, fill: (inner) => documentIn(frame).body.append(inner) };
}

/** A frame of the page's own origin, once it is connected. */
export function documentIn(frame: HTMLIFrameElement): Document {
  const inner = frame.contentDocument;
  if (!inner) throw new Error('the frame has no document');
  if (inner.doctype === null) {
    inner.open();
    inner.write('<!doctype html><html><body></body></html>');
    inner.close();
  }
  return inner;
}

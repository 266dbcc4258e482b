import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openPageLab, type PageLab, type Tab } from '../page-lab.ts';

let lab: PageLab;
let tab: Tab;

beforeAll(async () => {
  lab = await openPageLab(inject('browser'));
  tab = await lab.tab();
});
afterAll(() => lab?.close());

const shadow = (html: string, light = '') =>
  `<div><template shadowrootmode="open">${html}</template>${light}</div>`;
const frame = (html: string) => `<iframe srcdoc='${html}'></iframe>`;
const control = '<i id="c"></i>';

/** What holds the control, the nearest first. */
async function holdersIn(html: string): Promise<string[]> {
  return tab.ask(html, async (lab) => {
    await lab.framesLoaded();
    const names: string[] = [];
    let holder = lab.holderOf(lab.controlNow());
    for (; holder; holder = lab.holderOf(holder)) names.push(holder.localName);
    return names;
  });
}

describe.concurrent('what holds an element', () => {
  test.each([
    { name: 'is its parents', html: `<main><p>${control}</p></main>`, holders: ['p', 'main'] },
    {
      name: 'is the host of its shadow root',
      html: shadow(`<p>${control}</p>`),
      holders: ['p', 'div'],
    },
    {
      name: 'is the host of each shadow root',
      html: `<main>${shadow(`<b>${shadow(control)}</b>`)}</main>`,
      holders: ['div', 'b', 'div', 'main'],
    },
    {
      name: 'is the slot in which it is shown',
      html: shadow('<b><slot></slot></b>', control),
      holders: ['slot', 'b', 'div'],
    },
    {
      name: 'is the slot of a slot',
      html: shadow(shadow('<u><slot></slot></u>', '<slot></slot>'), control),
      holders: ['slot', 'slot', 'u', 'div', 'div'],
    },
    {
      name: 'is its parent and then the slot of that',
      html: shadow('<slot></slot>', `<p>${control}</p>`),
      holders: ['p', 'slot', 'div'],
    },
    {
      name: 'is its host, where it has no slot',
      html: shadow('<b></b>', control),
      holders: ['div'],
    },
    {
      name: 'is the frame in which its document is shown',
      html: `<main>${frame(`<p>${control}</p>`)}</main>`,
      holders: ['p', 'body', 'html', 'iframe', 'main'],
    },
    {
      name: 'is the host of the frame in a shadow root',
      html: shadow(frame(control)),
      holders: ['body', 'html', 'iframe', 'div'],
    },
  ])('$name', async ({ html, holders }) => {
    expect(await holdersIn(html)).toEqual([...holders, 'body', 'html']);
  });

  test('is found by a selector, the element itself first', async () => {
    const inner = frame('<i id="c" class="x"></i>');
    const html = `<main class="x">${shadow(`<p class="x">${inner}</p>`)}</main>`;
    const found = await tab.ask(html, async (lab) => {
      await lab.framesLoaded();
      const control = lab.controlNow();
      const main = document.querySelector('main') as Element;
      return {
        itself: lab.closest(control, '.x')?.localName,
        around: lab.closest(control, 'p')?.localName,
        outermost: lab.closest(control, 'main')?.localName,
        missing: lab.closest(control, 'nav'),
        holds: [lab.holds(main, control), lab.holds(control, control), lab.holds(control, main)],
      };
    });
    expect(found).toEqual({
      itself: 'i',
      around: 'p',
      outermost: 'main',
      missing: null,
      holds: [true, true, false],
    });
  });

  // A form takes the names of its fields for properties.
  test('is found although a form hides what every element has', async () => {
    const names = [
      'parentNode',
      'assignedSlot',
      'matches',
      'parentElement',
      'nodeType',
      'host',
      'tagName',
    ];
    const fields = names.map((name) => `<input name="${name}">`).join('');
    expect(await holdersIn(`<main><form>${fields}<p>${control}</p></form></main>`)).toEqual([
      'p',
      'form',
      'main',
      'body',
      'html',
    ]);
  });
});

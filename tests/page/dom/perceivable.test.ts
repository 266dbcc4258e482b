import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openPageLab, type PageLab, type Tab } from '../page-lab.ts';

let lab: PageLab;
let tab: Tab;

beforeAll(async () => {
  lab = await openPageLab(inject('browser'));
  tab = await lab.tab();
});
afterAll(() => lab?.close());

const one = '<button id="c">x</button>';
const shadow = (html: string, light = '', attributes = '') =>
  `<div ${attributes}><template shadowrootmode="open">${html}</template>${light}</div>`;
const frame = (html: string, attributes = '') => `<iframe ${attributes} srcdoc='${html}'></iframe>`;

async function isPerceivable(html: string): Promise<boolean> {
  return tab.ask(html, async (lab) => {
    await lab.framesLoaded();
    return lab.isPerceivable(lab.controlNow());
  });
}

describe.concurrent('a person can meet what is', () => {
  test.each([
    { name: 'in the page', html: one },
    { name: 'outside of the window', html: `<p style="margin-top: 5000px">${one}</p>` },
    { name: 'transparent', html: `<p style="opacity: 0">${one}</p>` },
    {
      name: 'without any size',
      html: `<p style="width: 0; height: 0; overflow: hidden">${one}</p>`,
    },
    {
      name: 'visible in what is invisible',
      html: `<p style="visibility: hidden"><b style="visibility: visible">${one}</b></p>`,
    },
    { name: 'not aria-hidden', html: `<p aria-hidden="false">${one}</p>` },
    { name: 'in an open <details>', html: `<details open>${one}</details>` },
    {
      name: 'in the summary of a closed <details>',
      html: `<details><summary>${one}</summary></details>`,
    },
    { name: 'in an open <dialog>', html: `<dialog open>${one}</dialog>` },
    { name: 'in a shadow root', html: shadow(one) },
    { name: 'in a slot', html: shadow('<slot></slot>', one) },
    { name: 'in a frame', html: frame(one) },
    { name: 'in a small frame', html: frame(one, 'width="1" height="1"') },
    {
      name: 'beneath what is not rendered by a box of its own',
      html: `<p style="display: contents">${one}</p>`,
    },
    {
      name: 'skipped until it comes into view',
      html: `<div style="margin-top: 5000px; content-visibility: auto">${one}</div>`,
    },
  ])('$name', async ({ html }) => {
    expect(await isPerceivable(html)).toBe(true);
  });
});

describe.concurrent('nobody can meet what is', () => {
  test.each([
    { name: 'hidden', html: `<p hidden>${one}</p>` },
    { name: 'hidden itself', html: one.replace('>', ' hidden>') },
    { name: 'inert', html: `<p inert>${one}</p>` },
    { name: 'inert itself', html: one.replace('>', ' inert>') },
    { name: 'aria-hidden', html: `<p aria-hidden="true">${one}</p>` },
    { name: 'not rendered', html: `<p style="display: none">${one}</p>` },
    { name: 'invisible', html: `<p style="visibility: hidden">${one}</p>` },
    { name: 'collapsed', html: `<p style="visibility: collapse">${one}</p>` },
    {
      name: 'skipped by content-visibility',
      html: `<p style="content-visibility: hidden">${one}</p>`,
    },
    { name: 'in a closed <details>', html: `<details><summary>A</summary>${one}</details>` },
    { name: 'in a closed <dialog>', html: `<dialog>${one}</dialog>` },
    { name: 'in a closed popover', html: `<div popover>${one}</div>` },
    { name: 'in a shadow root of what is hidden', html: shadow(one, '', 'hidden') },
    { name: 'in a shadow root of what is inert', html: shadow(one, '', 'inert') },
    {
      name: 'in a shadow root of what is aria-hidden',
      html: shadow(one, '', 'aria-hidden="true"'),
    },
    { name: 'in a hidden slot', html: shadow('<p hidden><slot></slot></p>', one) },
    {
      name: 'in an invisible slot',
      html: shadow('<p style="visibility: hidden"><slot></slot></p>', one),
    },
    { name: 'in an inert slot', html: shadow('<p inert><slot></slot></p>', one) },
    {
      name: 'in an aria-hidden slot',
      html: shadow('<p aria-hidden="true"><slot></slot></p>', one),
    },
    { name: 'in no slot', html: shadow('<p>A</p>', one) },
    {
      name: 'what a slot would show if nothing else were in it',
      html: shadow(`<slot>${one}</slot>`, '<b>A</b>'),
    },
    { name: 'in a hidden frame', html: frame(one, 'hidden') },
    { name: 'in an invisible frame', html: frame(one, 'style="visibility: hidden"') },
    { name: 'in an inert frame', html: frame(one, 'inert') },
    { name: 'in an aria-hidden frame', html: frame(one, 'aria-hidden="true"') },
    { name: 'in a frame in what is hidden', html: `<p hidden>${frame(one)}</p>` },
    { name: 'in a frame in what is inert', html: `<p inert>${frame(one)}</p>` },
    { name: 'hidden in a frame', html: frame(`<p hidden>${one}</p>`) },
  ])('$name', async ({ html }) => {
    expect(await isPerceivable(html)).toBe(false);
  });

  test('no longer part of the page', async () => {
    const seen = await tab.ask(`<p>${one}</p>`, (lab) => {
      const control = lab.controlNow();
      control.remove();
      return lab.isPerceivable(control);
    });
    expect(seen).toBe(false);
  });
});

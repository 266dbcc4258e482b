import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { knownId, probe } from './ai-training.ts';
import { openPageLab, type PageLab, type Tab } from './page-lab.ts';

const FOREIGN = 'someOtherSetting';
const NAME = 'Data for Generative AI Improvement';

/** The setting's control is the one with `data-ours`. */
const ours = `<input type="checkbox" role="switch" aria-labelledby="${knownId}" data-ours>`;
const copy = `<input type="checkbox" role="switch" aria-labelledby="${knownId}">`;
const renamed = '<input type="checkbox" role="switch" aria-labelledby="x1" data-ours>';
const other = '<input type="checkbox" role="switch" aria-labelledby="x2">';
const named = (name: string, control = renamed) => `<p id="x1">${name}</p>${control}`;

interface Row {
  readonly name: string;
  readonly html: string;
}

let lab: PageLab;
let tab: Tab;

beforeAll(async () => {
  lab = await openPageLab(inject('browser'));
  tab = await lab.tab();
});
afterAll(() => lab?.close());

/** `known-id`, `only-switch` or `name` when it is ours that was found, else what was found instead. */
async function find(html: string): Promise<string> {
  await tab.write(html);
  return tab.run(
    (lab, probe, foreign) => {
      const search = { probe, foreignIds: [foreign], leftOver: new WeakSet<Element>() };
      const found = lab.findControl(document, search);
      if (found.kind !== 'one') return found.kind;
      return found.control.hasAttribute('data-ours') ? found.strategy : 'a wrong control';
    },
    probe,
    FOREIGN,
  );
}

describe('by its known id is found', () => {
  const rows: Row[] = [
    { name: 'a native checkbox', html: `<main>${ours}</main>` },
    {
      name: 'a button',
      html: `<main><button role="switch" aria-labelledby="${knownId}" data-ours></button></main>`,
    },
    {
      name: 'a plain element with the role',
      html: `<main><div role="switch" aria-labelledby="${knownId}" data-ours>x</div></main>`,
    },
    {
      name: 'a switch that carries the id among others',
      html: `<main><input type="checkbox" role="switch" aria-labelledby="title ${knownId} hint" data-ours></main>`,
    },
    {
      name: 'a switch with its label, its name and its place in agreement',
      html: `<main><p id="${knownId}">${NAME}</p>${ours}</main>`,
    },
    { name: 'a switch between others', html: `<main>${other}${ours}${other}</main>` },
    { name: 'a switch outside the main part', html: `${ours}<main><p>Text</p></main>` },
    { name: 'a switch in a page without a main part', html: `<div>${ours}${other}</div>` },
  ];
  test.each(rows)('$name', async ({ html }) => {
    expect(await find(html)).toBe('known-id');
  });
});

describe('a copy with the known id that nobody can meet does not count:', () => {
  const hidden: Row[] = [
    { name: 'hidden', html: `<div hidden>${copy}</div>` },
    { name: 'hidden itself', html: copy.replace('>', ' hidden>') },
    { name: 'inert', html: `<div inert>${copy}</div>` },
    { name: 'aria-hidden', html: `<div aria-hidden="true"><p>${copy}</p></div>` },
    { name: 'display: none', html: `<div style="display: none">${copy}</div>` },
    { name: 'display: none itself', html: copy.replace('>', ' style="display: none">') },
    { name: 'visibility: hidden', html: `<div style="visibility: hidden">${copy}</div>` },
    { name: 'in a closed <details>', html: `<details><summary>More</summary>${copy}</details>` },
    { name: 'in a closed <dialog>', html: `<dialog>${copy}</dialog>` },
    { name: 'in a <template>', html: `<template>${copy}</template>` },
    { name: 'in <noscript>', html: `<noscript>${copy}</noscript>` },
    { name: 'in a comment', html: `<!-- ${copy} -->` },
    { name: 'without the role', html: copy.replace('role="switch"', '') },
  ];
  test.each(hidden)('$name, before the real one', async ({ html }) => {
    expect(await find(`<main>${html}${ours}</main>`)).toBe('known-id');
  });
  test.each(hidden)('$name, after the real one', async ({ html }) => {
    expect(await find(`<main>${ours}${html}</main>`)).toBe('known-id');
  });
  test.each(hidden)('$name, alone', async ({ html }) => {
    expect(await find(`<main>${html}</main>`)).toBe('none');
  });
});

describe('an input that only its visible widget stands for is found when it is', () => {
  const styles: Row[] = [
    { name: 'off the screen', html: 'position: absolute; left: -9999px' },
    { name: 'transparent', html: 'opacity: 0' },
    { name: 'clipped', html: 'position: absolute; clip-path: inset(50%)' },
    {
      name: 'one pixel large',
      html: 'position: absolute; width: 1px; height: 1px; overflow: hidden',
    },
    { name: 'without any size', html: 'position: absolute; width: 0; height: 0; margin: 0' },
    { name: 'without an appearance', html: 'appearance: none' },
    { name: 'beneath the widget', html: 'position: absolute; z-index: -1; pointer-events: none' },
  ];
  test.each(styles)('$name', async ({ html }) => {
    const input = ours.replace('>', ` style="${html}">`);
    const widget = '<span style="display: inline-block; width: 40px; height: 20px"></span>';
    expect(await find(`<main><div>${input}${widget}</div></main>`)).toBe('known-id');
  });
});

describe('with an id that nobody knows', () => {
  const found: Row[] = [
    { name: 'in <main>', html: `<main>${renamed}</main>` },
    { name: 'in role="main"', html: `<div role="main"><p>${renamed}</p></div>` },
    {
      name: 'in <main>, with another outside',
      html: `<header>${other}</header><main>${renamed}</main>`,
    },
    { name: 'in <main>, with a hidden one', html: `<main><p hidden>${other}</p>${renamed}</main>` },
    { name: 'without a label', html: '<main><button role="switch" data-ours></button></main>' },
  ];
  test.each(found)('the only switch $name is found', async ({ html }) => {
    expect(await find(html)).toBe('only-switch');
  });

  const none: Row[] = [
    {
      name: 'nothing is found between two without a known name',
      html: `<main>${renamed}${other}</main>`,
    },
    { name: 'nothing is found in a page without a main part', html: `<div>${renamed}</div>` },
    {
      name: 'nothing is found outside the main part',
      html: `<main></main><footer>${renamed}</footer>`,
    },
    {
      name: 'a checkbox that is no switch is not found',
      html: '<main><input type="checkbox"></main>',
    },
    { name: 'nothing is found in a page without a switch', html: '<main><h1>Text</h1></main>' },
    {
      name: 'the only switch is not found when it is known as another setting',
      html: `<main><input type="checkbox" role="switch" aria-labelledby="${FOREIGN}"></main>`,
    },
    {
      name: 'the only switch is not found when another setting is among its ids',
      html: `<main><input type="checkbox" role="switch" aria-labelledby="x1 ${FOREIGN}"></main>`,
    },
    {
      name: 'another setting is not found by our name',
      html: `<main>${other}<p id="${FOREIGN}">${NAME}</p><input type="checkbox" role="switch" aria-labelledby="${FOREIGN}"></main>`,
    },
  ];
  test.each(none)('$name', async ({ html }) => {
    expect(await find(html)).toBe('none');
  });
});

describe('by its name', () => {
  const languages = Object.entries(probe.names).map(([language, names]) => ({ language, names }));

  test('it is known in English and in other languages', () => {
    expect(languages.map(({ language }) => language)).toContain('en');
    expect(languages.length).toBeGreaterThan(1);
  });

  test.each(languages)('it is found between two switches in $language', async ({ names }) => {
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      expect(await find(`<main>${other}${named(name)}</main>`), name).toBe('name');
    }
  });

  const found: Row[] = [
    {
      name: 'split over a list of labels',
      html: `<p id="a">Data for</p><p id="b">Generative AI Improvement</p><input type="checkbox" role="switch" aria-labelledby="a b" data-ours>`,
    },
    {
      name: 'in labels of which one is missing',
      html: `<p id="b">${NAME}</p><input type="checkbox" role="switch" aria-labelledby="gone b" data-ours>`,
    },
    {
      name: 'in aria-label',
      html: `<button role="switch" aria-label="${NAME}" data-ours></button>`,
    },
    {
      name: 'in aria-label when all labels are missing',
      html: `<button role="switch" aria-labelledby="gone" aria-label="${NAME}" data-ours></button>`,
    },
    {
      name: 'in <label for>',
      html: `<label for="c">${NAME}</label><input type="checkbox" role="switch" id="c" data-ours>`,
    },
    {
      name: 'in a label around it',
      html: `<label>${NAME} <input type="checkbox" role="switch" data-ours></label>`,
    },
    {
      name: 'in two labels',
      html: `<label for="c">Data for</label><label>Generative AI Improvement<input type="checkbox" role="switch" id="c" data-ours></label>`,
    },
    {
      name: 'in elements inside the label',
      html: named('<b>Data</b> for <i>Generative <u>AI</u></i> Improvement'),
    },
    {
      name: 'with other white space',
      html: named('\n  Data&nbsp;for\tGenerative\n AI  Improvement '),
    },
    { name: 'in a hidden label', html: `<p id="x1" hidden>${NAME}</p>${renamed}` },
    { name: 'outside the main part', html: `</main>${named(NAME)}<main>` },
  ];
  test.each(found)('it is found $name', async ({ html }) => {
    expect(await find(`<main>${other}${other}${html}</main>`)).toBe('name');
  });

  const none: Row[] = [
    { name: 'in other letters', html: named(NAME.toUpperCase()) },
    { name: 'with a full stop', html: named(`${NAME}.`) },
    { name: 'with a state word behind it', html: named(`${NAME} <span>On</span>`) },
    { name: 'within a longer sentence', html: named(`Why we ask: ${NAME}`) },
    { name: 'without its last word', html: named('Data for Generative AI') },
    { name: 'with a straight apostrophe', html: named("Dati per migliorare l'IA generativa") },
    { name: 'with a soft hyphen', html: named('Data for Genera&shy;tive AI Improvement') },
    { name: 'with markup written as text', html: named(`&lt;b&gt;${NAME}&lt;/b&gt;`) },
    {
      name: 'in aria-label while its label says otherwise',
      html: `<p id="x1">Autoplay</p><button role="switch" aria-labelledby="x1" aria-label="${NAME}"></button>`,
    },
    { name: 'in its title only', html: `<button role="switch" title="${NAME}"></button>` },
    { name: 'in the text beside it', html: `<p>${NAME}</p><button role="switch"></button>` },
  ];
  test.each(none)('it is not found $name', async ({ html }) => {
    expect(await find(`<main>${other}${other}${html}</main>`)).toBe('none');
  });
});

describe('strategies that answer differently are ambiguous:', () => {
  const rows: Row[] = [
    { name: 'two switches with the known id', html: `<main>${ours}${copy}</main>` },
    {
      name: 'two with the known id, one outside the main part',
      html: `${copy}<main>${ours}</main>`,
    },
    {
      name: 'the known id outside, another only switch inside',
      html: `${ours}<main>${other}</main>`,
    },
    {
      name: 'the known id on one, the name on another',
      html: `<main>${ours}${named(NAME, other.replace('x2', 'x1'))}</main>`,
    },
    {
      name: 'the only switch inside, the name on one outside',
      html: `<main>${renamed}</main><p id="x2">${NAME}</p>${other}`,
    },
    { name: 'two switches with the name', html: `<main>${named(NAME)}${renamed}</main>` },
  ];
  test.each(rows)('$name', async ({ html }) => {
    expect(await find(html)).toBe('ambiguous');
  });
});

// The page has the setting's own control, only out of reach, so the switch in reach is not it.
describe('while the control with the known id is out of reach', () => {
  const rows: Row[] = [
    { name: 'hidden', html: `<div hidden>${ours}</div>` },
    { name: 'inert', html: `<div inert>${ours}</div>` },
    { name: 'hidden from readers', html: `<div aria-hidden="true">${ours}</div>` },
  ];
  test.each(rows)('being $name, the only other switch is not taken for it', async (row) => {
    const question = `<div role="dialog" aria-modal="true">${other}</div>`;
    expect(await find(`<main>${row.html}${question}</main>`)).toBe('none');
  });
});

describe('a control left over from another address', () => {
  /** What is found once the person has gone on from a page without leaving it. */
  async function findAfterLeaving(before: string, after: string): Promise<string> {
    await tab.write(before);
    return tab.run(
      (lab, probe, after) => {
        const leftOver = lab.controlsOn(document);
        document.querySelector('main')?.insertAdjacentHTML('beforeend', after);
        const found = lab.findControl(document, { probe, foreignIds: [], leftOver });
        if (found.kind !== 'one') return found.kind;
        return found.control.hasAttribute('data-ours') ? found.strategy : 'a wrong control';
      },
      probe,
      after,
    );
  }

  test('is not taken for the only switch', async () => {
    expect(await findAfterLeaving(`<main>${renamed}</main>`, '')).toBe('none');
  });

  test('is not found by its name', async () => {
    expect(await findAfterLeaving(`<main>${named(NAME)}${other}</main>`, '')).toBe('none');
  });

  test('does not hide the one that has the known id', async () => {
    expect(await findAfterLeaving(`<main>${other}</main>`, ours)).toBe('known-id');
  });

  test('does not hide the one that has the name', async () => {
    expect(await findAfterLeaving(`<main>${other}</main>`, named(NAME))).toBe('name');
  });

  test('leaves two switches, so none is the only one', async () => {
    expect(await findAfterLeaving(`<main>${other}</main>`, renamed)).toBe('none');
  });

  test('is still the one with the known id when the page kept it', async () => {
    expect(await findAfterLeaving(`<main>${ours}</main>`, '')).toBe('known-id');
  });
});

describe('the label of a control', () => {
  const rows = [
    {
      name: 'its labels in the order of the list',
      html: '<p id="b">two</p><p id="a">one</p><button id="c" aria-labelledby="a b"></button>',
      label: 'one two',
    },
    { name: 'its aria-label', html: '<button id="c" aria-label=" a  b ">x</button>', label: 'a b' },
    { name: 'the label for it', html: '<label for="c">one</label><input id="c">', label: 'one' },
    {
      name: 'the label around it',
      html: '<label>one <input id="c"> two</label>',
      label: 'one two',
    },
    {
      name: 'text, also where it looks like markup',
      html: '<p id="a">&lt;img src=x onerror="document.title=1"&gt;</p><button id="c" aria-labelledby="a"></button>',
      label: '<img src=x onerror="document.title=1">',
    },
    {
      name: 'text, also where an attribute looks like markup',
      html: '<button id="c" aria-label="&lt;b&gt;one&lt;/b&gt;"></button>',
      label: '<b>one</b>',
    },
    { name: 'empty where there is none', html: '<div id="c" role="switch">one</div>', label: '' },
  ];
  test.each(rows)('is $name', async ({ html, label }) => {
    await tab.write(html);
    const seen = await tab.run((lab) => {
      const before = document.documentElement.outerHTML;
      const control = document.getElementById('c') as HTMLElement;
      return {
        label: lab.labelOf(control),
        untouched: document.documentElement.outerHTML === before,
      };
    });
    expect(seen).toEqual({ label, untouched: true });
  });
});

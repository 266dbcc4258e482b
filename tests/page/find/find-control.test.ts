import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { KnownControl } from '../../../src/core/messages/orders.ts';
import { controlOrder, knownId, namesByLanguage } from '../ai-training.ts';
import { openPageLab, type PageLab, type Tab } from '../page-lab.ts';

const NAME = 'Data for Generative AI Improvement';
const FOREIGN = 'someOtherSetting';
const FOREIGN_NAME = 'Some other setting';
const FOREIGN_OWN_ID = 'another-setting';

const others: KnownControl[] = [
  {
    key: 'linkedin/other',
    kind: 'aria-switch',
    hook: { attribute: 'aria-labelledby', value: FOREIGN },
    names: [FOREIGN_NAME],
  },
  {
    key: 'linkedin/another',
    kind: 'aria-switch',
    hook: { attribute: 'id', value: FOREIGN_OWN_ID },
    names: [],
  },
];

/** The setting's control is the one with `data-ours`. */
const ours = `<input type="checkbox" role="switch" aria-labelledby="${knownId}" data-ours>`;
const copy = `<input type="checkbox" role="switch" aria-labelledby="${knownId}">`;
const renamed = '<input type="checkbox" role="switch" aria-labelledby="x1" data-ours>';
const other = '<input type="checkbox" role="switch" aria-labelledby="x2">';
const anonymous = '<input type="checkbox" role="switch" data-ours>';
const named = (name: string, control = renamed) => `<p id="x1">${name}</p>${control}`;
const shadow = (html: string) => `<div><template shadowrootmode="open">${html}</template></div>`;
const frame = (html: string, attributes = '') =>
  `<iframe ${attributes} srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;

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

interface Options {
  readonly wanted?: KnownControl;
  /** Whether accessible names are known already. */
  readonly closer?: boolean;
}

/**
 * The strategy when it is ours that was found, with `, unnamed` when only its place says so; else what
 * was found instead.
 */
async function find(
  html: string,
  { wanted = controlOrder, closer = true }: Options = {},
): Promise<string> {
  return tab.ask(
    html,
    async (lab, wanted, others, closer) => {
      await lab.framesLoaded();
      const search = { wanted, others, leftOver: new WeakSet<Element>() };
      const found = lab.findControl(lab.sceneNow(), search, closer ? lab.closer : undefined);
      if (found.kind !== 'one') return found.kind;
      if (!found.control.hasAttribute('data-ours')) return 'a wrong control';
      return found.isNamed ? found.strategy : `${found.strategy}, unnamed`;
    },
    wanted,
    others,
    closer,
  );
}

describe.concurrent('by its known id is found', () => {
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
    {
      name: 'a checkbox without the role',
      html: `<main>${other}${ours.replace('role="switch"', '')}</main>`,
    },
    {
      name: 'an element whose role has others to fall back on',
      html: `<main>${other}<div role=" Switch checkbox" aria-labelledby="${knownId}" data-ours>x</div></main>`,
    },
    { name: 'a switch in a dialog', html: `<main></main><div role="dialog">${ours}</div>` },
  ];
  test.each(rows)('$name', async ({ html }) => {
    expect(await find(html)).toBe('known-id');
    expect(await find(html, { closer: false })).toBe('known-id');
  });

  test.each([
    { name: 'in its aria-labelledby only', html: ours.replace('>', ' id="own">'), found: 'one' },
    { name: 'as its own id', html: `<input type="checkbox" role="switch" id="${knownId}">` },
    { name: 'in a list without white space', html: ours.replace(knownId, `${knownId},x1`) },
    { name: 'in other letters', html: ours.replace(knownId, knownId.toLowerCase()) },
    { name: 'with more behind it', html: ours.replace(knownId, `${knownId}2`) },
  ])('only where the id stands: $name', async ({ html, found = 'none' }) => {
    const seen = await find(`<main>${html}${other}</main>`);
    expect(seen).toBe(found === 'one' ? 'known-id' : 'none');
  });
});

describe.concurrent('by an id of its own is found', () => {
  const wanted: KnownControl = {
    key: 'linkedin/cookies',
    kind: 'aria-switch',
    hook: { attribute: 'id', value: 'nonEssentialCookieConsent' },
    names: [],
  };
  const control = (id: string, attributes = '') =>
    `<button role="switch" id="${id}" ${attributes} data-ours>x</button>`;

  test.each([
    { name: 'the control that has it', html: control(wanted.hook.value), found: 'known-id' },
    {
      name: 'the control that has it, whatever labels it',
      html: control(wanted.hook.value, 'aria-labelledby="x1"'),
      found: 'known-id',
    },
    {
      name: 'no control that another element with it labels',
      html: `<p id="${wanted.hook.value}">A</p>${control('x1', `aria-labelledby="${wanted.hook.value}"`)}`,
      found: 'none',
    },
    { name: 'no control with another id', html: control('x1'), found: 'none' },
  ])('$name', async ({ html, found }) => {
    expect(await find(`<main>${html}${other}</main>`, { wanted })).toBe(found);
  });

  test('no only switch that has another id which its makers wrote', async () => {
    const only = (id: string) => `<main>${control(id).replace('>x<', '><')}</main>`;
    expect(await find(only('otherSetting'), { wanted })).toBe('none');
    // What a framework counts up says nothing.
    expect(await find(only('x1'), { wanted })).toBe('only-switch, unnamed');
  });
});

describe.concurrent('a copy with the known id that nobody can meet does not count:', () => {
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
    { name: 'in a shadow root of a hidden element', html: `<div hidden>${shadow(copy)}</div>` },
    { name: 'in a hidden frame', html: frame(copy, 'hidden') },
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

describe.concurrent('a copy with the known id that takes no room does not count:', () => {
  const flat: Row[] = [
    {
      name: 'without any size',
      html: copy.replace('>', ' style="position: absolute; width: 0; height: 0; margin: 0">'),
    },
    { name: 'without a height', html: copy.replace('>', ' style="height: 0">') },
    {
      name: 'cut off by a box without any size',
      html: `<div style="width: 0; height: 0; overflow: hidden"><p>${copy}</p></div>`,
    },
    {
      name: 'in a shadow root that is cut off',
      html: `<div style="height: 0; overflow: clip">${shadow(copy)}</div>`,
    },
  ];
  test.each(flat)('$name, before the real one', async ({ html }) => {
    expect(await find(`<main>${html}${ours}</main>`)).toBe('known-id');
  });
  test.each(flat)('$name, after the real one', async ({ html }) => {
    expect(await find(`<main>${ours}${html}</main>`)).toBe('known-id');
  });
  test.each(flat)('$name, beside another one: neither is the one', async ({ html }) => {
    expect(await find(`<main>${html}${html}</main>`)).toBe('ambiguous');
  });
  test('in a box without any size that shows what hangs out of it: it is seen', async () => {
    const seen = `<div style="width: 0; height: 0">${copy}</div>`;
    expect(await find(`<main>${seen}${ours}</main>`)).toBe('ambiguous');
  });
});

describe.concurrent('an input that only its visible widget stands for is found when it is', () => {
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

describe.concurrent('a switch whose id nobody knows', () => {
  // Its place may warn; that it is the right one takes more.
  const unnamed: Row[] = [
    { name: 'in <main>', html: `<main>${anonymous}</main>` },
    { name: 'in role="main"', html: `<div role="main"><p>${anonymous}</p></div>` },
    {
      name: 'in the part that is the main one first of all',
      html: `<div role="main region">${anonymous}</div>`,
    },
    {
      name: 'in <main>, with another outside',
      html: `<header>${other}</header><main>${anonymous}</main>`,
    },
    {
      name: 'in <main>, with a hidden one',
      html: `<main><p hidden>${other}</p>${anonymous}</main>`,
    },
    {
      name: 'in <main>, with one in a dialog',
      html: `<main>${anonymous}<div role="dialog">${other}</div></main>`,
    },
    {
      name: 'in the <main> that can be seen',
      html: `<main hidden>${other}</main><main>${anonymous}</main>`,
    },
    { name: 'that is a button', html: '<main><button role="switch" data-ours></button></main>' },
    {
      name: 'with an id of its own, where settings are known by what labels them',
      html: `<main>${anonymous.replace('>', ' id="own">')}</main>`,
    },
    { name: 'in a shadow root in <main>', html: `<main>${shadow(anonymous)}</main>` },
    { name: 'in a frame in <main>', html: `<main>${frame(anonymous)}</main>` },
    { name: 'in <main> in a frame', html: frame(`<main>${anonymous}</main>`) },
  ];
  test.each(unnamed)('is found as the only one $name, and unnamed', async ({ html }) => {
    expect(await find(html)).toBe('only-switch, unnamed');
  });

  test('is found as the only one, and as ours when it has our name', async () => {
    expect(await find(`<main>${named(NAME)}</main>`)).toBe('only-switch');
    expect(await find(`<main>${anonymous.replace('>', ` aria-label="${NAME}">`)}</main>`)).toBe(
      'only-switch',
    );
  });

  const none: Row[] = [
    { name: 'between two without a known name', html: `<main>${anonymous}${other}</main>` },
    { name: 'in a page without a main part', html: `<div>${anonymous}</div>` },
    { name: 'outside the main part', html: `<main></main><footer>${anonymous}</footer>` },
    { name: 'in a hidden main part', html: `<main hidden>${anonymous}</main>` },
    {
      name: 'that is a checkbox and no switch',
      html: '<main><input type="checkbox" data-ours></main>',
    },
    {
      name: 'that is a switch only where the first role fails',
      html: '<main><div role="checkbox switch" data-ours></div></main>',
    },
    { name: 'where there is none', html: '<main><h1>Text</h1></main>' },
    { name: 'with another name', html: `<main>${named('Autoplay')}</main>` },
    {
      name: 'with another name in aria-label',
      html: `<main>${anonymous.replace('>', ' aria-label="Autoplay">')}</main>`,
    },
    {
      name: 'with another name in its title',
      html: `<main>${anonymous.replace('>', ' title="Autoplay">')}</main>`,
    },
    {
      name: 'with another name around it',
      html: `<main><label>Autoplay ${anonymous}</label></main>`,
    },
    {
      name: 'with text of its own',
      html: '<main><button role="switch" data-ours>On</button></main>',
    },
    { name: 'without a name, but with an identity of its own', html: `<main>${renamed}</main>` },
    {
      name: 'known as another setting',
      html: `<main>${renamed.replace('x1', FOREIGN)}</main>`,
    },
    {
      name: 'with another setting among its ids',
      html: `<main>${renamed.replace('x1', `x1 ${FOREIGN}`)}</main>`,
    },
    {
      name: 'known as another setting by an id of its own',
      html: `<main>${anonymous.replace('>', ` id="${FOREIGN_OWN_ID}">`)}</main>`,
    },
    {
      name: 'known as another setting, with our name',
      html: `<main>${other}<p id="${FOREIGN}">${NAME}</p>${renamed.replace('x1', FOREIGN)}</main>`,
    },
    { name: 'in a <dialog>', html: `<main><dialog open>${anonymous}</dialog></main>` },
    { name: 'in role="dialog"', html: `<main><div role="dialog">${anonymous}</div></main>` },
    {
      name: 'in role="alertdialog"',
      html: `<main><div role="alertdialog">${anonymous}</div></main>`,
    },
    {
      name: 'in a shadow root in a dialog',
      html: `<main><dialog open>${shadow(anonymous)}</dialog></main>`,
    },
    {
      name: 'in a <main> in a dialog',
      html: `<div role="dialog"><main>${anonymous}</main></div>`,
    },
  ];
  test.each(none)('is not found $name', async ({ html }) => {
    expect(await find(html)).toBe('none');
  });

  test('is not found before names are known', async () => {
    expect(await find(`<main>${anonymous}</main>`, { closer: false })).toBe('none');
    expect(await find(`<main>${named(NAME)}</main>`, { closer: false })).toBe('none');
  });
});

describe.concurrent('by its name', () => {
  const languages = Object.entries(namesByLanguage).map(([language, names]) => ({
    language,
    names,
  }));

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
    { name: 'in its title', html: `<button role="switch" title="${NAME}" data-ours></button>` },
    {
      name: 'in its own text',
      html: `<button role="switch" data-ours><b>Data for</b> Generative AI Improvement</button>`,
    },
    {
      name: 'in a picture inside it',
      html: `<button role="switch" data-ours><img alt="${NAME}"></button>`,
    },
    {
      name: 'beside what is not read out',
      html: `<button role="switch" data-ours><i aria-hidden="true">x</i>${NAME}</button>`,
    },
    { name: 'in a dialog', html: `<div role="dialog">${named(NAME)}</div>` },
    { name: 'in a shadow root, with its label', html: shadow(named(NAME)) },
    { name: 'in a frame, with its label', html: frame(named(NAME)) },
    {
      name: 'with an id of its own beside it',
      html: named(NAME, renamed.replace('>', ' id="own">')),
    },
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
    {
      name: 'in its title while its text says otherwise',
      html: `<button role="switch" title="${NAME}">Autoplay</button>`,
    },
    {
      name: 'in a label outside of its shadow root',
      html: `<p id="x1">${NAME}</p>${shadow(renamed)}`,
    },
    { name: 'in a label outside of its frame', html: `<p id="x1">${NAME}</p>${frame(renamed)}` },
    {
      name: 'on a checkbox that is no switch',
      html: `<label>${NAME}<input type="checkbox"></label>`,
    },
    { name: 'on a switch that nobody can meet', html: `<div hidden>${named(NAME)}</div>` },
    { name: 'in the text beside it', html: `<p>${NAME}</p><button role="switch"></button>` },
  ];
  test.each(none)('it is not found $name', async ({ html }) => {
    expect(await find(`<main>${other}${other}${html}</main>`)).toBe('none');
  });

  test('it is not found before names are known', async () => {
    const html = `<main>${other}${named(NAME)}</main>`;
    expect(await find(html, { closer: false })).toBe('none');
  });
});

describe.concurrent('strategies that answer differently are ambiguous:', () => {
  const rows: Row[] = [
    { name: 'two switches with the known id', html: `<main>${ours}${copy}</main>` },
    {
      name: 'two with the known id, one outside the main part',
      html: `${copy}<main>${ours}</main>`,
    },
    {
      name: 'the known id outside, another only switch inside',
      html: `${ours}<main>${anonymous}</main>`,
    },
    {
      name: 'the known id on one, the name on another',
      html: `<main>${ours}${named(NAME, other.replace('x2', 'x1'))}</main>`,
    },
    {
      name: 'the only switch inside, the name on one outside',
      html: `<main>${anonymous}</main><p id="x2">${NAME}</p>${other}`,
    },
    { name: 'two switches with the name', html: `<main>${named(NAME)}${renamed}</main>` },
    {
      name: 'the known id in a page and in its shadow',
      html: `<main>${ours}${shadow(copy)}</main>`,
    },
    { name: 'the known id in a page and in its frame', html: `<main>${ours}${frame(copy)}</main>` },
    {
      name: 'the known id in a page and in a dialog',
      html: `<main>${ours}<div role="dialog">${copy}</div></main>`,
    },
    {
      name: 'the known id on one that has the name of another setting',
      html: `<main><p id="${knownId}">${FOREIGN_NAME}</p>${ours}</main>`,
    },
    {
      name: 'the known id on one that has the name of another setting, between others',
      html: `<main>${other}${ours.replace('>', ` aria-label="${FOREIGN_NAME}">`)}${other}</main>`,
    },
  ];
  test.each(rows)('$name', async ({ html }) => {
    expect(await find(html)).toBe('ambiguous');
  });

  test('a name of another setting is not known before names are', async () => {
    const html = `<main><p id="${knownId}">${FOREIGN_NAME}</p>${ours}</main>`;
    expect(await find(html, { closer: false })).toBe('known-id');
  });

  test('the only switch with the name of another setting is none', async () => {
    expect(await find(`<main>${named(FOREIGN_NAME)}</main>`)).toBe('none');
  });
});

describe.concurrent('through what a person does not see as a border is found', () => {
  const wraps: { name: string; wrap: (html: string) => string }[] = [
    { name: 'an open shadow root', wrap: shadow },
    { name: 'a shadow root in a shadow root', wrap: (html) => shadow(`<p>A</p>${shadow(html)}`) },
    { name: 'a frame of the same origin', wrap: (html) => frame(html) },
    { name: 'a frame in a frame', wrap: (html) => frame(frame(html)) },
    { name: 'a frame in a shadow root', wrap: (html) => shadow(frame(html)) },
    { name: 'a shadow root in a frame', wrap: (html) => frame(shadow(html)) },
    {
      name: 'a slot',
      wrap: (html) =>
        `<div><template shadowrootmode="open"><p><slot></slot></p></template>${html}</div>`,
    },
    {
      name: 'a slot with a name',
      wrap: (html) =>
        `<div><template shadowrootmode="open"><slot name="s"></slot></template><p slot="s">${html}</p></div>`,
    },
  ];
  test.each(wraps)('a control in $name', async ({ wrap }) => {
    expect(await find(`<main>${wrap(ours)}</main>`)).toBe('known-id');
    expect(await find(`<main>${other}</main>${wrap(ours)}`)).toBe('known-id');
  });

  const hides: { name: string; hide: (html: string) => string }[] = [
    { name: 'hidden', hide: (html) => `<div hidden>${html}</div>` },
    { name: 'invisible', hide: (html) => `<div style="visibility: hidden">${html}</div>` },
    { name: 'inert', hide: (html) => `<div inert>${html}</div>` },
    { name: 'aria-hidden', hide: (html) => `<div aria-hidden="true">${html}</div>` },
    {
      name: 'in a closed <details>',
      hide: (html) => `<details><summary>A</summary>${html}</details>`,
    },
    {
      name: 'in a hidden slot',
      hide: (html) =>
        `<div><template shadowrootmode="open"><p hidden><slot></slot></p></template>${html}</div>`,
    },
    {
      name: 'in an inert slot',
      hide: (html) =>
        `<div><template shadowrootmode="open"><p inert><slot></slot></p></template>${html}</div>`,
    },
    {
      name: 'without a slot',
      hide: (html) => `<div><template shadowrootmode="open"><p>A</p></template>${html}</div>`,
    },
    { name: 'in a hidden frame', hide: (html) => frame(html, 'hidden') },
    { name: 'in an invisible frame', hide: (html) => frame(html, "style='visibility: hidden'") },
    { name: 'in an inert frame', hide: (html) => frame(html, 'inert') },
    { name: 'in an aria-hidden frame', hide: (html) => frame(html, "aria-hidden='true'") },
    { name: 'in a frame in a hidden frame', hide: (html) => frame(frame(html), 'hidden') },
  ];
  test.each(
    wraps.flatMap(({ name: where, wrap }) => hides.map((one) => ({ where, wrap, ...one }))),
  )('nothing where $where is $name', async ({ wrap, hide }) => {
    expect(await find(`<main>${hide(wrap(ours))}</main>`)).toBe('none');
  });

  const elsewhere: Row[] = [
    {
      name: 'a closed shadow root',
      html: `<div><template shadowrootmode="closed">${ours}</template></div>`,
    },
    { name: 'a frame of another origin', html: `<iframe sandbox srcdoc='${ours}'></iframe>` },
  ];
  test.each(elsewhere)('nothing in $name, which nobody may see into', async ({ html }) => {
    expect(await find(`<main>${html}</main>`)).toBe('none');
  });
});

// The page has the setting's own control, only out of reach, so the switch in reach is not it.
describe.concurrent('while the control with the known id is out of reach', () => {
  const rows: Row[] = [
    { name: 'hidden', html: `<div hidden>${ours}</div>` },
    { name: 'inert', html: `<div inert>${ours}</div>` },
    { name: 'hidden from readers', html: `<div aria-hidden="true">${ours}</div>` },
    { name: 'hidden in a shadow root', html: shadow(`<div hidden>${ours}</div>`) },
    { name: 'in a hidden frame', html: frame(ours, 'hidden') },
    {
      name: 'hidden and no switch',
      html: `<div hidden>${ours.replace('role="switch"', '')}</div>`,
    },
  ];
  test.each(rows)('being $name, the only other switch is not taken for it', async (row) => {
    expect(await find(`<main>${row.html}${anonymous}</main>`)).toBe('none');
    const question = `<div role="dialog" aria-modal="true">${other}</div>`;
    expect(await find(`<main>${row.html}${question}</main>`)).toBe('none');
  });

  test.each(rows)('being $name, no other is found by its name', async (row) => {
    expect(await find(`<main>${row.html}${named(NAME)}</main>`)).toBe('none');
  });
});

describe.concurrent('a control left over from another address', () => {
  /** What is found once the person has gone on from a page without leaving it. */
  async function findAfterLeaving(before: string, after: string): Promise<string> {
    return tab.ask(
      `${before}<template id="after">${after}</template>`,
      async (lab, wanted) => {
        await lab.framesLoaded();
        const leftOver = lab.controlsOn(document);
        const { content } = document.getElementById('after') as HTMLTemplateElement;
        document.querySelector('main')?.append(content);
        const found = lab.findControl(lab.sceneNow(), { wanted, others: [], leftOver }, lab.closer);
        if (found.kind !== 'one') return found.kind;
        return found.control.hasAttribute('data-ours') ? found.strategy : 'a wrong control';
      },
      controlOrder,
    );
  }

  test.each([
    { name: 'in the page', html: anonymous },
    { name: 'in a shadow root', html: shadow(anonymous) },
    { name: 'in a frame', html: frame(anonymous) },
  ])('is not taken for the only switch $name', async ({ html }) => {
    expect(await findAfterLeaving(`<main>${html}</main>`, '')).toBe('none');
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
    expect(await findAfterLeaving(`<main>${other}</main>`, anonymous)).toBe('none');
  });

  test('is still the one with the known id when the page kept it', async () => {
    expect(await findAfterLeaving(`<main>${ours}</main>`, '')).toBe('known-id');
  });
});

describe.concurrent('what a strategy finds', () => {
  test('is told of each, strongest first', async () => {
    const answers = await tab.ask(
      `<main>${ours}${copy}<div hidden>${copy}</div></main>${named(NAME, other.replace('x2', 'x1'))}`,
      (lab, wanted) => {
        const search = { wanted, others: [], leftOver: new WeakSet<Element>() };
        const answers = lab.answersOf(lab.sceneNow(), search, lab.closer);
        return Object.entries(answers).map(([strategy, found]) => [strategy, found.length]);
      },
      controlOrder,
    );
    expect(answers).toEqual([
      ['known-id', 2],
      ['only-switch', 0],
      ['name', 1],
    ]);
  });
});

describe.concurrent('the accessible name of a control', () => {
  const rows = [
    {
      name: 'its labels in the order of the list',
      html: '<p id="b">two</p><p id="a">one</p><button role="switch" id="c" aria-labelledby="a b"></button>',
      label: 'one two',
    },
    {
      name: 'its labels without those that are missing',
      html: '<p id="a">one</p><button role="switch" id="c" aria-labelledby="gone a gone"></button>',
      label: 'one',
    },
    {
      name: 'its aria-label before its text',
      html: '<button role="switch" id="c" aria-label=" a  b ">x</button>',
      label: 'a b',
    },
    { name: 'the label for it', html: '<label for="c">one</label><input id="c">', label: 'one' },
    {
      name: 'the label around it, without what is written in it',
      html: '<label>one <input type="checkbox" id="c"> two</label>',
      label: 'one two',
    },
    {
      name: 'what labels it before the label around it',
      html: '<p id="a">one</p><label>two<input type="checkbox" id="c" aria-labelledby="a"></label>',
      label: 'one',
    },
    {
      name: 'its own text',
      html: '<div role="switch" id="c">one <b>two</b></div>',
      label: 'one two',
    },
    {
      name: 'its title where nothing else names it',
      html: '<input type="checkbox" id="c" title="one">',
      label: 'one',
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
    {
      name: 'its label in its own shadow root',
      html: `<p id="a">outside</p>${shadow('<p id="a">one</p><input type="checkbox" id="c" aria-labelledby="a">')}`,
      label: 'one',
    },
    {
      name: 'its label in its own frame',
      html: `<p id="a">outside</p>${frame('<p id="a">one</p><input type="checkbox" id="c" aria-labelledby="a">')}`,
      label: 'one',
    },
    {
      name: 'empty where there is none',
      html: '<p>one</p><div id="c" role="switch"></div>',
      label: '',
    },
  ];
  test.each(rows)('is $name', async ({ html, label }) => {
    const seen = await tab.ask(html, async (lab) => {
      await lab.framesLoaded();
      const before = document.documentElement.outerHTML;
      return {
        label: lab.nameOf(lab.controlNow()),
        untouched: document.documentElement.outerHTML === before,
      };
    });
    expect(seen).toEqual({ label, untouched: true });
  });
});

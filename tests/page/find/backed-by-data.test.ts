import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openPageLab, type PageLab, type Tab } from '../page-lab.ts';

let lab: PageLab;
let tab: Tab;

beforeAll(async () => {
  lab = await openPageLab(inject('browser'));
  tab = await lab.tab();
});
afterAll(() => lab?.close());

const ANSWERED = '/save';
const SLOW = '/save?ms=3000';
const checkbox = (attributes = '') => `<input type="checkbox" role="switch" id="c" ${attributes}>`;
const button = '<button role="switch" id="c" aria-checked="false">x</button>';

/** How long a page may take to show what its request was answered. */
const SHOWN_AFTER_MS = 3_000;

interface Options {
  readonly request?: string | null;
  readonly laterMs?: number;
}

/** Whether the control is backed for so long after the page has done all that it does. */
async function isBackedByData(
  html: string,
  script: string,
  { request = ANSWERED, laterMs = SHOWN_AFTER_MS }: Options = {},
): Promise<boolean> {
  await tab.visit(`<main>${html}</main>`);
  return tab.run(
    async (lab, script, request, laterMs) => {
      await new Function(`return (async () => { ${script} })()`)();
      await lab.framesLoaded();
      const now = performance.now() + laterMs;
      performance.now = () => now;
      return lab.isBackedByData(lab.controlNow(), request ?? undefined, lab.requestsNow);
    },
    script,
    request,
    laterMs,
  );
}

/** Resolves when the browser has taken note of a request. */
const noted = (path = ANSWERED) =>
  `while (!performance.getEntriesByType('resource').some(({ name }) => name.endsWith('${path}')))
    await new Promise((done) => setTimeout(done, 10));`;
const answered = `await fetch('${ANSWERED}'); ${noted()}`;
const set = 'c.checked = false;';

describe('a control that speaks for its data is', () => {
  test.each([
    { name: 'a checkbox that a script unticked', html: checkbox('checked'), script: set },
    { name: 'a checkbox that a script left unticked', html: checkbox(), script: set },
    { name: 'a checkbox that a script ticked', html: checkbox(), script: 'c.checked = true;' },
    {
      name: 'a checkbox that a script ticked and unticked',
      html: checkbox(),
      script: 'c.checked = true; c.checked = false;',
    },
    {
      name: 'a checkbox that a script set, and its attribute after that',
      html: checkbox(),
      script: `${set} c.toggleAttribute('checked');`,
    },
    {
      name: 'a checkbox that somebody clicked',
      html: checkbox(),
      script: 'c.click();',
    },
    {
      name: 'a copy of a checkbox that a script set',
      html: checkbox(),
      script: `${set} c.replaceWith(c.cloneNode());`,
    },
    {
      name: 'a checkbox that a script made and set',
      html: '<p></p>',
      script: `const made = document.createElement('input'); made.type = 'checkbox'; made.id = 'c';
        made.checked = false; document.querySelector('p').append(made);`,
    },
    {
      name: 'a checkbox that a script set in a shadow root',
      html: '<p></p>',
      script: `document.querySelector('p').attachShadow({ mode: 'open' }).innerHTML = '${checkbox()}';
        document.querySelector('p').shadowRoot.firstChild.checked = false;`,
    },
    {
      name: 'a checkbox that a script set in a frame',
      html: `<iframe srcdoc='${checkbox()}'></iframe>`,
      script: `while (!frames[0].c) await new Promise((done) => setTimeout(done, 10));
        frames[0].c.checked = false;`,
    },
    { name: 'a switch that is no checkbox', html: button, script: '' },
  ])('$name', async ({ html, script }) => {
    expect(await isBackedByData(html, `${answered} ${script}`)).toBe(true);
  });
});

describe('a checkbox that stands as its attribute says may not have come to life:', () => {
  test.each([
    { name: 'unticked', html: checkbox(), script: '' },
    { name: 'ticked', html: checkbox('checked'), script: '' },
    { name: 'ticked by its attribute', html: checkbox(), script: "c.toggleAttribute('checked');" },
    {
      name: 'unticked by its attribute',
      html: checkbox('checked'),
      script: "c.toggleAttribute('checked');",
    },
    { name: 'drawn anew', html: checkbox(), script: 'c.replaceWith(c.cloneNode());' },
    {
      name: 'written by a script',
      html: '<p></p>',
      script: `document.querySelector('p').innerHTML = '${checkbox()}';`,
    },
    {
      name: 'with a default that a script set',
      html: checkbox(),
      script: 'c.defaultChecked = true; c.defaultChecked = false;',
    },
    { name: 'set and reset', html: `<form>${checkbox()}</form>`, script: `${set} c.form.reset();` },
    { name: 'in a frame', html: `<iframe srcdoc='${checkbox()}'></iframe>`, script: '' },
  ])('$name', async ({ html, script }) => {
    expect(await isBackedByData(html, `${answered} ${script}`)).toBe(false);
  });
});

describe('the page’s own request', () => {
  test.each([
    { name: 'was answered', script: answered, backed: true },
    {
      name: 'was answered to XMLHttpRequest',
      script: `const request = new XMLHttpRequest(); request.open('GET', '${ANSWERED}');
        request.send(); ${noted()}`,
      backed: true,
    },
    {
      name: 'was answered at last',
      script: `await fetch('/missing'); ${answered}`,
      backed: true,
    },
    {
      name: 'was answered, and had a query',
      script: `await fetch('${ANSWERED}?ms=0'); ${noted(`${ANSWERED}?ms=0`)}`,
      backed: true,
    },
    { name: 'was not made', script: '', backed: false },
    {
      name: 'was made of another origin',
      script: `await fetch(location.origin.replace('127.0.0.1', 'localhost') + '${ANSWERED}', { mode: 'no-cors' }).catch(() => {}); ${noted()}`,
      backed: false,
    },
    {
      name: 'is not answered yet',
      script: `void fetch('${SLOW}'); await new Promise((done) => setTimeout(done, 300));`,
      backed: false,
    },
    {
      name: 'was another one',
      script: `await fetch('${ANSWERED}/more'); ${noted('/more')}`,
      backed: false,
    },
    {
      name: 'was another one that names it',
      script: `await fetch('/1?next=${ANSWERED}'); await fetch('/1#${ANSWERED}'); ${noted(`=${ANSWERED}`)}`,
      backed: false,
    },
    {
      name: 'was given up',
      script: `const gone = new AbortController();
        setTimeout(() => gone.abort(), 100);
        await fetch('${SLOW}', { signal: gone.signal }).catch(() => {});
        await new Promise((done) => setTimeout(done, 300));`,
      backed: false,
    },
    {
      name: 'failed on the way',
      script: `await fetch('http://127.0.0.1:9${ANSWERED}').catch(() => {});
        await new Promise((done) => setTimeout(done, 300));`,
      backed: false,
    },
  ])('$name: $backed', async ({ script, backed }) => {
    expect(await isBackedByData(checkbox(), `${set} ${script}`)).toBe(backed);
  });

  test('was answered a moment ago: false', async () => {
    const laterMs = SHOWN_AFTER_MS / 2;
    expect(await isBackedByData(checkbox(), `${set} ${answered}`, { laterMs })).toBe(false);
  });

  test('was refused: false', async () => {
    const script = `${set} await fetch('/missing'); ${noted('/missing')}`;
    expect(await isBackedByData(checkbox(), script, { request: '/missing' })).toBe(false);
  });

  test('is not known: false', async () => {
    expect(await isBackedByData(checkbox(), `${set} ${answered}`, { request: null })).toBe(false);
  });
});

test('to ask leaves the page as it is', async () => {
  await tab.visit(`<main>${checkbox('onchange="document.title = 1"')}</main>`);
  const seen = await tab.run(async (lab) => {
    await fetch('/save');
    const later = performance.now() + 10_000;
    performance.now = () => later;
    const control = lab.controlNow() as HTMLInputElement;
    const records: string[] = [];
    const observer = new MutationObserver((all) => records.push(...all.map(({ type }) => type)));
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    for (const checked of [true, false]) {
      control.checked = checked;
      lab.isBackedByData(control, '/save', lab.requestsNow);
    }
    await new Promise((done) => setTimeout(done, 50));
    return { records, title: document.title, checked: control.checked };
  });
  expect(seen).toEqual({ records: [], title: '', checked: false });
});

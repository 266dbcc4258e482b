import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { knownId, sought } from '../ai-training.ts';
import { openPageLab, type PageLab, type Tab } from '../page-lab.ts';

let lab: PageLab;
let tab: Tab;

beforeAll(async () => {
  lab = await openPageLab(inject('browser'));
  tab = await lab.tab();
});
afterAll(() => lab?.close());

const input = `<input type="checkbox" role="switch" aria-labelledby="${knownId}" id="c">`;
const far = (html: string) =>
  `<input id="before" autofocus><div style="height: 3000px"></div><main>${html}</main><div style="height: 3000px"></div>`;

async function show(html: string) {
  await tab.write(html);
  await tab.page.bringToFront();
  return tab.run(async (lab, sought) => {
    await lab.framesLoaded();
    document.getElementById('before')?.focus();
    let events = 0;
    for (const type of ['click', 'change', 'input']) window.addEventListener(type, () => events++);
    const before = document.body.innerHTML;

    const scene = lab.sceneNow();
    const all = { ...sought, leftOver: new WeakSet<Element>() };
    const shown = lab.show(lab.lookAtControl(scene, all, lab.closer), scene);
    const bounds = document.getElementById('c')?.getBoundingClientRect();
    return {
      shown,
      focused: document.activeElement?.id,
      inView: bounds && bounds.top >= 0 && bounds.bottom <= window.innerHeight,
      scrolled: window.scrollY > 0,
      untouched: document.body.innerHTML === before && events === 0,
    };
  }, sought);
}

describe('the control', () => {
  const rows = [
    { name: 'that is off', html: input },
    { name: 'that is on', html: input.replace('>', ' checked>') },
    { name: 'that cannot be read', html: input.replace('>', ' aria-checked="mixed">') },
    {
      name: 'that only its widget stands for',
      html: input.replace('>', ' style="opacity: 0; position: absolute">'),
    },
    {
      name: 'that is a button',
      html: `<button role="switch" aria-labelledby="${knownId}" aria-checked="true" id="c">x</button>`,
    },
  ];
  test.each(rows)(
    '$name is brought into view with the focus, and left as it is',
    async ({ html }) => {
      expect(await show(far(html))).toEqual({
        shown: true,
        focused: 'c',
        inView: true,
        scrolled: true,
        untouched: true,
      });
    },
  );

  test('inside a part that scrolls by itself is brought into view', async () => {
    const part = `<div style="height: 300px; overflow: auto"><div style="height: 2000px"></div>${input}</div>`;
    expect(await show(far(part))).toMatchObject({ shown: true, focused: 'c', inView: true });
  });

  test('inside the dialog that stands in front is brought into view', async () => {
    const dialog = `<div role="dialog" aria-modal="true">${input}</div>`;
    expect(await show(far(dialog))).toMatchObject({ shown: true, focused: 'c', inView: true });
  });

  test('that is disabled is brought into view, and the focus stays where it was', async () => {
    const seen = await show(far(input.replace('>', ' disabled>')));
    expect(seen).toMatchObject({ shown: true, inView: true });
    expect(seen.focused).not.toBe('c');
  });
});

describe('nothing is shown', () => {
  const rows = [
    { name: 'where there is no control', html: '<h1>A</h1>' },
    { name: 'where there are two', html: input + input },
    { name: 'where the control is hidden', html: `<div hidden>${input}</div>` },
    {
      name: 'where a dialog stands in front of a control that is off',
      html: `${input}<div role="dialog" aria-modal="true">A</div>`,
    },
    {
      name: 'where a dialog stands in front of a control that is on',
      html: `${input.replace('>', ' checked>')}<div role="dialog" aria-modal="true">A</div>`,
    },
  ];
  test.each(rows)('$name', async ({ html }) => {
    expect(await show(far(html))).toMatchObject({
      shown: false,
      focused: 'before',
      scrolled: false,
      untouched: true,
    });
  });

  test('where a <dialog> stands in front, which keeps the focus', async () => {
    const dialog = '<dialog id="d">A</dialog><script>d.showModal()</script>';
    expect(await show(far(input.replace('>', ' checked>') + dialog))).toMatchObject({
      shown: false,
      focused: 'd',
      scrolled: false,
      untouched: true,
    });
  });
});

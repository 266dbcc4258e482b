import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openPageLab, type PageLab, type Tab } from '../page-lab.ts';

let lab: PageLab;
let tab: Tab;

beforeAll(async () => {
  lab = await openPageLab(inject('browser'));
  tab = await lab.tab();
});
afterAll(() => lab?.close());

const mark = '<i class="mark"></i>';
const shadow = (html: string, mode = 'open') =>
  `<div><template shadowrootmode="${mode}">${html}</template></div>`;
const frame = (html: string, attributes = '') =>
  `<iframe ${attributes} srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;

/** How many trees a page has, and how many marks are found in them. */
async function count(html: string): Promise<{ roots: number; marks: number }> {
  return tab.ask(html, async (lab) => {
    await lab.framesLoaded();
    const roots = lab.findRoots(document);
    return { roots: roots.length, marks: lab.queryAll(roots, '.mark').length };
  });
}

describe.concurrent('all trees of a page are', () => {
  test.each([
    { name: 'the document', html: mark, roots: 1, marks: 1 },
    { name: 'open shadow roots', html: mark + shadow(mark) + shadow(mark), roots: 3, marks: 3 },
    { name: 'shadow roots in shadow roots', html: shadow(shadow(mark) + mark), roots: 3, marks: 2 },
    { name: 'frames', html: mark + frame(mark), roots: 2, marks: 2 },
    { name: 'frames in frames', html: frame(frame(mark) + mark), roots: 3, marks: 2 },
    { name: 'frames in shadow roots', html: shadow(frame(mark)), roots: 3, marks: 1 },
    { name: 'shadow roots in frames', html: frame(shadow(mark)), roots: 3, marks: 1 },
    { name: 'hidden ones too', html: frame(mark, 'hidden'), roots: 2, marks: 1 },
    { name: 'no closed shadow roots', html: mark + shadow(mark, 'closed'), roots: 1, marks: 1 },
    {
      name: 'no frames of another origin',
      html: mark + frame(mark, 'sandbox'),
      roots: 1,
      marks: 1,
    },
    {
      name: 'no templates',
      html: `${mark}<template>${mark}${shadow(mark)}</template>`,
      roots: 1,
      marks: 1,
    },
  ])('$name', async ({ html, roots, marks }) => {
    expect(await count(html)).toEqual({ roots, marks });
  });

  test('those of a page that is many elements deep', async () => {
    expect(await count(`${'<div>'.repeat(500)}${shadow(mark)}`)).toEqual({ roots: 2, marks: 1 });
  });
});

describe.concurrent('a tree that was found', () => {
  test('is no longer part of the page when what holds it is gone', async () => {
    const html = `<section>${shadow(mark)}${frame(mark)}</section>`;
    const attached = await tab.ask(html, async (lab) => {
      await lab.framesLoaded();
      const roots = lab.findRoots(document);
      const before = roots.map(lab.isAttached);
      document.querySelector('section')?.remove();
      return { before, after: roots.map(lab.isAttached) };
    });
    expect(attached.before).toEqual([true, true, true]);
    expect(attached.after.filter(Boolean)).toHaveLength(1);
  });

  test('is no longer part of the page when its frame shows another document', async () => {
    const attached = await tab.ask(frame(mark), async (lab) => {
      await lab.framesLoaded();
      const roots = lab.findRoots(document);
      const inner = document.querySelector('iframe') as HTMLIFrameElement;
      const loaded = new Promise((done) => inner.addEventListener('load', done));
      inner.srcdoc = '<p>A</p>';
      await loaded;
      return [lab.snapshotOf(document, roots).roots.length, lab.findRoots(document).length];
    });
    expect(attached).toEqual([1, 2]);
  });
});

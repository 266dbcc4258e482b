import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { KnownControl } from '../../../src/core/messages/orders.ts';
import { openPageLab, type PageLab, type Tab } from '../page-lab.ts';

const NAME = 'Do not share my data with partners';
const wanted: KnownControl = {
  key: 'toy/do-not-share',
  kind: 'checkbox',
  hook: { attribute: 'id', value: 'doNotShare' },
  names: [NAME],
};

let lab: PageLab;
let tab: Tab;
beforeAll(async () => {
  lab = await openPageLab(inject('browser'));
  tab = await lab.tab();
});
afterAll(() => lab?.close());

function find(html: string): Promise<string> {
  return tab.ask(
    `<main>${html}</main>`,
    (lab, wanted) => {
      const search = { wanted, others: [], leftOver: new WeakSet<Element>() };
      const found = lab.findControl(lab.sceneNow(), search, lab.closer);
      if (found.kind !== 'one') return found.kind;
      if (!found.control.hasAttribute('data-ours')) return 'a wrong control';
      return found.isNamed ? found.strategy : `${found.strategy}, unnamed`;
    },
    wanted,
  );
}

const box = (name: string, attributes = '') =>
  `<label><input type="checkbox" ${attributes}> ${name}</label>`;
const other = box('Send me the newsletter', 'id="newsletter"');
const aSwitch = '<input type="checkbox" role="switch" id="aSwitch">';

describe.concurrent('a checkbox', () => {
  test.each([
    { name: 'with the known id is found', html: other + box('Any', 'id="doNotShare" data-ours') },
    {
      name: 'with the known id is found where it is drawn as a switch',
      html: other + box('Any', 'id="doNotShare" role="switch" data-ours'),
    },
  ])('$name', async ({ html }) => {
    expect(await find(html)).toBe('known-id');
  });

  test.each([
    { name: 'of the exact name is found', html: other + box(NAME, 'data-ours') },
    { name: 'of the exact name is found beside a switch', html: aSwitch + box(NAME, 'data-ours') },
  ])('$name', async ({ html }) => {
    expect(await find(html)).toBe('name');
  });

  test.each([
    { name: 'of a longer name is not', html: other + box(`${NAME} and friends`) },
    { name: 'of a part of the name is not', html: other + box('Do not share my data') },
    { name: 'that nobody can see is not', html: `${other}<div hidden>${box(NAME)}</div>` },
  ])('$name', async ({ html }) => {
    expect(await find(html)).toBe('none');
  });

  test('is not what a button of the exact name is, that is drawn as a switch', async () => {
    expect(await find(`${other}<button role="switch">${NAME}</button>`)).toBe('none');
  });

  test('is not guessed between two of the exact name', async () => {
    expect(await find(box(NAME) + box(NAME))).toBe('ambiguous');
  });

  test('that nothing names is the only one where no other is, whatever switches there are', async () => {
    const anonymous = '<input type="checkbox" data-ours>';
    const button = '<button role="switch" id="aSwitch">Other</button>';
    expect(await find(anonymous + button)).toBe('only-switch, unnamed');
    expect(await find(anonymous + other)).toBe('none');
  });
});

import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { sought } from '../ai-training.ts';
import { openPageLab, type PageLab, type Tab } from '../page-lab.ts';

let lab: PageLab;
let tab: Tab;

beforeAll(async () => {
  lab = await openPageLab(inject('browser'));
  tab = await lab.tab();
});
afterAll(() => lab?.close());

/** The control has the id `c`. A row's script runs in the page before the control is read. */
interface Row {
  readonly name: string;
  readonly html: string;
  readonly script?: string;
}

async function read({ html, script = '' }: Row): Promise<unknown> {
  return tab.ask(
    `<main>${html}</main><script>${script}</script>`,
    async (lab, { stateWords }) => {
      await lab.framesLoaded();
      const control = lab.controlNow();
      return lab.readControl(control, 'known-id', lab.statedPosition(control, stateWords));
    },
    sought,
  );
}

const checkbox = (attributes = '') => `<input type="checkbox" role="switch" id="c" ${attributes}>`;
const button = (attributes = '') => `<button role="switch" id="c" ${attributes}>x</button>`;
const div = (attributes = '') => `<div role="switch" tabindex="0" id="c" ${attributes}>x</div>`;

describe.concurrent('on is', () => {
  const rows: Row[] = [
    { name: 'a ticked checkbox', html: checkbox('checked') },
    {
      name: 'a checkbox that a script ticked, without the attribute',
      html: checkbox(),
      script: 'c.checked = true',
    },
    {
      name: 'a ticked checkbox of which aria-checked says so too',
      html: checkbox('checked aria-checked="true"'),
    },
    {
      name: 'a ticked checkbox that is no longer indeterminate',
      html: checkbox('checked'),
      script: 'c.indeterminate = true; c.indeterminate = false',
    },
    {
      name: 'a ticked checkbox with aria-disabled="false"',
      html: checkbox('checked aria-disabled="false"'),
    },
    { name: 'a button with aria-checked', html: button('aria-checked="true"') },
    { name: 'a plain element with aria-checked', html: div('aria-checked="true"') },
    {
      name: 'a button with a contradicting attribute `checked` that means nothing there',
      html: div('aria-checked="true" checked="false"'),
    },
  ];
  test.each(rows)('$name', async (row) => {
    expect(await read(row)).toEqual({ state: 'on', strategy: 'known-id' });
  });
});

describe.concurrent('off is', () => {
  const rows: Row[] = [
    { name: 'an unticked checkbox', html: checkbox() },
    {
      name: 'a checkbox that a script unticked, the attribute still there',
      html: checkbox('checked'),
      script: 'c.checked = false',
    },
    {
      name: 'an unticked checkbox of which aria-checked says so too',
      html: checkbox('aria-checked="false"'),
    },
    { name: 'a button with aria-checked', html: button('aria-checked="false"') },
    { name: 'a plain element with aria-checked', html: div('aria-checked="false"') },
    {
      name: 'a plain element with an attribute `checked`, which means nothing there',
      html: div('aria-checked="false" checked'),
    },
  ];
  test.each(rows)('$name', async (row) => {
    expect(await read(row)).toEqual({ state: 'off', strategy: 'known-id' });
  });
});

describe.concurrent('unreadable is', () => {
  const rows: Row[] = [
    {
      name: 'a ticked checkbox with aria-checked="false"',
      html: checkbox('checked aria-checked="false"'),
    },
    {
      name: 'an unticked checkbox with aria-checked="true"',
      html: checkbox('aria-checked="true"'),
    },
    {
      name: 'a checkbox that a script unticked behind aria-checked',
      html: checkbox('checked aria-checked="true"'),
      script: 'c.checked = false',
    },
    {
      name: 'an indeterminate unticked checkbox',
      html: checkbox(),
      script: 'c.indeterminate = true',
    },
    {
      name: 'an indeterminate ticked checkbox',
      html: checkbox('checked'),
      script: 'c.indeterminate = true',
    },
    {
      name: 'a disabled indeterminate checkbox',
      html: checkbox('disabled'),
      script: 'c.indeterminate = true',
    },
    {
      name: 'an unticked checkbox with aria-checked="mixed"',
      html: checkbox('aria-checked="mixed"'),
    },
    { name: 'an unticked checkbox with an empty aria-checked', html: checkbox('aria-checked=""') },
    { name: 'an unticked checkbox with aria-checked="no"', html: checkbox('aria-checked="no"') },
    {
      name: 'an unticked checkbox with aria-checked="FALSE"',
      html: checkbox('aria-checked="FALSE"'),
    },
    {
      name: 'an unticked checkbox with aria-checked="undefined"',
      html: checkbox('aria-checked="undefined"'),
    },
    { name: 'a button without aria-checked', html: button() },
    { name: 'a button with aria-pressed only', html: button('aria-pressed="false"') },
    { name: 'a plain element without aria-checked', html: div('class="off"') },
    { name: 'a plain element with aria-checked="mixed"', html: div('aria-checked="mixed"') },
    { name: 'a plain element with an empty aria-checked', html: div('aria-checked=""') },
    { name: 'a plain element with " false "', html: div('aria-checked=" false "') },
    {
      name: 'a plain element on which a script set `checked`',
      html: div(),
      script: 'c.checked = false',
    },
    { name: 'a disabled button without aria-checked', html: button('disabled') },
    { name: 'an input of another type', html: '<input type="button" role="switch" id="c">' },
    { name: 'a ticked radio button', html: '<input type="radio" role="switch" id="c" checked>' },
    { name: 'an unticked checkbox beside which stands On', html: `<p>${checkbox()} On</p>` },
    {
      name: 'a ticked checkbox beside which stands Off',
      html: `<p>${checkbox('checked')} Off</p>`,
    },
    {
      name: 'a disabled checkbox beside which stands On',
      html: `<p>${checkbox('disabled')} On</p>`,
    },
    {
      name: 'a button that is off and calls itself On',
      html: '<button role="switch" aria-checked="false" id="c">On</button>',
    },
  ];
  test.each(rows)('$name', async (row) => {
    expect(await read(row)).toEqual({ state: 'unknown', reason: 'unreadable' });
  });
});

describe.concurrent('locked, and on which side, is', () => {
  const rows: (Row & { position: 'on' | 'off' })[] = [
    { name: 'a disabled ticked checkbox', html: checkbox('disabled checked'), position: 'on' },
    { name: 'a disabled unticked checkbox', html: checkbox('disabled'), position: 'off' },
    {
      name: 'a checkbox that a script disabled',
      html: checkbox('checked'),
      script: 'c.disabled = true',
      position: 'on',
    },
    {
      name: 'a checkbox in a disabled fieldset',
      html: `<fieldset disabled>${checkbox()}</fieldset>`,
      position: 'off',
    },
    {
      name: 'a checkbox with aria-disabled',
      html: checkbox('aria-disabled="true" checked'),
      position: 'on',
    },
    {
      name: 'a checkbox below an element with aria-disabled',
      html: `<div aria-disabled="true"><p>${checkbox()}</p></div>`,
      position: 'off',
    },
    {
      name: 'a checkbox with aria-readonly',
      html: checkbox('aria-readonly="true" checked'),
      position: 'on',
    },
    {
      name: 'a button with aria-readonly',
      html: button('aria-readonly="true" aria-checked="false"'),
      position: 'off',
    },
    {
      name: 'a plain element with aria-readonly',
      html: div('aria-readonly="true" aria-checked="true"'),
      position: 'on',
    },
    {
      name: 'a checkbox in a shadow root below an element with aria-disabled',
      html: `<div aria-disabled="true"><template shadowrootmode="open">${checkbox()}</template></div>`,
      position: 'off',
    },
    {
      name: 'a checkbox in a frame with aria-disabled',
      html: `<iframe aria-disabled="true" srcdoc='${checkbox()}'></iframe>`,
      position: 'off',
    },
    {
      name: 'a locked control that its word agrees with',
      html: `<p>${checkbox('disabled')} Off</p>`,
      position: 'off',
    },
    { name: 'a disabled button', html: button('disabled aria-checked="true"'), position: 'on' },
    {
      name: 'a button in a disabled fieldset',
      html: `<fieldset disabled>${button('aria-checked="false"')}</fieldset>`,
      position: 'off',
    },
    {
      name: 'a plain element with aria-disabled',
      html: div('aria-disabled="true" aria-checked="false"'),
      position: 'off',
    },
  ];
  test.each(rows)('$name', async (row) => {
    const locked = { state: 'locked', position: row.position, strategy: 'known-id' };
    expect(await read(row)).toEqual(locked);
  });
});

describe.concurrent('not locked is', () => {
  const rows: Row[] = [
    {
      name: 'a checkbox in the legend of a disabled fieldset',
      html: `<fieldset disabled><legend>${checkbox('checked')}</legend></fieldset>`,
    },
    {
      name: 'a checkbox beside a disabled fieldset',
      html: `<fieldset disabled></fieldset>${checkbox('checked')}`,
    },
    // The attribute means nothing on a checkbox.
    { name: 'a checkbox with `readonly`', html: checkbox('checked readonly') },
    { name: 'with aria-readonly="false"', html: checkbox('checked aria-readonly="false"') },
    {
      name: 'below an element that may only be read',
      html: `<div aria-readonly="true">${checkbox('checked')}</div>`,
    },
    {
      name: 'a plain element in a disabled fieldset',
      html: `<fieldset disabled>${div('aria-checked="true"')}</fieldset>`,
    },
    {
      name: 'a plain element with an attribute `disabled`, which means nothing there',
      html: div('aria-checked="true" disabled'),
    },
  ];
  test.each(rows)('$name', async (row) => {
    expect(await read(row)).toEqual({ state: 'on', strategy: 'known-id' });
  });
});

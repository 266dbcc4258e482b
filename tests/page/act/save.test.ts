import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { PressResult } from '../../../src/core/errand/errand.schema.ts';
import { knownId } from '../ai-training.ts';
import { openPageLab, type PageLab } from '../page-lab.ts';
import type { Pressed } from '../press-entry.ts';

/** How often the page is looked at after a press. */
const LOOK_MS = 100;
/** How long a new position must hold. */
const HOLD_MS = 1_500;
const LONGEST_MS = 5_000;
/** How soon a form must offer to be saved. */
const OFFERS_SAVE_MS = 1_000;

const dialog = '<dialog id="d"><button id="yes">Yes</button></dialog>';
const control = (behaviour: string) =>
  `<p id="${knownId}">Name</p><input type="checkbox" role="switch" aria-labelledby="${knownId}" id="c" checked ${behaviour}>`;

/** A page that is saved by a button, which it lets be pressed once something was changed. */
const form = (
  button: string,
  behaviour = 'document.getElementById("save")?.toggleAttribute("disabled", false)',
) => `${control(`onchange='${behaviour}'`)} ${button}`;
const saveButton = (attributes = 'id="save" disabled') =>
  `<button type="button" ${attributes} onclick="fetch('/save?ms=0')">Save changes</button>`;

interface Scene {
  readonly name: string;
  readonly html: string;
  readonly result: PressResult;
  /** Whether the page's own request was answered meanwhile. */
  readonly saved?: true;
  /** How long it takes, in milliseconds of the page's clock. */
  readonly takes: number;
  /** The ids of what is pressed, in order. */
  readonly presses: readonly string[];
}

/** Seen to have moved at the first look, saved then, and looked at from the next one on. */
const savedAndHeld = LOOK_MS + LOOK_MS + HOLD_MS;

const scenes: Scene[] = [
  {
    name: 'with the known button is saved',
    html: form(saveButton()),
    result: 'moved',
    saved: true,
    presses: ['c', 'save'],
    takes: savedAndHeld,
  },
  {
    name: 'with a button of the exact name is saved',
    html: form(
      saveButton('id="other-save" disabled'),
      'document.getElementById("other-save").disabled = false',
    ),
    result: 'moved',
    saved: true,
    presses: ['c', 'other-save'],
    takes: savedAndHeld,
  },
  {
    name: 'with a button that is let be pressed later is saved then',
    html: form(
      saveButton(),
      'setTimeout(() => { document.getElementById("save").disabled = false }, 900)',
    ),
    result: 'moved',
    saved: true,
    presses: ['c', 'save'],
    takes: 900 + LOOK_MS + HOLD_MS,
  },
  {
    name: 'with a button that may be pressed before is not touched: somebody has changed something',
    html: form(saveButton('id="save"')),
    result: 'unsaved-changes',
    presses: [],
    takes: 0,
  },
  {
    name: 'that has not got its data yet is not touched',
    html: `${form(saveButton())}<p id="empty"></p>`,
    result: 'not-sure',
    presses: [],
    takes: 0,
  },
  {
    name: 'that draws its control anew is saved by its own button',
    html: `<form onsubmit="return false">${form(saveButton(), 'document.getElementById("save").disabled = false; this.replaceWith(this.cloneNode())')}</form>${saveButton('id="other"')}`,
    result: 'moved',
    saved: true,
    presses: ['c', 'save'],
    takes: savedAndHeld,
  },
  {
    name: 'without the button is not touched',
    html: form(saveButton('id="other-save" disabled').replace('Save changes', 'Save')),
    result: 'not-sure',
    presses: [],
    takes: 0,
  },
  {
    name: 'with two buttons of the name is not touched',
    html: form(saveButton('id="a" disabled') + saveButton('id="b" disabled')),
    result: 'not-sure',
    presses: [],
    takes: 0,
  },
  {
    name: 'with a known button that nobody can see is not saved by another one of the name',
    html: form(saveButton('id="save" disabled hidden') + saveButton('id="other" disabled')),
    result: 'not-sure',
    presses: [],
    takes: 0,
  },
  {
    name: 'is not saved by the button of another form',
    html: `<form onsubmit="return false">${form('')}</form><form>${saveButton()}</form>`,
    result: 'not-sure',
    presses: [],
    takes: 0,
  },
  {
    name: 'with a button that nobody can see is not touched',
    html: form(saveButton('id="save" disabled hidden')),
    result: 'not-sure',
    presses: [],
    takes: 0,
  },
  {
    name: 'with a button that is never let be pressed cannot be saved',
    html: form(saveButton(), ''),
    result: 'could-not-save',
    presses: ['c'],
    takes: LOOK_MS + OFFERS_SAVE_MS,
  },
  {
    name: 'with a button behind a dialog that the press has opened asks, and is not saved',
    html:
      form(saveButton(), 'document.getElementById("save").disabled = false; d.showModal()') +
      dialog,
    result: 'asks',
    presses: ['c'],
    takes: LOOK_MS,
  },
  {
    name: 'that is put back before it can be saved is not saved',
    html: form(saveButton(), 'setTimeout(() => { this.checked = true }, 0)'),
    result: 'no-effect',
    presses: ['c'],
    takes: LONGEST_MS,
  },
  {
    name: 'that is put back while it waits to be saved has sprung back',
    html: form(saveButton(), 'setTimeout(() => { this.checked = true }, 350)'),
    result: 'sprang-back',
    presses: ['c'],
    takes: 400,
  },
  {
    name: 'with a button that asks to confirm asks',
    html: form(saveButton().replace("fetch('/save?ms=0')", 'd.showModal()')) + dialog,
    result: 'asks',
    presses: ['c', 'save'],
    takes: LOOK_MS + LOOK_MS,
  },
];

type Code = typeof import('../press-entry.ts');

let lab: PageLab<Code>;
let outcomes: ReadonlyMap<string, Pressed>;

beforeAll(async () => {
  lab = await openPageLab<Code>(inject('browser'), 'press-entry.ts');
  const tab = await lab.tab();
  const pressed = await tab.run(
    (lab, pages) => lab.playSaves(pages),
    scenes.map(({ html }) => `<main>${html}</main>`),
  );
  outcomes = new Map(scenes.map(({ name }, index) => [name, pressed[index] as Pressed]));
});
afterAll(() => lab?.close());

describe('a press of a control on a form', () => {
  test.each(scenes)('$name', ({ name, result, saved = false, presses, takes }) => {
    const events = presses.map((id) => `click ${id}`);
    expect(outcomes.get(name)).toEqual({ result, saved, tookMs: takes, events });
  });
});

test.each([
  ['whose button waits to be pressed', form(saveButton('id="save"')), false],
  ['whose button is not to be pressed', form(saveButton()), true],
  ['without its button', form(''), null],
  ['whose button nobody can see', form(saveButton('id="save" disabled hidden')), null],
] as const)('a form %s: saved %s', async (_, html, saved) => {
  const tab = await lab.tab();
  await tab.visit(`<main>${html}</main>`);
  expect(await tab.run((lab) => lab.isSavedNow())).toBe(saved);
});

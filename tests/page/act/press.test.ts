import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type PressResult, pressResults } from '../../../src/core/errand/errand.schema.ts';
import { knownId } from '../ai-training.ts';
import { openPageLab, type PageLab, type Tab } from '../page-lab.ts';
import type { Pressed } from '../press-entry.ts';

/** How often the page is looked at after a press. */
const LOOK_MS = 100;
/** How long a new position must hold. */
const HOLD_MS = 1_500;
const LONGEST_MS = 5_000;

/** An input as LinkedIn has it, with what the page does about a press. */
const control = (behaviour = '', checked = true) =>
  `<p id="${knownId}">Name</p><div id="row"><label id="label"><input type="checkbox" role="switch"
   aria-labelledby="${knownId}" id="c" ${checked ? 'checked' : ''} ${behaviour}>
   <span id="widget"></span></label><button id="other">Other</button></div>`;
const button = (behaviour: string) =>
  `<button role="switch" aria-labelledby="${knownId}" aria-checked="true" id="c" ${behaviour}>x</button>`;
const saves = (ms: number, then = '') =>
  `onchange="fetch('/save?ms=${ms}')${then && `.then(() => { ${then} })`}"`;
const refuses = 'onclick="event.preventDefault()"';
const asks = (question: string) => `onclick="event.preventDefault(); ${question}"`;
const dialog = '<dialog id="d"><button id="yes">Yes</button><button id="no">No</button></dialog>';
const ariaDialog = `<div id="d" role="dialog" aria-modal="true" hidden><button id="yes">Yes</button></div>`;

interface Scene {
  readonly name: string;
  readonly html: string;
  readonly result: PressResult;
  /** Whether the page's own request was answered meanwhile. */
  readonly saved?: true;
  /** Whether the control is to be pressed at all. */
  readonly pressed: boolean;
  /** How long it takes, in milliseconds of the page's clock. */
  readonly takes: number;
}

/** It has held from the first look on. */
const held = LOOK_MS + HOLD_MS;

const scenes: Scene[] = [
  {
    name: 'beside which the page asks something else of its server waits for its own request',
    html: control(`onchange="fetch('/track?ms=0')"`),
    result: 'moved',
    pressed: true,
    takes: LONGEST_MS,
  },
  {
    name: 'that opens a window in a corner has moved',
    html: `${control(`onchange="fetch('/save?ms=0'); chat.hidden = false"`)}<div role="dialog" id="chat" hidden
      style="position: fixed; right: 0; bottom: 0; width: 9em; height: 9em">Messages</div>`,
    result: 'moved',
    pressed: true,
    saved: true,
    takes: held,
  },
  {
    name: 'that opens a dialog with the focus in it asks',
    html: `${control(asks('d.hidden = false; yes.focus()'))}<div role="dialog" id="d" hidden><button id="yes">Yes</button></div>`,
    result: 'asks',
    pressed: true,
    takes: LOOK_MS,
  },
  {
    name: 'that opens a dialog over itself asks',
    html: `${control(asks('d.hidden = false'))}<div role="alertdialog" id="d" hidden style="position: fixed; inset: 0">Really?</div>`,
    result: 'asks',
    pressed: true,
    takes: LOOK_MS,
  },
  {
    name: 'of which nobody knows what it is for is not pressed',
    html: '<main><input type="checkbox" role="switch" id="c" checked></main>',
    result: 'not-sure',
    pressed: false,
    takes: 0,
  },
  {
    name: 'that saves at once has moved when it has held for a while',
    html: control(saves(200)),
    result: 'moved',
    pressed: true,
    saved: true,
    takes: 200 + HOLD_MS,
  },
  {
    name: 'that saves slowly has moved when it has held for a while after the answer',
    html: control(saves(2_400)),
    result: 'moved',
    pressed: true,
    saved: true,
    takes: 2_400 + HOLD_MS,
  },
  {
    name: 'that saves without an end has moved after the longest wait',
    html: control(saves(20_000)),
    result: 'moved',
    pressed: true,
    takes: LONGEST_MS,
  },
  {
    name: 'that asks no server has moved after the longest wait',
    html: control(),
    result: 'moved',
    pressed: true,
    takes: LONGEST_MS,
  },
  {
    name: 'that had asked a server before the press waits for another request',
    html: `${control()}<script>fetch('/save?ms=0')</script>`,
    result: 'moved',
    pressed: true,
    takes: LONGEST_MS,
  },
  {
    name: 'that is a button has moved',
    html: button(`onclick="this.ariaChecked = 'false'; fetch('/save?ms=0')"`),
    result: 'moved',
    pressed: true,
    saved: true,
    takes: held,
  },
  {
    name: 'in a shadow root has moved',
    html: `<div><template shadowrootmode="open">${control(saves(0))}</template></div>`,
    result: 'moved',
    pressed: true,
    saved: true,
    takes: held,
  },
  {
    name: 'beside which the page writes its position has moved',
    html: `<p>${button(`onclick="this.ariaChecked = 'false'; word.textContent = 'Off'; fetch('/save?ms=0')"`)} <span id="word">On</span></p>`,
    result: 'moved',
    pressed: true,
    saved: true,
    takes: held,
  },
  {
    name: 'beside which the page writes its position when it has saved has moved',
    html: `<p>${button(`onclick="this.ariaChecked = 'false'; fetch('/save?ms=900').then(() => { word.textContent = 'Off' })"`)} <span id="word">On</span></p>`,
    result: 'moved',
    pressed: true,
    saved: true,
    takes: 900 + HOLD_MS,
  },
  {
    name: 'beside which the page goes on writing that it is on is lost',
    html: `<p>${button(`onclick="this.ariaChecked = 'false'; fetch('/save?ms=0')"`)} <span id="word">On</span></p>`,
    result: 'lost',
    pressed: true,
    saved: true,
    takes: LONGEST_MS,
  },
  {
    name: 'that the page draws anew has moved',
    html: control(`onchange="fetch('/save?ms=0'); this.replaceWith(this.cloneNode())"`),
    result: 'moved',
    pressed: true,
    saved: true,
    takes: held,
  },
  {
    name: 'that goes away for a moment has moved',
    html: control(
      `onchange="fetch('/save?ms=0'); this.remove(); setTimeout(() => row.append(this), 1000)"`,
    ),
    result: 'moved',
    pressed: true,
    saved: true,
    takes: 1_000 + HOLD_MS,
  },
  {
    name: 'beside a dialog that was open before has moved',
    html: `${control(saves(0))}<div role="dialog">A</div>`,
    result: 'moved',
    pressed: true,
    saved: true,
    takes: held,
  },
  {
    name: 'that the page puts back has sprung back',
    html: control(`onchange="setTimeout(() => { this.checked = true }, 600)"`),
    result: 'sprang-back',
    pressed: true,
    takes: 600,
  },
  {
    name: 'that the page puts back when saving fails has sprung back',
    html: control(saves(2_500, 'this.checked = true')),
    result: 'sprang-back',
    pressed: true,
    saved: true,
    takes: 2_500,
  },
  {
    name: 'that the page puts back a while after saving has failed has sprung back',
    html: control(saves(1_500, 'setTimeout(() => { this.checked = true }, 800)')),
    result: 'sprang-back',
    pressed: true,
    saved: true,
    takes: 2_300,
  },
  {
    name: 'that opens a dialog asks',
    html: control(asks('d.showModal()')) + dialog,
    result: 'asks',
    pressed: true,
    takes: LOOK_MS,
  },
  {
    name: 'that opens a dialog after it has moved asks',
    html: control(`onchange="setTimeout(() => d.showModal(), 400)"`) + dialog,
    result: 'asks',
    pressed: true,
    takes: 400,
  },
  {
    name: 'that opens a dialog without <dialog> asks',
    html: control(asks('d.hidden = false')) + ariaDialog,
    result: 'asks',
    pressed: true,
    takes: LOOK_MS,
  },
  {
    name: 'that ignores the press has no effect',
    html: control(refuses),
    result: 'no-effect',
    pressed: true,
    takes: LONGEST_MS,
  },
  {
    name: 'that goes away is lost',
    html: control('onclick="this.remove()"'),
    result: 'lost',
    pressed: true,
    takes: LONGEST_MS,
  },
  {
    name: 'that becomes unreadable is lost',
    html: control(`onchange="this.ariaChecked = 'mixed'"`),
    result: 'lost',
    pressed: true,
    takes: LONGEST_MS,
  },
  {
    name: 'that is not there is lost',
    html: '<h1>A</h1>',
    result: 'lost',
    pressed: false,
    takes: 0,
  },
  {
    name: 'that is there twice is lost',
    html: control() + control(),
    result: 'lost',
    pressed: false,
    takes: 0,
  },
  {
    name: 'that is disabled is locked',
    html: control('disabled'),
    result: 'locked',
    pressed: false,
    takes: 0,
  },
  {
    name: 'that is aria-disabled is locked',
    html: control('aria-disabled="true"'),
    result: 'locked',
    pressed: false,
    takes: 0,
  },
  {
    name: 'behind a modal dialog is covered',
    html: `${control()}${dialog}<script>d.showModal()</script>`,
    result: 'covered',
    pressed: false,
    takes: 0,
  },
  {
    name: 'that is indeterminate is unreadable',
    html: `${control('', false)}<script>c.indeterminate = true</script>`,
    result: 'unreadable',
    pressed: false,
    takes: 0,
  },
  {
    name: 'of which property and attribute disagree is unreadable',
    html: control('aria-checked="true"', false),
    result: 'unreadable',
    pressed: false,
    takes: 0,
  },
  {
    name: 'beside which the page writes the other position is unreadable',
    html: `<div>${control()} <span>Off</span></div>`,
    result: 'unreadable',
    pressed: false,
    takes: 0,
  },
  {
    name: 'that is aria-readonly is locked',
    html: control('aria-readonly="true"'),
    result: 'locked',
    pressed: false,
    takes: 0,
  },
  {
    name: 'that stands there already has moved',
    html: control('', false),
    result: 'moved',
    pressed: false,
    takes: 0,
  },
];

const coveredThere = {
  name: 'that seems to stand there already, behind a modal dialog',
  html: `${control('', false)}${dialog}<script>d.showModal()</script>`,
};

type Code = typeof import('../press-entry.ts');

let lab: PageLab<Code>;
let tab: Tab<Code>;
let outcomes: ReadonlyMap<string, Pressed>;

beforeAll(async () => {
  lab = await openPageLab<Code>(inject('browser'), 'press-entry.ts');
  tab = await lab.tab();
  const all = [...scenes, coveredThere];
  const pressed = await tab.run(
    (lab, pages) => lab.playPresses(pages),
    all.map(({ html }) => `<main>${html}</main>`),
  );
  outcomes = new Map(all.map(({ name }, index) => [name, pressed[index] as Pressed]));
});
afterAll(() => lab?.close());

describe('a press of a control', () => {
  test('is tried in every way', () => {
    // Those of a form are in save.test.ts.
    const ofForms: readonly PressResult[] = ['unsaved-changes', 'could-not-save'];
    const all = pressResults.filter((result) => !ofForms.includes(result));
    expect(new Set(scenes.map(({ result }) => result))).toEqual(new Set(all));
    expect(outcomes.size).toBe(scenes.length + 1);
  });

  test.each(scenes)('$name', ({ name, result, saved = false, pressed, takes }) => {
    const events = pressed ? ['click c'] : [];
    expect(outcomes.get(name)).toEqual({ result, saved, tookMs: takes, events });
  });

  test('is not waited for any longer once the person has gone elsewhere', async () => {
    const { result, tookMs, events } = await tab.run(
      (lab, html) => lab.playPress(html, 350),
      `<main>${control()}</main>`,
    );
    expect(result).toBe('lost');
    expect(tookMs).toBe(350);
    expect(events).toEqual(['click c']);
  });

  test('by the clock of the browser waits for the save, and for the switch to hold', async () => {
    await tab.visit(`<main>${control(saves(1_700))}</main>`);
    const { result, tookMs, events } = await tab.run((lab) => lab.pressNow());
    expect(result).toBe('moved');
    expect(tookMs).toBeGreaterThanOrEqual(1_700);
    expect(events).toEqual(['click c']);
  });

  test('that seems to stand there already, behind a modal dialog, is not made', () => {
    expect(outcomes.get(coveredThere.name)?.events).toEqual([]);
  });

  // `press` says `unreadable`, because what is covered has no position.
  test('that seems to stand there already, behind a modal dialog, is covered', () => {
    expect(outcomes.get(coveredThere.name)?.result).toBe('covered');
  });
});

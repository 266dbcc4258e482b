import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type PressResult, pressResults } from '../../src/core/errand.ts';
import { knownId, sought } from './ai-training.ts';
import { openPageLab, type PageLab, type Tab } from './page-lab.ts';

const HOLD_MS = 1_500;
const LONGEST_MS = 5_000;

/** An input as LinkedIn has it, with what the page does about a press. */
const control = (behaviour = '', checked = true) =>
  `<p id="${knownId}">Name</p><div id="row"><label id="label"><input type="checkbox" role="switch"
   aria-labelledby="${knownId}" id="c" ${checked ? 'checked' : ''} ${behaviour}>
   <span id="widget"></span></label><button id="other">Other</button></div>`;
const button = (behaviour: string) =>
  `<button role="switch" aria-labelledby="${knownId}" aria-checked="true" id="c" ${behaviour}>x</button>`;
/** Each scene its own time: browsers ask the same address only once at a time. */
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
  /** Whether the control is to be pressed at all. */
  readonly pressed: boolean;
  /** How long it takes, in milliseconds. */
  readonly takes: readonly [atLeast: number, lessThan: number];
}

/** Told apart from the longest wait with time to spare, for a machine may be slow. */
const untilSaved = (ms: number) => [ms, LONGEST_MS] as const;
const quickly = untilSaved(0);
const toTheEnd = [LONGEST_MS, Number.POSITIVE_INFINITY] as const;

const scenes: Scene[] = [
  {
    name: 'that saves at once has moved when it has held for a while',
    html: control(saves(200)),
    result: 'moved',
    pressed: true,
    takes: untilSaved(HOLD_MS),
  },
  {
    name: 'that saves slowly has moved when the request has finished',
    html: control(saves(2_400)),
    result: 'moved',
    pressed: true,
    takes: untilSaved(2_400),
  },
  {
    name: 'that saves without an end has moved after the longest wait',
    html: control(saves(20_000)),
    result: 'moved',
    pressed: true,
    takes: toTheEnd,
  },
  {
    name: 'that asks no server has moved after the longest wait',
    html: control(),
    result: 'moved',
    pressed: true,
    takes: toTheEnd,
  },
  {
    name: 'that had asked a server before the press waits for another request',
    html: `${control()}<script>fetch('/save?ms=0')</script>`,
    result: 'moved',
    pressed: true,
    takes: toTheEnd,
  },
  {
    name: 'that is a button has moved',
    html: button(`onclick="this.ariaChecked = 'false'; fetch('/save?ms=0')"`),
    result: 'moved',
    pressed: true,
    takes: untilSaved(HOLD_MS),
  },
  {
    name: 'in a shadow root has moved',
    html: `<div><template shadowrootmode="open">${control(saves(0))}</template></div>`,
    result: 'moved',
    pressed: true,
    takes: untilSaved(HOLD_MS),
  },
  {
    name: 'beside which the page writes its position has moved',
    html: `<p>${button(`onclick="this.ariaChecked = 'false'; word.textContent = 'Off'; fetch('/save?ms=0')"`)} <span id="word">On</span></p>`,
    result: 'moved',
    pressed: true,
    takes: untilSaved(HOLD_MS),
  },
  {
    name: 'beside which the page writes its position when it has saved has moved',
    html: `<p>${button(`onclick="this.ariaChecked = 'false'; fetch('/save?ms=900').then(() => { word.textContent = 'Off' })"`)} <span id="word">On</span></p>`,
    result: 'moved',
    pressed: true,
    takes: untilSaved(900 + HOLD_MS),
  },
  {
    name: 'beside which the page goes on writing that it is on is lost',
    html: `<p>${button(`onclick="this.ariaChecked = 'false'; fetch('/save?ms=0')"`)} <span id="word">On</span></p>`,
    result: 'lost',
    pressed: true,
    takes: toTheEnd,
  },
  {
    name: 'that the page draws anew has moved',
    html: control(`onchange="fetch('/save?ms=0'); this.replaceWith(this.cloneNode())"`),
    result: 'moved',
    pressed: true,
    takes: untilSaved(HOLD_MS),
  },
  {
    name: 'that goes away for a moment has moved',
    html: control(
      `onchange="fetch('/save?ms=0'); this.remove(); setTimeout(() => row.append(this), 1000)"`,
    ),
    result: 'moved',
    pressed: true,
    takes: untilSaved(1_000 + HOLD_MS),
  },
  {
    name: 'beside a dialog that was open before has moved',
    html: `${control(saves(0))}<div role="dialog">A</div>`,
    result: 'moved',
    pressed: true,
    takes: untilSaved(HOLD_MS),
  },
  {
    name: 'that the page puts back has sprung back',
    html: control(`onchange="setTimeout(() => { this.checked = true }, 600)"`),
    result: 'sprang-back',
    pressed: true,
    takes: untilSaved(600),
  },
  {
    name: 'that the page puts back when saving fails has sprung back',
    html: control(saves(2_500, 'this.checked = true')),
    result: 'sprang-back',
    pressed: true,
    takes: untilSaved(2_500),
  },
  {
    name: 'that opens a dialog asks',
    html: control(asks('d.showModal()')) + dialog,
    result: 'asks',
    pressed: true,
    takes: quickly,
  },
  {
    name: 'that opens a dialog after it has moved asks',
    html: control(`onchange="setTimeout(() => d.showModal(), 400)"`) + dialog,
    result: 'asks',
    pressed: true,
    takes: untilSaved(400),
  },
  {
    name: 'that opens a dialog without <dialog> asks',
    html: control(asks('d.hidden = false')) + ariaDialog,
    result: 'asks',
    pressed: true,
    takes: quickly,
  },
  {
    name: 'that ignores the press has no effect',
    html: control(refuses),
    result: 'no-effect',
    pressed: true,
    takes: toTheEnd,
  },
  {
    name: 'that goes away is lost',
    html: control('onclick="this.remove()"'),
    result: 'lost',
    pressed: true,
    takes: toTheEnd,
  },
  {
    name: 'that becomes unreadable is lost',
    html: control(`onchange="this.ariaChecked = 'mixed'"`),
    result: 'lost',
    pressed: true,
    takes: toTheEnd,
  },
  {
    name: 'that is not there is lost',
    html: '<h1>A</h1>',
    result: 'lost',
    pressed: false,
    takes: quickly,
  },
  {
    name: 'that is there twice is lost',
    html: control() + control(),
    result: 'lost',
    pressed: false,
    takes: quickly,
  },
  {
    name: 'that is disabled is locked',
    html: control('disabled'),
    result: 'locked',
    pressed: false,
    takes: quickly,
  },
  {
    name: 'that is aria-disabled is locked',
    html: control('aria-disabled="true"'),
    result: 'locked',
    pressed: false,
    takes: quickly,
  },
  {
    name: 'behind a modal dialog is covered',
    html: `${control()}${dialog}<script>d.showModal()</script>`,
    result: 'covered',
    pressed: false,
    takes: quickly,
  },
  {
    name: 'that is indeterminate is unreadable',
    html: `${control('', false)}<script>c.indeterminate = true</script>`,
    result: 'unreadable',
    pressed: false,
    takes: quickly,
  },
  {
    name: 'of which property and attribute disagree is unreadable',
    html: control('aria-checked="true"', false),
    result: 'unreadable',
    pressed: false,
    takes: quickly,
  },
  {
    name: 'beside which the page writes the other position is unreadable',
    html: `<div>${control()} <span>Off</span></div>`,
    result: 'unreadable',
    pressed: false,
    takes: quickly,
  },
  {
    name: 'that is aria-readonly is locked',
    html: control('aria-readonly="true"'),
    result: 'locked',
    pressed: false,
    takes: quickly,
  },
  {
    name: 'that stands there already has moved',
    html: control('', false),
    result: 'moved',
    pressed: false,
    takes: quickly,
  },
];

interface Pressed {
  readonly result: PressResult;
  readonly tookMs: number;
  /** What reached any element, as `type id`. */
  readonly events: readonly string[];
}

const coveredThere = {
  name: 'that seems to stand there already, behind a modal dialog',
  html: `${control('', false)}${dialog}<script>d.showModal()</script>`,
};

/** Some scenes take their time, so several are played at once; a slow machine cannot keep up with many. */
const WINDOWS = 4;

let lab: PageLab;
const outcomes = new Map<string, Pressed>();

beforeAll(async () => {
  lab = await openPageLab(inject('browser'));
  const longestFirst = scenes.toSorted((a, b) => b.takes[0] - a.takes[0]);
  const queue = [coveredThere, ...longestFirst];
  const play = async () => {
    const tab = await lab.tab();
    for (let scene = queue.shift(); scene !== undefined; scene = queue.shift()) {
      await tab.visit(`<main>${scene.html}</main>`);
      outcomes.set(scene.name, await pressIn(tab));
    }
  };
  await Promise.all(Array.from({ length: WINDOWS }, play));
});
afterAll(() => lab?.close());

function pressIn(tab: Tab, abortAfterMs?: number): Promise<Pressed> {
  return tab.run(
    async (lab, sought, abortAfterMs) => {
      await lab.framesLoaded();
      const events: string[] = [];
      const input = ['click', 'auxclick', 'pointerdown', 'mousedown', 'touchstart', 'keydown'];
      for (const type of [...input, 'submit', 'reset', 'cancel']) {
        window.addEventListener(
          type,
          (event) => events.push(`${type} ${(event.composedPath()[0] as Element).id}`),
          true,
        );
      }
      const all = { ...sought, leftOver: new WeakSet<Element>() };
      const look = () => lab.lookAtControl(lab.sceneNow(), all, lab.closer);
      const script = new AbortController();
      if (abortAfterMs !== undefined) setTimeout(() => script.abort(), abortAfterMs);

      const startedAt = performance.now();
      const result = await lab.press(document, look, sought.order.protectedWhen, script.signal);
      return { result, tookMs: performance.now() - startedAt, events };
    },
    sought,
    abortAfterMs,
  );
}

describe('a press of a control', () => {
  test('is tried in every way', () => {
    expect(new Set(scenes.map(({ result }) => result))).toEqual(new Set(pressResults));
    expect(outcomes.size).toBe(scenes.length + 1);
  });

  test.each(scenes)('$name', ({ name, result, pressed, takes: [atLeast, lessThan] }) => {
    const outcome = outcomes.get(name);
    expect(outcome?.result).toBe(result);
    expect(outcome?.tookMs).toBeGreaterThanOrEqual(atLeast);
    expect(outcome?.tookMs).toBeLessThan(lessThan);
    expect(outcome?.events).toEqual(pressed ? ['click c'] : []);
  });

  test('is not waited for any longer once the person has gone elsewhere', async () => {
    const tab = await lab.tab(`<main>${control()}</main>`);
    const { result, tookMs, events } = await pressIn(tab, 300);
    expect(result).toBe('lost');
    expect(tookMs).toBeLessThan(LONGEST_MS);
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

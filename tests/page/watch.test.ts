import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { DEADLINE_MS, SETTLE_MS, SETTLE_UNVOUCHED_MS } from '../../src/page/settling.ts';
import { knownId, sought } from './ai-training.ts';
import { openPageLab, type PageLab, type Tab } from './page-lab.ts';
import type { Recording } from './recording.ts';

/** Told from what waits for the page to settle. How soon it is really is measured, not tested. */
const SOON_MS = SETTLE_MS / 2;
/** A page is not walked more often than once in so long, and then the warning is soon. */
const WALK_MS = 1_000;
/** The two clocks, that of the watch and that of the page, differ by this much. */
const GRAIN_MS = 20;
/** How long a page may take to show what its request was answered. */
const SHOWN_AFTER_MS = 3_000;
/** When a page that does not change is left alone. */
const REST_MS = DEADLINE_MS + 1_500;

const off = `<input type="checkbox" role="switch" aria-labelledby="${knownId}" id="c">`;
const on = off.replace('>', ' checked>');
const button = `<button role="switch" aria-labelledby="${knownId}" aria-checked="false" id="c">x</button>`;
const late = (html: string) => `<main><h1>A</h1></main><template>${html}</template>`;
const shadow = (html: string) => `<div><template shadowrootmode="open">${html}</template></div>`;

interface Scene {
  readonly html: string;
  /** Runs in the page when the watch begins. */
  readonly act?: () => void;
  /** What a person does. */
  readonly person?: (tab: Tab) => Promise<void>;
  /** Of the page's own request. */
  readonly request?: string;
  readonly isReady?: false;
  readonly lastsMs: number;
}

const scenes = {
  lateOn: { html: late(on), act: appears, lastsMs: 4_500 },
  lateOff: { html: late(off), act: appears, lastsMs: 10_500 },
  vouched: { html: `<main>${off}</main>`, request: '/save', act: isAnswered, lastsMs: 10_000 },
  vouchedLate: {
    html: `<main>${off}</main>`,
    request: '/save',
    act: isAnsweredLate,
    lastsMs: 10_000,
  },
  neverSet: {
    html: `<main>${off}</main>`,
    request: '/save',
    act: () => void fetch('/save'),
    lastsMs: 9_500,
  },
  hydratedLate: { html: `<main>${off}</main>`, act: ticked, lastsMs: 6_500 },
  hydratedLater: { html: `<main>${off}</main>`, act: tickedLater, lastsMs: 9_500 },
  replacedForEver: {
    html: `<main>${off}</main>`,
    act: () => {
      setInterval(() => {
        const control = document.getElementById('c') as HTMLElement;
        control.replaceWith(control.cloneNode());
      }, 150);
    },
    lastsMs: 15_000,
  },
  flickers: {
    html: `<main>${off}</main>`,
    act: () => {
      const control = document.getElementById('c') as HTMLInputElement;
      setInterval(() => {
        control.checked = !control.checked;
      }, 600);
    },
    lastsMs: 14_000,
  },
  flickersInTheOpen: {
    html: `<main>${button}</main>`,
    act: () => {
      const control = document.getElementById('c') as HTMLElement;
      setInterval(() => {
        control.ariaChecked = control.ariaChecked === 'true' ? 'false' : 'true';
      }, 300);
    },
    lastsMs: 6_000,
  },
  turnedOff: {
    html: `<main>${on}</main>`,
    act: marksChanges,
    person: async (tab) => {
      await untilSaid(tab);
      await press(tab);
    },
    lastsMs: 10_000,
  },
  turnedOffLate: {
    html: `<main>${on}</main>`,
    act: marksChanges,
    person: async (tab) => {
      await pause(10_000);
      await press(tab);
    },
    lastsMs: 11_000,
  },
  turnedOn: {
    html: `<main>${off}</main>`,
    request: '/save',
    act: isAnswered,
    person: async (tab) => {
      await untilSaid(tab);
      await press(tab);
    },
    lastsMs: 4_000,
  },
  turnedOffInShadow: {
    html: `<main>${shadow(on)}</main>`,
    act: marksChangesInShadow,
    person: async (tab) => {
      await untilSaid(tab);
      await press(tab);
    },
    lastsMs: 10_000,
  },
  turnedOffInFrame: {
    html: `<main><iframe srcdoc='${on}'></iframe></main>`,
    person: async (tab) => {
      await untilSaid(tab);
      await press(tab);
    },
    lastsMs: 10_000,
  },
  shadowBefore: { html: `<main><h1>A</h1>${shadow(on)}</main>`, lastsMs: 4_000 },
  shadowLate: { html: late(on), act: appearsInShadow, lastsMs: 7_500 },
  shadowSoon: { html: late(on), act: appearsInShadowSoon, lastsMs: 7_500 },
  shadowOfOld: { html: late(on), act: appearsInShadowOfOld, lastsMs: 7_500 },
  shadowFilled: {
    html: `${late(on)}<main>${shadow('<p>A</p>')}</main>`,
    act: fillsShadow,
    lastsMs: 5_500,
  },
  frameLate: { html: late(on), act: appearsInFrame, lastsMs: 7_500 },
  frameLoadsLate: { html: late(on), act: frameLoads, lastsMs: 7_500 },
  busyForEver: { html: `<main aria-busy="true">${off}</main>`, lastsMs: 13_500 },
  busyThenNot: {
    html: `<main>${off}<p role="progressbar">A</p></main>`,
    act: () => {
      setTimeout(() => {
        document.querySelector('p')?.remove();
        performance.mark('loaded');
      }, 9_500);
    },
    lastsMs: 11_500,
  },
  busyAndOn: { html: `<main aria-busy="true">${on}</main>`, lastsMs: 4_000 },
  coveredThenNot: {
    html: `<main>${off}</main><dialog>A</dialog>`,
    act: () => {
      const dialog = document.querySelector('dialog') as HTMLDialogElement;
      dialog.showModal();
      setTimeout(() => {
        dialog.close();
        performance.mark('uncovered');
      }, 2_000);
    },
    lastsMs: 11_500,
  },
  comesTooLate: { html: late(on), act: appearsAfterTheDeadline, lastsMs: 15_500 },
  comesTooLateAndIsOff: { html: late(off), act: appearsAtTheDeadline, lastsMs: 21_000 },
  unreadyOff: {
    html: `<main>${off}</main>`,
    isReady: false,
    person: async (tab) => {
      await pause(SETTLE_UNVOUCHED_MS + 1_000);
      await tab.run((lab) => {
        performance.mark('ready');
        lab.becomeReady();
      });
    },
    lastsMs: 4_000,
  },
  unreadyOn: { html: `<main>${on}</main>`, isReady: false, lastsMs: 4_000 },
  unreadyNothing: { html: '<main><h1>A</h1></main>', isReady: false, lastsMs: 13_500 },
  rests: {
    html: `<main>${off}</main><template>${on}</template>`,
    act: replacedAfterTheRest,
    lastsMs: 17_500,
  },
  aborted: {
    html: `<main>${on}</main><template>${off}</template>`,
    person: async (tab) => {
      await pause(1_000);
      await tab.run((lab) => {
        performance.mark('aborted');
        lab.stopRecording();
      });
      await tab.run(() => {
        const { content } = document.querySelector('template') as HTMLTemplateElement;
        document.getElementById('c')?.replaceWith(content);
        document.getElementById('c')?.dispatchEvent(new Event('change', { bubbles: true }));
        document.dispatchEvent(new Event('visibilitychange'));
        document.dispatchEvent(new Event('readystatechange'));
      });
    },
    lastsMs: 10_000,
  },
} satisfies Record<string, Scene>;

function appears(): void {
  setTimeout(() => {
    const { content } = document.querySelector('template') as HTMLTemplateElement;
    document.querySelector('main')?.append(content);
    performance.mark('appeared');
  }, 1_000);
}

function appearsAtTheDeadline(): void {
  setTimeout(() => {
    const { content } = document.querySelector('template') as HTMLTemplateElement;
    document.querySelector('main')?.append(content);
    performance.mark('appeared');
  }, 11_000);
}

function appearsAfterTheDeadline(): void {
  setTimeout(() => {
    const { content } = document.querySelector('template') as HTMLTemplateElement;
    document.querySelector('main')?.append(content);
    performance.mark('appeared');
  }, 14_000);
}

function appearsInShadow(): void {
  setTimeout(() => {
    const { content } = document.querySelector('template') as HTMLTemplateElement;
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(content);
    document.querySelector('main')?.append(host);
    performance.mark('appeared');
  }, 2_500);
}

function appearsInShadowSoon(): void {
  setTimeout(() => {
    const { content } = document.querySelector('template') as HTMLTemplateElement;
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(content);
    document.querySelector('main')?.append(host);
    performance.mark('appeared');
  }, 400);
}

/** As a custom element does that is defined late: nothing else of the page changes. */
function appearsInShadowOfOld(): void {
  setTimeout(() => {
    const { content } = document.querySelector('template') as HTMLTemplateElement;
    document.querySelector('h1')?.attachShadow({ mode: 'open' }).append(content);
    performance.mark('appeared');
  }, 2_500);
}

function fillsShadow(): void {
  setTimeout(() => {
    const { content } = document.querySelector('template') as HTMLTemplateElement;
    document.querySelector('main > div')?.shadowRoot?.append(content);
    performance.mark('appeared');
  }, 1_500);
}

function appearsInFrame(): void {
  setTimeout(() => {
    const frame = document.createElement('iframe');
    frame.srcdoc = document.querySelector('template')?.innerHTML ?? '';
    frame.addEventListener('load', () => performance.mark('appeared'));
    document.querySelector('main')?.append(frame);
  }, 1_500);
}

function frameLoads(): void {
  const frame = document.createElement('iframe');
  document.querySelector('main')?.append(frame);
  setTimeout(() => {
    frame.addEventListener('load', () => performance.mark('appeared'));
    frame.srcdoc = document.querySelector('template')?.innerHTML ?? '';
  }, 2_500);
}

/** A control that a script has set, with the answer of its own request. */
function isAnswered(): void {
  document.addEventListener('change', () => performance.mark('changed'));
  (document.getElementById('c') as HTMLInputElement).checked = false;
  void fetch('/save');
}

function isAnsweredLate(): void {
  (document.getElementById('c') as HTMLInputElement).checked = false;
  // When the browser has the answer: on a busy machine the page hears of it later.
  new PerformanceObserver((seen) => {
    const [answer] = seen.getEntries() as PerformanceResourceTiming[];
    if (answer) performance.mark('answered', { startTime: answer.responseEnd });
  }).observe({ type: 'resource' });
  setTimeout(() => void fetch('/save'), 3_000);
}

function ticked(): void {
  setTimeout(() => {
    (document.getElementById('c') as HTMLInputElement).checked = true;
    performance.mark('ticked');
  }, 4_000);
}

function tickedLater(): void {
  setTimeout(() => {
    (document.getElementById('c') as HTMLInputElement).checked = true;
    performance.mark('ticked');
  }, 6_000);
}

function replacedAfterTheRest(): void {
  setTimeout(() => {
    const { content } = document.querySelector('template') as HTMLTemplateElement;
    document.getElementById('c')?.replaceWith(content);
    performance.mark('replaced');
  }, 16_000);
}

function marksChanges(): void {
  document.addEventListener('change', () => performance.mark('changed'));
}

function marksChangesInShadow(): void {
  const root = document.querySelector('main > div')?.shadowRoot;
  root?.addEventListener('change', () => performance.mark('changed'));
  document.addEventListener('change', () => performance.mark('crossed'));
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** Presses the control where it is drawn, in whatever tree it stands. */
async function press({ page, run }: Tab): Promise<void> {
  const { x, y } = await run((lab) => {
    const control = lab.controlNow();
    const { left, top, width, height } = control.getBoundingClientRect();
    const frame = control.ownerDocument.defaultView?.frameElement;
    const outer = frame?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const inset = frame ? frame.clientLeft : 0;
    return {
      x: outer.left + inset + left + width / 2,
      y: outer.top + inset + top + height / 2,
    };
  });
  await page.mouse.click(x, y);
}

async function untilSaid(tab: Tab): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await tab.run((lab) => lab.recording().said.length > 0)) return;
    await pause(100);
  }
}

type Name = keyof typeof scenes;

/** Scenes take their time, so several are played at once; a slow machine cannot keep up with all of them. */
const WINDOWS = 6;

let lab: PageLab;
let recordings: Readonly<Record<Name, Recording>>;

beforeAll(async () => {
  lab = await openPageLab(inject('browser'));
  const queue = Object.entries<Scene>(scenes);
  const played: [string, Recording][] = [];
  const playNext = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [name, scene] = next;
      const tab = await lab.tab(scene.html);
      played.push([name, await play(scene, tab)]);
      await tab.page.close();
    }
  };
  await Promise.all(Array.from({ length: WINDOWS }, playNext));
  recordings = Object.fromEntries(played) as Record<Name, Recording>;
});
afterAll(() => lab?.close());

async function play(scene: Scene, tab: Tab): Promise<Recording> {
  const { act, person, lastsMs, request, isReady } = scene;
  await tab.run((lab, sought, how) => lab.startRecording(sought, how), sought, {
    request,
    isReady,
  });
  if (act) await tab.run(act);
  // A busy machine may take its time to press: what lasts begins with what the person did.
  await person?.(tab);
  await pause(lastsMs);
  return tab.run((lab) => lab.recording());
}

/** What was said, one word each: the state, or why it is unknown. */
function words({ said }: Recording): string[] {
  return said.map(({ reading }) => (reading.state === 'unknown' ? reading.reason : reading.state));
}

function touches({ said }: Recording): boolean[] {
  return said.map(({ touched }) => touched);
}

/** How long after the page did something, or after the beginning, something was said. */
function delay(recording: Recording, index: number, since?: string): number {
  const said = recording.said[index];
  const start = since === undefined ? recording.startedAt : recording.marks[since];
  if (said === undefined || start === undefined)
    throw new Error(`${since} or no. ${index} is missing`);
  return said.at - start;
}

function soon({ late }: Recording): number {
  return SOON_MS + late;
}

describe('a control that is on', () => {
  const rows: { name: string; scene: Name; since?: string; said: string[] }[] = [
    { name: 'when it appears', scene: 'lateOn', since: 'appeared', said: ['on'] },
    { name: 'in a page that is busy', scene: 'busyAndOn', said: ['on'] },
    { name: 'before names are known', scene: 'unreadyOn', said: ['on'] },
    { name: 'in a shadow root', scene: 'shadowBefore', said: ['on'] },
    {
      name: 'in a shadow root that came empty',
      scene: 'shadowFilled',
      since: 'appeared',
      said: ['on'],
    },
    {
      name: 'when the page ticks it after four seconds',
      scene: 'hydratedLate',
      since: 'ticked',
      said: ['on'],
    },
    {
      name: 'when the page ticks it after six seconds',
      scene: 'hydratedLater',
      since: 'ticked',
      said: ['on'],
    },
    {
      name: 'when it appears after the page was given up',
      scene: 'comesTooLate',
      since: 'appeared',
      said: ['not-found', 'on'],
    },
  ];
  test.each(rows)('is reported at once, and never as off before, $name', (row) => {
    const recording = recordings[row.scene];
    expect(words(recording)).toEqual(row.said);
    const after = delay(recording, row.said.length - 1, row.since);
    expect(after).toBeGreaterThan(-GRAIN_MS);
    expect(after).toBeLessThan(soon(recording));
  });

  test.each<{ name: string; scene: Name }>([
    { name: 'a shadow root that comes late', scene: 'shadowLate' },
    { name: 'a shadow root that comes soon after the page was walked', scene: 'shadowSoon' },
    { name: 'a shadow root of an element that was there', scene: 'shadowOfOld' },
    { name: 'a frame that comes late', scene: 'frameLate' },
    { name: 'a frame that is there and loads late', scene: 'frameLoadsLate' },
  ])('is reported soon when it appears in $name', ({ scene }) => {
    const recording = recordings[scene];
    expect(words(recording)).toEqual(['on']);
    expect(delay(recording, 0, 'appeared')).toBeLessThan(WALK_MS + soon(recording));
  });
});

describe('a control that is off', () => {
  const rows: { name: string; scene: Name; since?: string; after: number }[] = [
    {
      name: 'only when it has been off for long',
      scene: 'lateOff',
      since: 'appeared',
      after: SETTLE_UNVOUCHED_MS,
    },
    { name: 'sooner when its own data have come', scene: 'vouched', after: SETTLE_MS },
    {
      name: 'only when its own data have come and had time to be shown',
      scene: 'vouchedLate',
      since: 'answered',
      after: SHOWN_AFTER_MS,
    },
    {
      name: 'later when its own data have come and nobody has set it',
      scene: 'neverSet',
      after: SETTLE_UNVOUCHED_MS,
    },
    {
      name: 'only when the page is no longer busy',
      scene: 'busyThenNot',
      since: 'loaded',
      after: 0,
    },
    {
      name: 'only when it has stood uncovered for long',
      scene: 'coveredThenNot',
      since: 'uncovered',
      after: SETTLE_UNVOUCHED_MS,
    },
    { name: 'only when names are known', scene: 'unreadyOff', since: 'ready', after: 0 },
  ];
  test.each(rows)('is reported $name', ({ scene, since, after }) => {
    expect(words(recordings[scene])).toEqual(['off']);
    expect(delay(recordings[scene], 0, since)).toBeGreaterThan(after - GRAIN_MS);
  });

  test('is reported before the longest time when its own data have come', () => {
    const { vouched, vouchedLate } = recordings;
    expect(delay(vouched, 0)).toBeLessThan(SETTLE_UNVOUCHED_MS + vouched.late);
    expect(delay(vouchedLate, 0)).toBeLessThan(SETTLE_UNVOUCHED_MS + vouchedLate.late);
  });

  test.each<{ name: string; scene: Name }>([
    { name: 'is busy for ever', scene: 'busyForEver' },
    { name: 'replaces it for ever', scene: 'replacedForEver' },
  ])('is never reported in a page that $name', ({ scene }) => {
    expect(words(recordings[scene])).toEqual(['unsettled']);
    expect(delay(recordings[scene], 0)).toBeGreaterThan(DEADLINE_MS - GRAIN_MS);
  });

  // Whatever was said at the deadline, the page is watched until the switch has had its time.
  test('is reported in the end when it comes shortly before the page is given up', () => {
    const recording = recordings.comesTooLateAndIsOff;
    expect(words(recording).at(-1)).toBe('off');
    const last = recording.said.length - 1;
    expect(delay(recording, last, 'appeared')).toBeGreaterThan(SETTLE_UNVOUCHED_MS - GRAIN_MS);
  });
});

describe('a page in which nothing is found', () => {
  test('is not called that before names are known', () => {
    expect(words(recordings.unreadyNothing)).toEqual([]);
    expect(recordings.unreadyNothing.looks.length).toBeGreaterThan(1);
  });

  test('is called that at the deadline', () => {
    expect(delay(recordings.comesTooLate, 0)).toBeGreaterThan(DEADLINE_MS - GRAIN_MS);
  });
});

describe('a control that moves by itself', () => {
  test.each<{ name: string; scene: Name }>([
    { name: 'only its property moves', scene: 'flickers' },
    { name: 'an attribute moves', scene: 'flickersInTheOpen' },
  ])('ends as unsettled and is never off when $name', ({ scene }) => {
    expect(words(recordings[scene])).toEqual(['on', 'unsettled']);
  });
});

describe('a control that a person', () => {
  test.each<{ name: string; scene: Name; since?: string }>([
    { name: 'turns off', scene: 'turnedOff', since: 'changed' },
    { name: 'turns off in a shadow root', scene: 'turnedOffInShadow', since: 'changed' },
    { name: 'turns off in a frame', scene: 'turnedOffInFrame' },
  ])('$name is reported again, as touched, when it has been off for long', ({ scene, since }) => {
    const recording = recordings[scene];
    expect(words(recording)).toEqual(['on', 'off']);
    expect(touches(recording)).toEqual([false, true]);
    expect(delay(recording, 1, since)).toBeGreaterThan(SETTLE_UNVOUCHED_MS - GRAIN_MS);
  });

  test('moves in a shadow root makes a change that does not leave it', () => {
    const { marks } = recordings.turnedOffInShadow;
    expect(marks).toHaveProperty('changed');
    expect(marks).not.toHaveProperty('crossed');
  });

  test('turns off late is reported as off in the end, and as nothing else', () => {
    const recording = recordings.turnedOffLate;
    expect(words(recording)).toEqual(['on', 'off']);
    expect(delay(recording, 1, 'changed')).toBeGreaterThan(SETTLE_UNVOUCHED_MS - GRAIN_MS);
  });

  test('turns on is reported again, as touched, and at once', () => {
    const { turnedOn } = recordings;
    expect(words(turnedOn)).toEqual(['off', 'on']);
    expect(touches(turnedOn)).toEqual([false, true]);
    expect(delay(turnedOn, 1, 'changed')).toBeLessThan(soon(turnedOn));
  });
});

describe('a page that has settled', () => {
  test('is left alone until it changes', () => {
    const { startedAt, looks, scenes, rests, marks } = recordings.rests;
    const { replaced = 0 } = marks;
    const isIdle = (at: number) => at > startedAt + REST_MS && at < replaced;
    expect(replaced - startedAt).toBeGreaterThan(REST_MS + 1_000);
    expect(looks.length).toBeGreaterThan(1);
    expect(looks.filter(isIdle)).toEqual([]);
    expect(scenes.filter(isIdle)).toEqual([]);
    expect(rests.filter((at) => at < replaced)).toHaveLength(1);
  });

  test('is read anew as soon as it changes', () => {
    const { rests } = recordings;
    expect(words(rests)).toEqual(['off', 'on']);
    expect(delay(rests, 1, 'replaced')).toBeLessThan(soon(rests));
    expect(rests.looks.some((at) => at > (rests.marks['replaced'] ?? 0))).toBe(true);
  });

  test('is looked at as a whole only before something is said, in doubt, and before the rest', () => {
    const { startedAt, looks } = recordings.rests;
    const within = (from: number, to: number) =>
      looks.filter((at) => at >= startedAt + from && at < startedAt + to).length;
    expect(within(0, 1_000)).toBeGreaterThan(0);
    expect(within(2_000, 12_000)).toBeLessThan(8);
  });
});

describe('a watch that was aborted', () => {
  test('neither looks at the page nor says anything, whatever the page does', () => {
    const { looks, scenes, rests, marks } = recordings.aborted;
    const { aborted = 0 } = marks;
    expect(words(recordings.aborted)).toEqual(['on']);
    expect(looks.filter((at) => at <= aborted).length).toBeGreaterThan(0);
    expect([...looks, ...scenes, ...rests].filter((at) => at > aborted)).toEqual([]);
  });
});

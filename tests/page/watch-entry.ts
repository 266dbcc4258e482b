// What watch.test.ts has as `lab`: pages that are watched, each on a clock of its own.

import { DEADLINE_MS, SETTLE_UNBACKED_MS } from '../../src/page/watch/settling.ts';
import { knownId, namesByLanguage, sought } from './ai-training.ts';
import { controlNow } from './lab-entry.ts';
import { type Play, startPlay, write } from './played.ts';
import { type Recorder, type Recording, record } from './recording.ts';

const off = `<input type="checkbox" role="switch" aria-labelledby="${knownId}" id="c">`;
const on = off.replace('>', ' checked>');
/** A control that is known by its name alone. */
const renamed = `<p id="new">${namesByLanguage['en']?.[0]}</p>${on.replace(knownId, 'new')}`;
const button = `<button role="switch" aria-labelledby="${knownId}" aria-checked="false" id="c">x</button>`;
const withTemplate = (html: string) => `<main><h1>A</h1></main><template>${html}</template>`;
const shadow = (html: string) => `<div><template shadowrootmode="open">${html}</template></div>`;

/** By then the page has been walked for roots that nobody announced. */
const AFTER_WALK_MS = 2_000;
/** A page has been there for a moment when it is first looked at. */
const BEFORE_MS = 10;

interface Scene {
  readonly html: string;
  /** What the page does once the watch has begun. */
  readonly act?: () => void;
  /** What a person does, and when. */
  readonly person?: readonly [atMs: number, act: (recorder: Recorder) => void | Promise<void>];
  /** Of the page's own request. */
  readonly request?: string;
  readonly isReady?: false;
  /** From its beginning to its end. */
  readonly lastsMs: number;
}

const scenes = {
  lateOn: { html: withTemplate(on), act: late(1_000, inMain), lastsMs: 4_500 },
  lateOff: { html: withTemplate(off), act: late(1_000, inMain), lastsMs: 10_500 },
  backed: { html: `<main>${off}</main>`, request: '/save', act: isAnswered, lastsMs: 10_000 },
  backedLate: {
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
  hydratedLate: { html: `<main>${off}</main>`, act: ticked(4_000), lastsMs: 6_500 },
  hydratedLater: { html: `<main>${off}</main>`, act: ticked(6_000), lastsMs: 9_500 },
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
    person: [500, turns],
    lastsMs: 10_000,
  },
  turnedOffLate: {
    html: `<main>${on}</main>`,
    act: marksChanges,
    person: [10_000, turns],
    lastsMs: 21_000,
  },
  turnedOn: {
    html: `<main>${off}</main>`,
    request: '/save',
    act: isAnswered,
    person: [6_000, turns],
    lastsMs: 10_000,
  },
  turnedOffInShadow: {
    html: `<main>${shadow(on)}</main>`,
    act: marksChangesInShadow,
    person: [AFTER_WALK_MS, turns],
    lastsMs: 12_000,
  },
  turnedOffInFrame: {
    html: `<main><iframe srcdoc='${on}'></iframe></main>`,
    person: [AFTER_WALK_MS, turns],
    lastsMs: 12_000,
  },
  shadowBefore: { html: `<main><h1>A</h1>${shadow(on)}</main>`, lastsMs: 4_000 },
  shadowLate: { html: withTemplate(on), act: late(2_500, inShadow), lastsMs: 7_500 },
  shadowSoon: { html: withTemplate(on), act: late(400, inShadow), lastsMs: 7_500 },
  shadowOfOld: { html: withTemplate(on), act: late(2_500, inShadowOfOld), lastsMs: 7_500 },
  shadowFilled: {
    html: `${withTemplate(on)}<main>${shadow('<p>A</p>')}</main>`,
    act: late(1_500, inEmptyShadow),
    lastsMs: 5_500,
  },
  frameLate: { html: withTemplate(on), act: appearsInFrame, lastsMs: 7_500 },
  frameLoadsLate: { html: withTemplate(on), act: frameLoads, lastsMs: 7_500 },
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
  comesTooLate: { html: withTemplate(on), act: late(14_000, inMain), lastsMs: 15_500 },
  comesTooLateAndIsOff: { html: withTemplate(off), act: late(11_000, inMain), lastsMs: 21_000 },
  unreadyOff: {
    html: `<main>${off}</main>`,
    isReady: false,
    person: [SETTLE_UNBACKED_MS + 1_000, hasNames],
    lastsMs: 13_000,
  },
  unreadyOn: { html: `<main>${on}</main>`, isReady: false, lastsMs: 4_000 },
  namesComeLate: {
    html: `<main>${renamed}</main>`,
    isReady: false,
    person: [DEADLINE_MS + 4_000, hasNames],
    lastsMs: DEADLINE_MS + 6_000,
  },
  namesComeLateToNothing: {
    html: '<main><h1>A</h1></main>',
    isReady: false,
    person: [DEADLINE_MS + 4_000, hasNames],
    lastsMs: DEADLINE_MS + 6_000,
  },
  unreadyNothing: { html: '<main><h1>A</h1></main>', isReady: false, lastsMs: 13_500 },
  rests: {
    html: `<main>${off}</main><template>${on}</template>`,
    act: late(16_000, inPlaceOfControl, 'replaced'),
    lastsMs: 17_500,
  },
  frameReloadsAtRest: {
    html: `<main><iframe srcdoc='${off}'></iframe></main>`,
    person: [20_000, frameReloads],
    lastsMs: 24_000,
  },
  turnsAtRest: { html: `<main>${off}</main>`, act: ticked(20_000), lastsMs: 24_000 },
  aborted: {
    html: `<main>${on}</main><template>${off}</template>`,
    person: [1_000, leaves],
    lastsMs: 10_000,
  },
} satisfies Record<string, Scene>;

/** What the template holds, put somewhere after a while. */
function late(afterMs: number, put: (content: DocumentFragment) => void, mark = 'appeared') {
  return () => {
    setTimeout(() => {
      put((document.querySelector('template') as HTMLTemplateElement).content);
      performance.mark(mark);
    }, afterMs);
  };
}

function inMain(content: Node): void {
  document.querySelector('main')?.append(content);
}

function inShadow(content: Node): void {
  const host = document.createElement('div');
  host.attachShadow({ mode: 'open' }).append(content);
  inMain(host);
}

/** As a custom element does that is defined late: nothing else of the page changes. */
function inShadowOfOld(content: Node): void {
  document.querySelector('h1')?.attachShadow({ mode: 'open' }).append(content);
}

function inEmptyShadow(content: Node): void {
  document.querySelector('main > div')?.shadowRoot?.append(content);
}

function inPlaceOfControl(content: Node): void {
  document.getElementById('c')?.replaceWith(content);
}

function appearsInFrame(): void {
  setTimeout(() => {
    const frame = document.createElement('iframe');
    frame.srcdoc = document.querySelector('template')?.innerHTML ?? '';
    frame.addEventListener('load', () => performance.mark('appeared'));
    inMain(frame);
  }, 1_500);
}

function frameLoads(): void {
  const frame = document.createElement('iframe');
  inMain(frame);
  setTimeout(() => {
    frame.addEventListener('load', () => performance.mark('appeared'));
    frame.srcdoc = document.querySelector('template')?.innerHTML ?? '';
  }, 2_500);
}

/** As a script inside it may: nothing changes on the page around it that is listened to. */
async function frameReloads(): Promise<void> {
  const frame = document.querySelector('iframe') as HTMLIFrameElement;
  const loads = new Promise((loaded) => frame.addEventListener('load', loaded, { once: true }));
  frame.srcdoc = on;
  // Frames load in real time, and the old document is as complete as the new one.
  await loads;
  performance.mark('reloaded');
}

/** A control that a script has set, with the answer of its own request. */
function isAnswered(): void {
  document.addEventListener('change', () => performance.mark('changed'));
  (document.getElementById('c') as HTMLInputElement).checked = false;
  void fetch('/save');
}

function isAnsweredLate(): void {
  (document.getElementById('c') as HTMLInputElement).checked = false;
  void fetch('/save?ms=4000').then(() => performance.mark('answered'));
}

function ticked(afterMs: number) {
  return () => {
    setTimeout(() => {
      (document.getElementById('c') as HTMLInputElement).checked = true;
      performance.mark('ticked');
    }, afterMs);
  };
}

function marksChanges(): void {
  document.addEventListener('change', () => performance.mark('changed'));
}

function marksChangesInShadow(): void {
  const root = document.querySelector('main > div')?.shadowRoot;
  root?.addEventListener('change', () => performance.mark('changed'));
  document.addEventListener('change', () => performance.mark('crossed'));
}

function turns(): void {
  performance.mark('turned');
  controlNow().click();
}

function hasNames({ becomeReady }: Recorder): void {
  performance.mark('ready');
  becomeReady();
}

function leaves({ stop }: Recorder): void {
  performance.mark('aborted');
  stop();
  const { content } = document.querySelector('template') as HTMLTemplateElement;
  document.getElementById('c')?.replaceWith(content);
  document.getElementById('c')?.dispatchEvent(new Event('change', { bubbles: true }));
  document.dispatchEvent(new Event('visibilitychange'));
  document.dispatchEvent(new Event('readystatechange'));
}

let watched: Recorder | undefined;

/** Watches this page by the browser's own clock. */
export function watchNow(): void {
  watched = record(sought);
}

export function seenSoFar(): Recording {
  if (!watched) throw new Error('nobody watches');
  return watched.recording();
}

export type SceneName = keyof typeof scenes;
export interface Played extends Recording {
  /** What the page did, by `performance.mark`: only the last of each name. */
  readonly marks: Readonly<Record<string, number>>;
}

/** Plays every scene, one after the other. */
export async function playScenes(): Promise<Record<SceneName, Played>> {
  const played: [string, Played][] = [];
  for (const [name, scene] of Object.entries<Scene>(scenes)) {
    const play = startPlay();
    try {
      played.push([name, await playScene(scene, play)]);
    } finally {
      play.end();
    }
  }
  return Object.fromEntries(played) as Record<SceneName, Played>;
}

async function playScene(
  { html, act, person, request, isReady, lastsMs }: Scene,
  play: Play,
): Promise<Played> {
  await write(html);
  await play.runUntil(BEFORE_MS);
  const recorder = record(sought, { request, isReady });
  act?.();
  if (person) {
    const [atMs, does] = person;
    await play.runUntil(BEFORE_MS + atMs);
    await does(recorder);
  }
  await play.runUntil(BEFORE_MS + lastsMs);
  recorder.stop();
  return { ...recorder.recording(), marks: play.marks() };
}

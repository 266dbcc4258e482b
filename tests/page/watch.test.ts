import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { DEADLINE_MS, SETTLE_MS } from '../../src/page/settling.ts';
import { controlOrder, knownId } from './ai-training.ts';
import { openPageLab, type PageLab, type Tab } from './page-lab.ts';
import type { Recording } from './recording.ts';

/** A warning may be this late. */
const SOON_MS = 500;
/** The two clocks, that of the watch and that of the page, differ by this much. */
const GRAIN_MS = 20;

const off = `<input type="checkbox" role="switch" aria-labelledby="${knownId}" id="c">`;
const on = off.replace('>', ' checked>');
const button = `<button role="switch" aria-labelledby="${knownId}" aria-checked="false" id="c">x</button>`;
const late = (html: string) => `<main><h1>A</h1></main><template>${html}</template>`;

interface Scene {
  readonly html: string;
  /** Runs in the page when the watch begins. */
  readonly act?: () => void;
  /** What a person does. */
  readonly person?: (tab: Tab) => Promise<void>;
  readonly lastsMs: number;
}

const scenes = {
  lateOn: { html: late(on), act: appears, lastsMs: 2_500 },
  lateOff: { html: late(off), act: appears, lastsMs: 5_500 },
  hydratedLate: {
    html: `<main>${off}</main>`,
    act: () => {
      setTimeout(() => {
        (document.getElementById('c') as HTMLInputElement).checked = true;
        performance.mark('ticked');
      }, 2_000);
    },
    lastsMs: 6_500,
  },
  replacedForEver: {
    html: `<main>${off}</main>`,
    act: () => {
      setInterval(() => {
        const control = document.getElementById('c') as HTMLElement;
        control.replaceWith(control.cloneNode());
      }, 150);
    },
    lastsMs: 14_000,
  },
  flickers: {
    html: `<main>${off}</main>`,
    act: () => {
      const control = document.getElementById('c') as HTMLInputElement;
      setInterval(() => {
        control.checked = !control.checked;
      }, 300);
    },
    lastsMs: 12_000,
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
    person: async ({ page }) => {
      await pause(1_000);
      await page.click('#c');
    },
    lastsMs: 5_500,
  },
  turnedOn: {
    html: `<main>${off}</main>`,
    act: marksChanges,
    person: async ({ page }) => {
      await pause(SETTLE_MS + SOON_MS);
      await page.click('#c');
    },
    lastsMs: 5_500,
  },
  busyForEver: { html: `<main aria-busy="true">${off}</main>`, lastsMs: 11_500 },
  busyThenNot: {
    html: `<main>${off}<p role="progressbar">A</p></main>`,
    act: () => {
      setTimeout(() => {
        document.querySelector('p')?.remove();
        performance.mark('loaded');
      }, 5_000);
    },
    lastsMs: 6_500,
  },
  busyAndOn: { html: `<main aria-busy="true">${on}</main>`, lastsMs: 1_500 },
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
    lastsMs: 6_500,
  },
  comesTooLate: { html: late(on), act: appearsAfterTheDeadline, lastsMs: 12_500 },
  rests: {
    html: `<main>${off}</main><template>${on}</template>`,
    act: replacedAfterTheDeadline,
    lastsMs: 13_500,
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
    lastsMs: 5_500,
  },
} satisfies Record<string, Scene>;

function appears(): void {
  setTimeout(() => {
    const { content } = document.querySelector('template') as HTMLTemplateElement;
    document.querySelector('main')?.append(content);
    performance.mark('appeared');
  }, 1_000);
}

function appearsAfterTheDeadline(): void {
  setTimeout(() => {
    const { content } = document.querySelector('template') as HTMLTemplateElement;
    document.querySelector('main')?.append(content);
    performance.mark('appeared');
  }, 11_500);
}

function replacedAfterTheDeadline(): void {
  setTimeout(() => {
    const { content } = document.querySelector('template') as HTMLTemplateElement;
    document.getElementById('c')?.replaceWith(content);
    performance.mark('replaced');
  }, 12_500);
}

function marksChanges(): void {
  document.addEventListener('change', () => performance.mark('changed'));
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

type Name = keyof typeof scenes;

let lab: PageLab;
let recordings: Readonly<Record<Name, Recording>>;

beforeAll(async () => {
  lab = await openPageLab(inject('browser'));
  const tabs = Object.entries<Scene>(scenes).map(
    async ([name, scene]) => [name, scene, await lab.tab(scene.html)] as const,
  );
  // All at the same time, because each of them takes its own.
  const played = (await Promise.all(tabs)).map(
    async ([name, scene, tab]) => [name, await play(scene, tab)] as const,
  );
  recordings = Object.fromEntries(await Promise.all(played)) as Record<Name, Recording>;
});
afterAll(() => lab?.close());

async function play({ act, person, lastsMs }: Scene, tab: Tab): Promise<Recording> {
  await tab.run((lab, order) => lab.startRecording(order), controlOrder);
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

/** How long after the page did something, or after the beginning, something was said. */
function delay(recording: Recording, index: number, since?: string): number {
  const said = recording.said[index];
  const start = since === undefined ? recording.startedAt : recording.marks[since];
  if (said === undefined || start === undefined)
    throw new Error(`${since} or no. ${index} is missing`);
  return said.at - start;
}

describe('a control that is on', () => {
  test('is reported soon after it has appeared', () => {
    expect(words(recordings.lateOn)).toEqual(['on']);
    expect(delay(recordings.lateOn, 0, 'appeared')).toBeLessThan(SETTLE_MS);
  });

  test('is reported in a page that is still busy', () => {
    expect(words(recordings.busyAndOn)).toEqual(['on']);
    expect(delay(recordings.busyAndOn, 0)).toBeLessThan(SETTLE_MS);
  });

  test('is reported soon after the page has ticked it, and never as off before', () => {
    expect(words(recordings.hydratedLate)).toEqual(['on']);
    expect(delay(recordings.hydratedLate, 0, 'ticked')).toBeGreaterThanOrEqual(0);
    expect(delay(recordings.hydratedLate, 0, 'ticked')).toBeLessThan(SETTLE_MS);
  });

  test('is reported even when it comes after the page was given up', () => {
    expect(words(recordings.comesTooLate)).toEqual(['not-found', 'on']);
    expect(delay(recordings.comesTooLate, 0)).toBeGreaterThan(DEADLINE_MS - GRAIN_MS);
    expect(delay(recordings.comesTooLate, 1, 'appeared')).toBeLessThan(SETTLE_MS);
  });
});

describe('a control that is off', () => {
  test('is reported only when it has been off for a while', () => {
    expect(words(recordings.lateOff)).toEqual(['off']);
    const after = delay(recordings.lateOff, 0, 'appeared');
    expect(after).toBeGreaterThan(SETTLE_MS - GRAIN_MS);
    expect(after).toBeLessThan(DEADLINE_MS);
  });

  test('is not reported while the page is busy', () => {
    expect(words(recordings.busyThenNot)).toEqual(['off']);
    expect(delay(recordings.busyThenNot, 0, 'loaded')).toBeGreaterThan(-GRAIN_MS);
  });

  test('is never reported in a page that is busy for ever', () => {
    expect(words(recordings.busyForEver)).toEqual(['unsettled']);
    expect(delay(recordings.busyForEver, 0)).toBeGreaterThan(DEADLINE_MS - GRAIN_MS);
  });

  test('is not reported until it has stood uncovered for a while', () => {
    expect(words(recordings.coveredThenNot)).toEqual(['off']);
    expect(delay(recordings.coveredThenNot, 0, 'uncovered')).toBeGreaterThan(SETTLE_MS - GRAIN_MS);
  });

  test('is never reported when the page replaces it for ever', () => {
    expect(words(recordings.replacedForEver)).toEqual(['unsettled']);
    expect(delay(recordings.replacedForEver, 0)).toBeGreaterThan(DEADLINE_MS - GRAIN_MS);
  });
});

describe('a control that moves by itself', () => {
  test('ends as unsettled and is never off when only its property moves', () => {
    expect(words(recordings.flickers)).toEqual(['on', 'unsettled']);
  });

  test('ends as unsettled and is never off when an attribute moves', () => {
    expect(words(recordings.flickersInTheOpen)).toEqual(['on', 'unsettled']);
  });
});

describe('a control that a person', () => {
  test('turns off is reported again, as touched, when it has been off for a while', () => {
    expect(words(recordings.turnedOff)).toEqual(['on', 'off']);
    expect(recordings.turnedOff.said.map(({ touched }) => touched)).toEqual([false, true]);
    expect(delay(recordings.turnedOff, 1, 'changed')).toBeGreaterThan(SETTLE_MS - GRAIN_MS);
  });

  test('turns on is reported again, as touched, and soon', () => {
    expect(words(recordings.turnedOn)).toEqual(['off', 'on']);
    expect(recordings.turnedOn.said.map(({ touched }) => touched)).toEqual([false, true]);
    expect(delay(recordings.turnedOn, 1, 'changed')).toBeLessThan(SETTLE_MS);
  });
});

describe('a page that has settled', () => {
  test('is left alone until it changes', () => {
    const { startedAt, looks, marks } = recordings.rests;
    const { replaced = 0 } = marks;
    const idle = looks.filter((at) => at > startedAt + DEADLINE_MS + SOON_MS && at < replaced);
    expect(looks.length).toBeGreaterThan(1);
    expect(idle).toEqual([]);
  });

  test('is read anew as soon as it changes', () => {
    expect(words(recordings.rests)).toEqual(['off', 'on']);
    expect(delay(recordings.rests, 1, 'replaced')).toBeLessThan(SETTLE_MS);
  });
});

describe('a watch that was aborted', () => {
  test('neither looks at the page nor says anything, whatever the page does', () => {
    const { looks, marks } = recordings.aborted;
    const { aborted = 0 } = marks;
    expect(words(recordings.aborted)).toEqual(['on']);
    expect(looks.filter((at) => at <= aborted).length).toBeGreaterThan(1);
    expect(looks.filter((at) => at > aborted)).toEqual([]);
  });
});

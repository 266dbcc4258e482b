import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import type { Modes } from '../simulator/modes.ts';
import {
  CARD,
  FEED,
  openLab,
  type Sample,
  SETTING,
  SETTING_PAGE,
  SWITCH,
  SWITCH_IN_PAGE,
  until,
} from './lab.ts';
import { PACE } from './pace.ts';

const lab = openLab();

const loads = () => lab.simulator.log.filter(({ method }) => method === 'GET');
const isSaved = () => until('the switch is saved', async () => lab.saves().length > 0);
const protectedOnes = (samples: readonly Sample[]) =>
  samples.filter(({ verdict }) => verdict === 'protected');

/** Browsers try a dead connection again by themselves. */
let loadsCount = true;

afterEach(() => {
  expect(lab.saves().length).toBeLessThanOrEqual(1);
  if (loadsCount) expect(loads().length).toBeLessThanOrEqual(4);
  loadsCount = true;
  const { [SWITCH]: _ours, ...others } = lab.simulator.account.switches;
  expect(Object.values(others)).not.toContain(false);
});

async function settingTab(): Promise<Page> {
  return until('the page of the setting is open', async () =>
    (await lab.browser.tabs()).find((page) => page.url().startsWith(SETTING_PAGE)),
  );
}

/** Turns off as a person does, meanwhile lets something happen, and returns all that was shown. */
async function turnOff(meanwhile: () => Promise<unknown> = async () => {}) {
  const record = await lab.record();
  try {
    await lab.press('turn-off');
    await meanwhile();
    const outcome = await lab.outcome();
    return { outcome, samples: await record.samples() };
  } finally {
    await record.close();
  }
}

interface Failure {
  readonly name: string;
  readonly modes?: Partial<Modes>;
  readonly arrange?: () => void;
  readonly meanwhile?: () => Promise<unknown>;
  readonly outcome: string;
  readonly reason?: string;
  readonly words: readonly string[];
  readonly verdict: 'sharing' | 'unknown';
  readonly saves: number;
  /** Where the switch stands on the server in the end. */
  readonly off?: true;
}

const couldNotRead = {
  outcome: 'could-not-read',
  verdict: 'unknown',
  saves: 0,
} as const;
const nothingPressed = 'Nothing was pressed';

const failures: readonly Failure[] = [
  {
    name: 'a switch that the server refuses to move springs back',
    modes: { save: 'springs-back' },
    outcome: 'sprang-back',
    words: ['came back on by itself', 'still on', 'Try again later'],
    verdict: 'sharing',
    saves: 1,
  },
  {
    name: 'a server that says yes and keeps the old value is found out',
    modes: { save: 'lies' },
    outcome: 'not-saved',
    words: ['after a reload it is on again', 'LinkedIn did not keep it'],
    verdict: 'sharing',
    saves: 1,
  },
  {
    name: 'a page that asks is left to the person, its dialog unanswered',
    modes: { save: 'asks' },
    outcome: 'asks',
    words: ['LinkedIn asks you to confirm', 'We do not answer for you', 'Answer in the page'],
    verdict: 'sharing',
    saves: 0,
  },
  {
    name: 'a page that swallows the press has not been switched',
    modes: { save: 'ignored' },
    outcome: 'no-effect',
    words: ['pressed once and did not move', 'still on'],
    verdict: 'sharing',
    saves: 0,
  },
  {
    name: 'a sign-in page is named, not pressed',
    modes: { page: 'sign-in-wall' },
    ...couldNotRead,
    reason: 'signed-out',
    words: [nothingPressed, 'not signed in to LinkedIn', 'Sign in, then check again'],
  },
  {
    name: "a sign-in form at the setting's own address is named, not pressed",
    modes: { page: 'wall-in-place' },
    ...couldNotRead,
    reason: 'signed-out',
    words: [nothingPressed, 'not signed in to LinkedIn'],
  },
  {
    name: 'a check for robots is left to the person',
    modes: { page: 'checkpoint' },
    ...couldNotRead,
    reason: 'challenge',
    words: [nothingPressed, 'check that you are a person', 'Finish its check in the page'],
  },
  {
    name: 'a redirect away from the setting is named',
    modes: { page: 'redirect' },
    ...couldNotRead,
    reason: 'wrong-page',
    words: [nothingPressed, 'LinkedIn showed another page than its setting'],
  },
  {
    name: 'a dead connection is named',
    modes: { page: 'dead' },
    ...couldNotRead,
    reason: 'unreachable',
    words: [nothingPressed, 'could not be loaded', 'Check your connection'],
  },
  {
    name: 'an error of the server is named',
    modes: { page: 'error' },
    ...couldNotRead,
    reason: 'unreachable',
    words: [nothingPressed, 'could not be loaded'],
  },
  {
    name: 'a page without the switch is named',
    modes: { page: 'missing-control' },
    ...couldNotRead,
    reason: 'not-found',
    words: [nothingPressed, 'the switch was not on it', 'look for it yourself'],
  },
  {
    name: 'two switches that could be the one are not guessed between',
    modes: { page: 'two-switches' },
    ...couldNotRead,
    reason: 'ambiguous',
    words: [nothingPressed, 'more than one switch'],
  },
  {
    name: 'a locked switch is not pressed',
    modes: { page: 'locked' },
    outcome: 'locked',
    words: ['does not let anybody move the switch', nothingPressed, 'manages your account'],
    verdict: 'sharing',
    saves: 0,
  },
  {
    name: 'a switch behind a dialog is not pressed',
    modes: { page: 'dialog-open' },
    outcome: 'covered',
    words: ['A dialog stood in front', nothingPressed, 'Answer the dialog'],
    verdict: 'sharing',
    saves: 0,
  },
  {
    name: 'a setting that is not offered is said not to be, after a look at the list',
    arrange: () => {
      lab.simulator.account.offered[SWITCH] = false;
    },
    outcome: 'not-offered',
    words: ['not on your list of settings', nothingPressed, 'check the place above'],
    verdict: 'unknown',
    saves: 0,
  },
  {
    name: 'signed out in the middle, the saved switch is not vouched for',
    meanwhile: async () => {
      await isSaved();
      lab.simulator.account.signedIn = false;
    },
    outcome: 'unverified',
    reason: 'signed-out',
    words: ['could not read it again', 'We do not know how it stands', 'not signed in'],
    verdict: 'unknown',
    saves: 1,
    off: true,
  },
  {
    name: 'gone to another page after the press, the saved switch is not vouched for',
    meanwhile: async () => {
      await isSaved();
      await (await settingTab()).goto(FEED, { waitUntil: 'domcontentloaded' });
    },
    outcome: 'unverified',
    reason: 'wrong-page',
    words: ['could not read it again', 'another page than its setting'],
    verdict: 'unknown',
    saves: 1,
    off: true,
  },
];

test.each(failures.map((failure) => [failure.name, failure] as const))('%s', async (_, failure) => {
  loadsCount = failure.modes?.page !== 'dead';
  lab.simulator.set(failure.modes ?? {});
  failure.arrange?.();

  const { outcome, samples } = await turnOff(failure.meanwhile);
  expect(outcome).toBe(failure.outcome);
  expect(protectedOnes(samples)).toEqual([]);

  const status = await lab.verdict(failure.verdict);
  expect(status.outcome).toBe(failure.outcome);
  for (const words of failure.words) expect(status.text).toContain(words);
  expect((await lab.errand()).outcome.reason).toBe(failure.reason);
  if (failure.reason) expect(status.reason).toBe(failure.reason);

  expect(lab.saves()).toHaveLength(failure.saves);
  expect(lab.simulator.account.switches[SWITCH]).toBe(failure.off !== true);
  if (failure.outcome === 'asks' || failure.outcome === 'covered') {
    const buttons = await (await settingTab()).$$('[role="dialog"] button');
    expect(buttons.length).toBeGreaterThan(0);
  }
});

test('the switch is off, and said to be only once it has been read again after a reload', async () => {
  await lab.choosePlace('DE');
  const { outcome, samples } = await turnOff();
  expect(outcome).toBe('done');
  expect(lab.simulator.account.switches[SWITCH]).toBe(false);

  expect(lab.walked()).toEqual(['GET', 'PUT', 'GET']);
  const secondLoad = loads()[1]?.at ?? Number.POSITIVE_INFINITY;
  expect(samples.some(({ verdict }) => verdict === 'sharing')).toBe(true);
  for (const { at } of protectedOnes(samples)) expect(at).toBeGreaterThan(secondLoad);

  const status = await lab.verdict('protected');
  expect(status).toMatchObject({ reading: 'off', outcome: 'done' });
  expect(status.text).toContain('switched off and read as off again after a reload');
  expect(status.text).toContain('Read again after a reload');
  expect(status.actions).not.toContain('turn-off');
});

test('a slow save is not cut off by the reload', async () => {
  lab.simulator.set({ save: 'slow', saveMs: 3_000 });
  const { outcome, samples } = await turnOff();
  expect(outcome).toBe('done');
  expect(lab.simulator.account.switches[SWITCH]).toBe(false);

  const [save] = lab.saves();
  const [, second] = loads();
  expect((second?.at ?? 0) - (save?.at ?? 0)).toBeGreaterThanOrEqual(3_000 / PACE);
  for (const { at } of protectedOnes(samples)) expect(at).toBeGreaterThan(second?.at ?? 0);
  await lab.verdict('protected');
});

test('a switch that is off already is not pressed', async () => {
  lab.simulator.account.switches[SWITCH] = false;
  const { outcome } = await turnOff();
  expect(outcome).toBe('already-there');
  const status = await lab.verdict('protected');
  expect(status.text).toContain('It was off already. Nothing was pressed.');
  expect(lab.walked()).toEqual(['GET']);
});

test('a switch under an id that nobody knows is the only one on the page, and is turned off', async () => {
  lab.simulator.set({ page: 'renamed-id' });
  const { outcome } = await turnOff();
  expect(outcome).toBe('done');
  await lab.verdict('protected');
  expect(lab.simulator.account.switches[SWITCH]).toBe(false);
  const { reading } = await lab.stored(`finding/${SETTING}`);
  expect(reading).toEqual({ state: 'off', strategy: 'only-switch' });
});

test.each([
  ['before the switch was read', false],
  ['after it was pressed', true],
])('a tab closed %s says that nobody knows', async (_when, isPressed) => {
  if (!isPressed) lab.simulator.set({ delayMs: 5_000 });
  const { outcome, samples } = await turnOff(async () => {
    if (isPressed) await isSaved();
    await (await settingTab()).close();
  });
  expect(outcome).toBe('tab-closed');
  expect(protectedOnes(samples)).toEqual([]);
  const status = await lab.status();
  expect(status.text).toContain('closed before we were done. We do not know');
  expect(status.verdict).not.toBe('protected');
  expect(lab.saves()).toHaveLength(isPressed ? 1 : 0);
});

test('a person who goes elsewhere before the press is left alone', async () => {
  lab.simulator.set({ delayMs: 5_000 });
  const { outcome, samples } = await turnOff(async () => {
    const page = await settingTab();
    await until('the errand has arrived', async () => {
      return (await lab.errand())?.arrived;
    });
    await page.goto(FEED, { waitUntil: 'domcontentloaded' });
  });
  expect(outcome).toBe('left-page');
  expect(protectedOnes(samples)).toEqual([]);
  expect((await lab.status()).text).toContain('went to another page before we were done');
  expect(lab.saves()).toEqual([]);
  expect(loads().at(-1)?.path).toBe('/feed/');
});

test('pressed twice quickly, the switch is pressed once', async () => {
  await lab.withPopup((popup) =>
    popup.evaluate((doc, wanted) => {
      const button = doc.querySelector<HTMLElement>(wanted);
      button?.click();
      button?.click();
    }, `${CARD} [data-action="turn-off"]`),
  );
  expect(await lab.outcome()).toBe('done');
  await lab.verdict('protected');
  expect(lab.saves()).toHaveLength(1);
  expect(await lab.browser.tabs()).toHaveLength(1);
});

test('asked for again while under way, the switch is pressed once', async () => {
  const { outcome } = await turnOff(async () => {
    await isSaved();
    await lab.send('errand.start', { key: SETTING, kind: 'opt-out' });
  });
  expect(outcome).toBe('done');
  await lab.verdict('protected');
  expect(lab.saves()).toHaveLength(1);
  expect(await lab.browser.tabs()).toHaveLength(1);
});

test('with two pages of the setting open, one is used and the other left as it is', async () => {
  const first = await lab.browser.open(SETTING_PAGE);
  const second = await lab.browser.open(SETTING_PAGE);
  for (const page of [first, second]) await page.waitForSelector(SWITCH_IN_PAGE);
  await lab.verdict('sharing');
  await lab.press('turn-off');
  expect(await lab.outcome()).toBe('done');
  await lab.verdict('protected');
  expect(await lab.browser.tabs()).toHaveLength(2);

  // One of the two still shows the switch as it was, and must not be believed over the later load.
  for (const [index, page] of [first, second].entries()) {
    await page.bringToFront();
    // By the look that finds this one, the page has been read anew.
    const id = `allowNewThing${'AB'[index]}`;
    await page.evaluate((unknown) => {
      const html = `<input type="checkbox" role="switch" aria-labelledby="${unknown}" checked>`;
      document.querySelector('main')?.insertAdjacentHTML('beforeend', html);
    }, id);
    // What is kept of it may be gone at once: the other page says that it shows none.
    await until('it is looked at', async () =>
      (await lab.heard()).some(
        ({ type, request }) => type === 'page.unlisted' && request.ids?.includes(id),
      ),
    );
    await lab.idle();
  }
  expect((await lab.status()).verdict).toBe('protected');
});

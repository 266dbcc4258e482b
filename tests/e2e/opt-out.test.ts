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
    words: ['changed back by itself', "You're not opted out", 'Try again later'],
    verdict: 'sharing',
    saves: 1,
  },
  {
    name: 'a server that says yes and keeps the old value is found out',
    modes: { save: 'lies' },
    outcome: 'not-saved',
    words: ["LinkedIn didn't save the change", "You're not opted out"],
    verdict: 'sharing',
    saves: 1,
  },
  {
    name: 'a page that swallows the press is pressed once, and said to be as it was',
    modes: { save: 'ignored' },
    outcome: 'no-effect',
    words: ["pressed the setting once and it didn't change", "You're not opted out"],
    verdict: 'sharing',
    saves: 0,
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
    name: 'a sign-in page is named, not pressed',
    modes: { page: 'sign-in-wall' },
    ...couldNotRead,
    reason: 'signed-out',
    words: [nothingPressed, 'not signed in to LinkedIn', 'Sign in, then check again'],
  },
  {
    name: 'a dead connection is named',
    modes: { page: 'dead' },
    ...couldNotRead,
    reason: 'unreachable',
    words: [nothingPressed, 'could not be loaded', 'Check your connection'],
  },
  {
    name: 'a switch behind a dialog is not pressed',
    modes: { page: 'dialog-open' },
    outcome: 'covered',
    words: ['A dialog was in front', nothingPressed, 'Answer the dialog'],
    verdict: 'sharing',
    saves: 0,
  },
  {
    name: 'gone to another page after the press, the saved switch is not vouched for',
    meanwhile: async () => {
      await isSaved();
      await (await settingTab()).goto(FEED, { waitUntil: 'domcontentloaded' });
    },
    outcome: 'unverified',
    reason: 'wrong-page',
    words: ["couldn't read it afterwards", 'another page than its setting'],
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
  expect(status.text).toContain("You're opted out: we read it again after a reload");
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

test.each([
  ['stays as it was', { save: 'unmoved' }],
  ['disappears', { save: 'vanishes' }],
  ['gets another id', { save: 'renames-id' }],
  ['keeps its old word', { save: 'stale-word', words: true }],
] as const)(
  'a switch that %s under a press that is saved is read after our reload',
  async (_, modes) => {
    lab.simulator.set(modes);
    const { outcome, samples } = await turnOff();
    expect(outcome).toBe('done');
    expect(lab.simulator.account.switches[SWITCH]).toBe(false);
    expect(lab.walked()).toEqual(['GET', 'PUT', 'GET']);
    const secondLoad = loads()[1]?.at ?? Number.POSITIVE_INFINITY;
    for (const { at } of protectedOnes(samples)) expect(at).toBeGreaterThan(secondLoad);
    expect(await lab.verdict('protected')).toMatchObject({ reading: 'off', outcome: 'done' });
  },
);

test('a switch under an id that nobody knows is the only one on the page, and is turned off', async () => {
  lab.simulator.set({ page: 'renamed-id' });
  const { outcome } = await turnOff();
  expect(outcome).toBe('done');
  await lab.verdict('protected');
  expect(lab.simulator.account.switches[SWITCH]).toBe(false);
  const { reading } = await lab.stored(`finding/${SETTING}`);
  expect(reading).toEqual({ state: 'off', strategy: 'only-switch' });
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

const answer = async (page: Page, name: string) => {
  await page.bringToFront();
  for (const button of await page.$$('[role="dialog"] button')) {
    if ((await button.evaluate(({ textContent }) => textContent)) === name) await button.click();
  }
};

test.each(['by our press', 'by hand'])(
  'a switch that moves as the person confirms what was asked %s is not said to be verified',
  async (by) => {
    loadsCount = false;
    await lab.choosePlace('DE');
    lab.simulator.set({ save: 'asks' });
    const isOff = async () =>
      (await lab.heard()).some(({ request }) => request.reading?.state === 'off');
    if (by === 'by our press') expect((await turnOff()).outcome).toBe('asks');
    else {
      expect(await lab.check()).toBe('read');
      await lab.rests(new URL(SETTING_PAGE).pathname);
      await (await settingTab()).click('.setting-toggle__toggle');
    }
    // The service says yes, and keeps the old value.
    lab.simulator.set({ save: 'lies' });
    await answer(await settingTab(), 'Confirm');
    await until('the page says that it is off', isOff);
    await lab.idle();
    expect(await lab.finding()).not.toHaveProperty('held.verifiedAt');
    // Whom we asked for nothing may have turned it off by hand; what we pressed waits for a reload.
    expect((await lab.status()).verdict).toBe(by === 'by hand' ? 'protected' : 'sharing');
  },
);

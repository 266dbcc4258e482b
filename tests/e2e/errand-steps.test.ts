import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import type { Modes } from '../simulator/modes.ts';
import { FEED, ORIGIN, openLab, SETTING_PAGE, SWITCH, SWITCH_IN_PAGE, until } from './lab.ts';

/*
 * What may happen in the middle of an errand, at each of its steps. What happens at a step of an opt-out
 * and is not here is in `opt-out.test.ts` and `resilience.test.ts`.
 */
const lab = openLab();

const OTHER_SETTING = `${ORIGIN}/mypreferences/d/member-cookies`;

const saves = () => lab.saves().length;

interface Happening {
  /** Before the errand, where what happens takes longer than a hurried page waits. */
  readonly before?: () => Promise<void>;
  /** In the middle, with the errand's tab. */
  readonly happens: (tab: Page) => Promise<unknown>;
  /** Once the errand has ended: nothing of it may go on then. */
  readonly after?: (tab: Page) => Promise<unknown>;
}

const happenings = {
  'the background is killed': { happens: () => lab.browser.killBackground() },
  'the tab is closed': { happens: (tab) => tab.close() },
  'the person goes elsewhere': { happens: (tab) => goTo(tab, FEED) },
  'the person signs out at /uas/logout': { happens: (tab) => goTo(tab, `${ORIGIN}/uas/logout`) },
  'the guest page comes': { happens: (tab) => goTo(tab, `${ORIGIN}/`) },
  'the person goes to another setting': { happens: (tab) => goTo(tab, OTHER_SETTING) },
  'the person signs out, and in again': {
    happens: async () => {
      lab.simulator.account.signedIn = false;
    },
    after: async (tab) => {
      await tab.waitForSelector('input[type="password"]');
      await tab.evaluate(() => document.querySelector('form')?.submit());
      await tab.waitForSelector(SWITCH_IN_PAGE);
    },
  },
  'the network is lost, and comes back': {
    happens: async () => lab.simulator.set({ network: 'lost' }),
    after: async (tab) => {
      lab.simulator.set({ network: 'up' });
      await goTo(tab, SETTING_PAGE);
    },
  },
  'the tab crashes': { happens: async (tab) => lab.browser.crash?.(tab) },
  'the extension is updated': {
    before: async () => {
      lab.simulator.set({ save: 'slow', saveMs: 2_500 });
      await lab.unhurry();
    },
    happens: () => lab.update(),
  },
} satisfies Record<string, Happening>;

/** A navigation of the errand's own, at the same time, is in the way of it. */
async function goTo(tab: Page, address: string): Promise<void> {
  await until(`the tab is at ${address}`, async () => {
    await tab.goto(address, { waitUntil: 'domcontentloaded' }).catch(() => {});
    return tab.url() === address;
  });
}

type Kind = 'check' | 'opt-out' | 'undo';

const buttons = { check: 'check', 'opt-out': 'turn-off', undo: 'undo' } as const;

interface Step {
  readonly modes?: Partial<Modes>;
  readonly reached: () => Promise<boolean>;
}

const isAt = (step: string) => async () => (await lab.errand())?.step === step;

const steps = {
  /** Its page has arrived and shows no switch yet. */
  opening: {
    modes: { delayMs: 4_000 },
    reached: async () => (await lab.errand())?.arrived === true,
  },
  /** The list is on its way, or shows no rows yet. */
  listing: { modes: { delayMs: 4_000, absentPage: 'error' }, reached: isAt('listing') },
  /** The page is waited for, to see whether the press holds. */
  pressing: { reached: async () => saves() > 0 },
  /** The reloaded page has arrived and is not read yet. */
  verifying: {
    modes: { delayMs: 4_000 },
    reached: async () => {
      const now = await lab.errand();
      return now?.step === 'verifying' && now.load !== now.pressedIn;
    },
  },
} satisfies Record<string, Step>;

type Row = readonly [
  Kind,
  keyof typeof steps,
  keyof typeof happenings,
  outcome: string,
  /** Why, where the outcome has a reason. */
  reason: string | undefined,
  /** Of what is said. */
  words: string,
];

const unknown = "We don't know how it is set";
const nobodyKnows = "closed before we were done. We don't know";
const left = 'went to another page before we were done';
const restarted = "restarted while this was under way. We don't know";

const crashed = 'The page could not be loaded';
const ofChromium: readonly Row[] = [
  ['opt-out', 'opening', 'the tab crashes', 'could-not-read', 'unreachable', crashed],
  ['opt-out', 'pressing', 'the tab crashes', 'unverified', 'unreachable', crashed],
  ['opt-out', 'verifying', 'the tab crashes', 'unverified', 'unreachable', crashed],
  ['undo', 'pressing', 'the tab crashes', 'unverified', 'unreachable', crashed],
];

const rows: readonly Row[] = [
  ...(inject('browser') === 'chromium' ? ofChromium : []),
  [
    ...(['check', 'opening', 'the person signs out at /uas/logout'] as const),
    ...(['could-not-read', 'signed-out', 'You are not signed in'] as const),
  ],
  [
    ...(['check', 'opening', 'the guest page comes'] as const),
    ...(['could-not-read', 'signed-out', 'You are not signed in'] as const),
  ],
  ['opt-out', 'listing', 'the tab is closed', 'tab-closed', undefined, nobodyKnows],
  ['opt-out', 'opening', 'the person goes to another setting', 'left-page', undefined, left],
  ['opt-out', 'verifying', 'the person goes elsewhere', 'unverified', 'wrong-page', unknown],
  [
    ...(['opt-out', 'pressing', 'the person goes to another setting'] as const),
    ...(['unverified', 'wrong-page', unknown] as const),
  ],
  [
    ...(['opt-out', 'pressing', 'the person signs out, and in again'] as const),
    ...(['unverified', 'signed-out', 'You are not signed in'] as const),
  ],
  [
    ...(['opt-out', 'pressing', 'the network is lost, and comes back'] as const),
    ...(['unverified', 'unreachable', 'The page could not be loaded'] as const),
  ],
  ['opt-out', 'opening', 'the extension is updated', 'restarted', undefined, restarted],
  ['opt-out', 'verifying', 'the extension is updated', 'restarted', undefined, restarted],
  ['undo', 'pressing', 'the background is killed', 'done', undefined, "You're opted in again"],
  ['undo', 'pressing', 'the extension is updated', 'restarted', undefined, restarted],
];

/** As our opt-out leaves it: off, and read as off after a reload. */
async function seedTurnedOff(): Promise<void> {
  lab.simulator.account.switches[SWITCH] = false;
  const at = Date.now() - 60_000;
  await lab.putFinding({
    reading: { state: 'off', strategy: 'known-id' },
    readAt: at,
    fresh: true,
    lastReadable: { position: 'off', readAt: at },
    held: { since: at, cause: 'errand', verifiedAt: at },
  });
}

test.each(rows)('%s, %s: %s', async (kind, at, what, outcome, reason, words) => {
  const step: Step = steps[at];
  const happening: Happening = happenings[what];
  if (kind === 'undo') await seedTurnedOff();
  if (at === 'listing') lab.simulator.account.offered[SWITCH] = false;
  lab.simulator.set(step.modes ?? {});
  await happening.before?.();

  await lab.press(buttons[kind]);
  await until(`the errand is ${at}`, step.reached);
  const [tab] = await lab.browser.tabs();
  if (!tab) throw new Error('the errand has no tab');
  await happening.happens(tab);

  expect(await lab.outcome()).toBe(outcome);
  const { outcome: told } = await lab.errand();
  expect(told.reason).toBe(reason);
  const wasPressed = at === 'pressing' || at === 'verifying' || outcome === 'done';
  expect(saves()).toBe(wasPressed ? 1 : 0);
  // The popup draws what is stored as it comes.
  const status = await until('it is told', async () => {
    const shown = await lab.status();
    return shown.outcome === outcome && shown;
  });
  expect(status.text).toContain(words);
  if (wasPressed) expect(status.verdict).not.toBe('protected');

  await happening.after?.(tab);
  expect((await lab.errand()).outcome).toEqual(told);
  expect(saves()).toBe(wasPressed ? 1 : 0);
  const { switches } = lab.simulator.account;
  const isOff = (kind === 'undo') !== wasPressed;
  await until('the service has kept it', async () => switches[SWITCH] !== isOff);
  const moved = Object.entries(switches).filter(([, isOn]) => !isOn);
  expect(moved.map(([id]) => id)).toEqual(isOff ? [SWITCH] : []);
});

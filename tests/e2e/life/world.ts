import type { Page } from 'puppeteer-core';
import { fillStore, makeRoom } from '../fill.ts';
import { FEED, type Lab, ORIGIN, SETTING_PAGE, SWITCH, SWITCH_IN_PAGE, TOGGLE } from '../lab.ts';
import { moveInPage } from '../move-in-page.ts';
import { PACE } from '../pace.ts';
import type { Happening } from './history.ts';

/** A page that is gone, or that crashed, never answers. */
const ANSWERS_WITHIN_MS = 1_500;
const PATH = new URL(SETTING_PAGE).pathname;
const SIGN_OUTS = ['/m/logout', '/uas/logout', '/checkpoint/rm/sign-in-another-account', '/'];

/** What the page in front shows of the switch. Times in milliseconds since the epoch. */
export interface Shown {
  readonly isOn: boolean;
  /** When the document was loaded, or moved to the setting. */
  readonly since: number;
}

/** The person before the browser, and all that happens to them. */
export interface World {
  readonly act: (what: Happening) => Promise<void>;
  readonly shown: () => Promise<Shown | undefined>;
}

export async function openWorld(lab: Lab): Promise<World> {
  const { account } = lab.simulator;
  lab.simulator.set({ keeps: true });
  let front = await lab.browser.open(FEED);
  let main = front;
  let second: Page | undefined;
  let signOuts = 0;

  const isOn = () => account.switches[SWITCH] === true;
  /** A tab whose page is gone for good is closed, and another one opened. */
  const inMain = async () => {
    if (!(await answers(main))) main = await lab.browser.open(FEED);
    front = main;
    await main.bringToFront();
    return main;
  };
  const inSecond = async () => {
    if (!second || !(await answers(second))) second = await lab.browser.open(FEED);
    front = second;
    await second.bringToFront();
    return second;
  };
  const acts: Record<Happening, () => Promise<unknown>> = {
    load: async () => goTo(await inMain(), SETTING_PAGE),
    leave: async () => goTo(await inMain(), FEED),
    back: async () => within((await inMain()).evaluate(() => history.back())),
    'move-in': async () => within(moveInPage(await inMain(), isOn())),
    hide: inSecond,
    show: inMain,
    second: async () => goTo(await inSecond(), SETTING_PAGE),
    discard: () => discardHidden(lab),
    'by-hand': () => moveByHand(front),
    'by-script': () => within(front.evaluate(switchOn, SWITCH_IN_PAGE)),
    elsewhere: async () => {
      account.switches[SWITCH] = !isOn();
    },
    'sign-out': async () => {
      account.signedIn = false;
      const path = SIGN_OUTS[signOuts++ % SIGN_OUTS.length];
      const before = lab.simulator.log.length;
      await goTo(front, `${ORIGIN}${path}`);
      const hasGone = lab.simulator.log.slice(before).some((asked) => asked.path === path);
      if (!hasGone) await leadFront(lab, `${ORIGIN}${path}`);
    },
    'sign-in': async () => {
      account.signedIn = true;
    },
    withdraw: () => lab.browser.setSiteAccess(false),
    grant: () => lab.browser.setSiteAccess(true),
    update: () => lab.update(),
    kill: () => lab.browser.killBackground(),
    ahead: async () => {
      const page = await inMain();
      const { shown } = lab.simulator;
      lab.simulator.set({ loadsAhead: true });
      await goTo(page, FEED);
      for (let tries = 0; tries < 20 && lab.simulator.shown === shown; tries++) await pause(50);
      lab.simulator.set({ loadsAhead: false });
      await within(page.evaluate((address) => location.assign(address), SETTING_PAGE));
    },
    crash: async () => {
      await within(lab.browser.crash?.(main) ?? Promise.resolve());
    },
    fill: () => fillStore(lab, { overview: 'goes' }),
    room: () => makeRoom(lab),
  };
  return {
    // What cannot be done now, as going back in a page that crashed, does not happen.
    act: async (what) => {
      await acts[what]().catch(() => {});
    },
    shown: async () =>
      (await within(front.evaluate(shownIn, SWITCH_IN_PAGE, PATH))) ?? (await shownInFront(lab)),
  };
}

function shownIn(selector: string, path: string): Shown | undefined {
  const control = document.querySelector<HTMLInputElement>(selector);
  const isHere = location.pathname.startsWith(path) && document.visibilityState === 'visible';
  if (!control || !isHere) return undefined;
  const { movedAt = 0 } = globalThis as { movedAt?: number };
  return { isOn: control.checked, since: Math.max(performance.timeOrigin, movedAt) };
}

/**
 * The same, asked for by the extension: after a page that was loaded ahead is shown, or a tab was put aside,
 * the driver may go on looking at the page before it.
 */
function shownInFront(lab: Lab): Promise<Shown | undefined> {
  return lab.browser.inExtension(
    async (api, url, selector) => {
      for (const { id } of await api.tabs.query({ active: true, url })) {
        const asked = api.scripting.executeScript({
          target: { tabId: id },
          world: 'MAIN',
          func: (wanted: string) => {
            const control = document.querySelector<HTMLInputElement>(wanted);
            if (!control || document.visibilityState !== 'visible') return undefined;
            const { movedAt = 0 } = globalThis as { movedAt?: number };
            return { isOn: control.checked, since: Math.max(performance.timeOrigin, movedAt) };
          },
          args: [selector],
        });
        const [found] = await asked.catch(() => []);
        if (found?.result) return found.result as Shown;
      }
      return undefined;
    },
    `${SETTING_PAGE}*`,
    SWITCH_IN_PAGE,
  );
}

async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 5_000 }).catch(() => {});
}

/** The same by the extension: the driver may go on leading the page before the one that is shown. */
function leadFront(lab: Lab, address: string): Promise<void> {
  return lab.browser.inExtension(
    async (api, url, to) => {
      const [tab] = await api.tabs.query({ active: true, url });
      if (tab) await api.tabs.update(tab.id, { url: to });
    },
    `${ORIGIN}/*`,
    address,
  );
}

function switchOn(selector: string): void {
  const control = document.querySelector<HTMLInputElement>(selector);
  if (control) control.checked = true;
}

/** With the pointer; where no switch is, there is nothing to move. */
async function moveByHand(page: Page): Promise<void> {
  const press = async () => {
    const control = (await page.$(TOGGLE)) ?? (await page.$(SWITCH_IN_PAGE));
    await control?.click();
  };
  await within(press());
}

function discardHidden(lab: Lab): Promise<void> {
  return lab.browser.inExtension(async (api) => {
    const own = await api.tabs.getCurrent();
    const tabs: { id: number; active: boolean }[] = await api.tabs.query({});
    for (const { id, active } of tabs) {
      if (id !== own.id && !active) await api.tabs.discard(id).catch(() => {});
    }
  });
}

async function answers(page: Page): Promise<boolean> {
  return (await within(page.evaluate(() => true))) ?? false;
}

async function within<T>(answer: Promise<T>): Promise<T | undefined> {
  return Promise.race([answer.catch(() => undefined), pause(ANSWERS_WITHIN_MS)]);
}

export async function pause(ms: number): Promise<undefined> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

/** Longer than a page takes to settle by its own clock. */
export const DWELL_MS = 11_000 / PACE;

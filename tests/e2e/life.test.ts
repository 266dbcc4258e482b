import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import { bannerThatSpeaks } from './banner-in.ts';
import {
  CARD,
  FEED,
  ORIGIN,
  openLab,
  SETTING,
  SETTING_PAGE,
  SWITCH,
  SWITCH_IN_PAGE,
  until,
} from './lab.ts';
import { moveByHand } from './move-by-hand.ts';
import { moveInPage } from './move-in-page.ts';
import { PACE } from './pace.ts';
import { unseed } from './seed.ts';
import { seedProtected } from './seed-protected.ts';

/* A page lives longer than one look: it is brought back, loaded ahead, open across an update, left inside. */
const lab = openLab();
const PATH = new URL(SETTING_PAGE).pathname;

const turn = (isOn: boolean) => {
  lab.simulator.account.switches[SWITCH] = isOn;
};

test('a page that the browser brings back is not taken for one that was loaded', async () => {
  await seedProtected(lab);
  lab.simulator.set({ keeps: true });
  const page = await lab.openPage();
  await lab.rests(PATH);
  const { held } = await lab.finding();
  await page.goto(FEED);
  turn(true);
  await lab.hear();
  // Firefox's driver never hears of the end of such a way back.
  await page.evaluate(() => history.back());
  await lab.rests(PATH);

  const status = await lab.status();
  expect(await lab.finding()).toMatchObject({
    reading: { state: 'off' },
    fresh: false,
    unloaded: 'restored',
    held,
  });
  expect(status.text).toContain('Read on a page that your browser had kept');
});

test.skipIf(inject('browser') === 'firefox')(
  'a page that was loaded ahead is read when it is shown, and not before',
  async () => {
    await seedProtected(lab);
    const before = await lab.finding();
    turn(true);
    const page = await openAhead();
    // A popup would take the page out of sight, and with it what it has loaded.
    expect(await lab.finding()).toEqual(before);
    const showsFrom = Date.now();
    await show(page);
    await lab.verdict('sharing');
    const { readAt, unloaded } = await lab.finding();
    expect(unloaded).toBe('prerendered');
    expect(readAt - showsFrom).toBeLessThan(2_000);
    expect(await saidAhead()).toEqual([]);
  },
);

test.skipIf(inject('browser') === 'firefox')(
  'a page that was loaded ahead and shows the setting off is not taken for one that was loaded',
  async () => {
    turn(false);
    await lab.choosePlace('DE');
    const page = await openAhead();
    await lab.hear();
    await show(page);
    await lab.rests(PATH);
    await isOffAndUnverified(
      'prerendered',
      'Read on a page that your browser had loaded in advance',
    );
  },
);

test.skipIf(inject('browser') === 'firefox')(
  'the banner warns in a page that was loaded ahead once it is shown, and not before',
  async () => {
    await lab.choosePlace('DE');
    await lab.hear();
    const page = await openAhead();
    await until('it warns in the page in front', () => bannerAt(FEED));
    await show(page);
    expect(await until('it warns', () => bannerAt(SETTING_PAGE))).toContain('Default Check');
    expect(await saidAhead()).toEqual([]);
  },
);

/** The feed, once it has loaded the setting's page ahead. */
async function openAhead(): Promise<Page> {
  lab.simulator.set({ loadsAhead: true });
  const { shown } = lab.simulator;
  const page = await lab.browser.open(FEED);
  await until('it is loaded ahead', async () => lab.simulator.shown > shown);
  await lab.idle();
  return page;
}

/** The driver may go on looking at the page before it. */
function show(page: Page): Promise<void> {
  return page.evaluate((address) => location.assign(address), SETTING_PAGE);
}

/** What pages said while they were only loaded ahead. */
async function saidAhead() {
  return (await lab.heard()).filter(({ isAhead }) => isAhead).map(({ type }) => type);
}

async function bannerAt(address: string): Promise<string | undefined> {
  return (await bannerThatSpeaks(lab, { url: () => `${address}*` }))?.text;
}

async function isOffAndUnverified(unloaded: string, words: string): Promise<void> {
  const status = await lab.status();
  const finding = await lab.finding();
  expect(finding).toMatchObject({ reading: { state: 'off' }, fresh: false, unloaded });
  expect(finding.held).not.toHaveProperty('verifiedAt');
  expect(status.text).toContain(words);
}

test('a page that is open across an update is read anew, and not taken for one that was loaded', async () => {
  turn(false);
  await lab.choosePlace('DE');
  const page = await lab.browser.open(SETTING_PAGE);
  await lab.rests(PATH);
  // As if the extension had come only now.
  await unseed(lab, [`finding/${SETTING}`, `history/${SETTING}`]);
  await lab.update();
  await until('it is read', lab.finding);
  await isOffAndUnverified('already-open', 'Read on a page that was already open');

  await moveByHand(page);
  expect((await lab.verdict('sharing')).reading).toBe('on');
});

test('a switch that the page itself moves, once it has settled, is seen soon', async () => {
  await seedProtected(lab);
  const page = await lab.openPage();
  await lab.rests(PATH);
  expect((await lab.status()).verdict).toBe('protected');
  await page.$eval(SWITCH_IN_PAGE, (control) => {
    (control as HTMLInputElement).checked = true;
  });
  await lab.verdict('sharing', Math.max(2_000, 10_000 / PACE));
});

test('a page that was moved across an update is not said to have flipped back', async () => {
  await seedProtected(lab);
  const page = await lab.openPage();
  await lab.rests(PATH);
  await page.evaluate(() => {
    // Moved where nobody sees it, as between two scripts of ours.
    const control = document.querySelector('input[role="switch"]') as HTMLInputElement;
    addEventListener(
      'focus',
      () => {
        control.checked = true;
      },
      { once: true },
    );
  });
  await lab.browser.update();
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await lab.verdict('sharing');
  expect(await lab.finding()).not.toHaveProperty('flipBack');
});

test.each([
  [true, 'sharing'],
  [false, 'protected'],
])(
  'a setting that is %s and reached from another page without a load is read',
  async (isOn, verdict) => {
    await seedProtected(lab);
    const { readAt } = await lab.finding();
    const page = await lab.browser.open(FEED);
    await moveInPage(page, isOn);
    await until('it is read', async () => (await lab.finding()).readAt > readAt);
    expect((await lab.status()).verdict).toBe(verdict);
    expect(await lab.finding()).toMatchObject({ fresh: false, unloaded: 'already-open' });
  },
);

test('over a page that cannot be read nothing reassures, and the popup says what to do', async () => {
  await seedProtected(lab);
  lab.simulator.set({ network: 'lost' });
  await lab.browser.open(SETTING_PAGE).catch(() => {});
  await lab.withPopup(async (popup) => {
    await popup.waitFor('[data-notice="unread"]');
    expect(await popup.text('[data-notice="unread"]')).toContain(
      'Reload this page so that we can check it.',
    );
    expect(await popup.attribute(CARD, 'data-verdict')).toBe('unknown');
    lab.simulator.set({ network: 'up' });
    await lab.hear();
    await popup.click('[data-action="reload"]');
  });
  await lab.arrives(PATH);
  await lab.withPopup(async (popup) => {
    await until(
      'it reassures again',
      async () => (await popup.attribute(CARD, 'data-verdict')) === 'protected',
    );
    await expect(popup.text('[data-notice="unread"]')).rejects.toThrow();
  });
});

test('an update leaves one banner in an open page, that of the next version', async () => {
  await lab.choosePlace('DE');
  const page = await lab.browser.open(FEED);
  const banners = () =>
    page.evaluate(
      () =>
        [...document.documentElement.children].filter(({ localName }) => localName === 'div')
          .length,
    );
  await until('it warns', async () => (await banners()) === 1);
  await page.evaluate(() => {
    const [older] = document.querySelectorAll('html > div');
    Object.assign(window, { older });
  });
  await lab.update();
  await until('the banner of the next version stands in its place', () =>
    page.evaluate(() => {
      const { older } = window as unknown as { older: Element };
      return !older.isConnected && document.querySelector('html > div') !== null;
    }),
  );
  await lab.idle();
  expect(await banners()).toBe(1);
});

const guestPaths = [
  ...[
    '/m/logout',
    '/m/logout/',
    '/uas/logout',
    '/uas/login',
    '/login',
    '/logout',
    '/signup/cold-join',
  ],
  ...[
    '/checkpoint/rm/sign-in-another-account',
    '/checkpoint/lg/login-submit',
    '/authwall',
    '/',
    '/home',
  ],
];

test.each(guestPaths)(
  'whoever comes to %s is signed out: what was read before reassures nobody',
  async (path) => {
    await seedProtected(lab);
    const page = await lab.browser.open(FEED);
    await page.goto(`${ORIGIN}${path}`).catch(() => {});
    expect(await lab.verdict('unknown')).toMatchObject({ reason: 'signed-out' });
    expect((await lab.stored(`history/${SETTING}`)).rows.length).toBeGreaterThan(0);
  },
);

import { expect, inject, test } from 'vitest';
import { CARD, FEED, ORIGIN, openLab, SETTING, SETTING_PAGE, SWITCH, until } from './lab.ts';
import { moveByHand } from './move-by-hand.ts';
import { moveInPage } from './move-in-page.ts';
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
    lab.simulator.set({ loadsAhead: true });
    const { shown } = lab.simulator;
    const page = await lab.browser.open(FEED);
    await until('it is loaded ahead', async () => lab.simulator.shown > shown);
    // A popup would take the page out of sight, and with it what it has loaded.
    expect(await lab.finding()).toEqual(before);
    await page.evaluate((address) => location.assign(address), SETTING_PAGE);
    await lab.verdict('sharing');
    expect(await lab.finding()).toMatchObject({ unloaded: 'prerendered' });
  },
);

test('a page that is open across an update goes on being read', async () => {
  await seedProtected(lab);
  const page = await lab.openPage();
  await lab.update();
  await moveByHand(page);
  expect((await lab.verdict('sharing')).reading).toBe('on');
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

import type { Page } from 'puppeteer-core';
import { beforeEach, expect, inject, test } from 'vitest';
import { day } from '../shown/day.ts';
import { openLab, SETTING, SETTING_PAGE, SWITCH_IN_PAGE, until } from './lab.ts';
import { pressInPage } from './press-in-page.ts';
import { seed } from './seed.ts';

const lab = openLab({ granted: ['notifications'] });

const DAY_MS = 86_400_000;
const DASHBOARD = 'src/entrypoints/dashboard/index.html#preferences';
const CHECKBOX = 'input[name="notify"]';
const NOTIFICATIONS = { permissions: ['notifications'] };

interface Shown {
  readonly id: string;
  /** Only Firefox tells what it shows. */
  readonly title?: string;
  readonly message?: string;
}

/** What the browser itself says that it shows of ours. */
function notifications(): Promise<Shown[]> {
  return lab.browser.inExtension(async (api, permission) => {
    if (!(await api.permissions.contains(permission))) return [];
    const all: Record<string, object | true> = await api.notifications.getAll();
    return Object.entries(all).map(([id, shown]) =>
      shown === true ? { id } : { id, ...(shown as Pick<Shown, 'title' | 'message'>) },
    );
  }, NOTIFICATIONS);
}

const isShown = () =>
  until('a notification is shown', async () => {
    const all = await notifications();
    return all.length > 0 && all;
  });

function clearNotifications(): Promise<void> {
  return lab.browser.inExtension(async (api, permission) => {
    if (!(await api.permissions.contains(permission))) return;
    for (const id of Object.keys(await api.notifications.getAll())) {
      await api.notifications.clear(id);
    }
  }, NOTIFICATIONS);
}

beforeEach(clearNotifications);
const isGranted = () =>
  lab.browser.inExtension((api, permission) => api.permissions.contains(permission), NOTIFICATIONS);

async function openPreferences(): Promise<Page> {
  const page = await lab.browser.extensionPage(DASHBOARD);
  await until('the preferences are drawn', () => drawn(page));
  return page;
}

const drawn = (page: Page) =>
  page.evaluate((selector) => document.querySelector(selector) !== null, CHECKBOX);
const isTicked = (page: Page) =>
  page.evaluate(
    (selector) => document.querySelector<HTMLInputElement>(selector)?.checked,
    CHECKBOX,
  );
const said = (page: Page) =>
  page.evaluate(() => document.querySelector('[data-notify]')?.getAttribute('data-notify') ?? null);

async function agree(): Promise<void> {
  const page = await openPreferences();
  expect(await isTicked(page)).toBe(false);
  const isAsked = !(await isGranted());
  await pressInPage(page, CHECKBOX);
  if (isAsked) await lab.browser.answerPermission?.(true);
  // The click itself ticks it: the page must not go before it has been kept.
  await until('it is kept', wantsNotices);
  await until('it is ticked', () => isTicked(page));
  expect(await said(page)).toBeNull();
  await page.close();
}

const wantsNotices = async () => (await lab.stored('preferences'))?.notify;

/** Findings as this version keeps them. */
function putFindings(findings: Readonly<Record<string, object>>): Promise<void> {
  const items = Object.entries(findings).map(([key, value]) => [`finding/${key}`, value]);
  return seed(lab, Object.fromEntries(items), 2);
}

const lookAgain = () => lab.send('overview.get', {});

const longAgo = Date.now() - 10 * DAY_MS;
const held = { since: longAgo, cause: 'person', verifiedAt: longAgo };
const off = { reading: { state: 'off' }, readAt: longAgo, fresh: true, held };
const flippedBack = (foundAt: number) => ({
  reading: { state: 'on' },
  readAt: foundAt,
  fresh: true,
  flipBack: { heldSince: longAgo, cause: 'person', verifiedAt: longAgo, foundAt },
});

/** The setting was off, and the service has switched it on: the next look at its page finds that. */
async function flipBack(): Promise<void> {
  await lab.choosePlace('DE');
  await putFindings({ [SETTING]: off });
  const page = await lab.browser.open(SETTING_PAGE);
  await page.waitForSelector(SWITCH_IN_PAGE);
  await lab.flippedBack();
}

test('a flip-back is told once, with both days, and not again by a background that starts anew', async () => {
  await agree();
  await flipBack();
  const shown = await isShown();
  const { foundAt } = (await lab.stored(`finding/${SETTING}`)).flipBack;
  expect(shown.map(({ id }) => id)).toEqual([`flip-back//${foundAt}`]);
  if (inject('browser') === 'firefox') {
    expect(shown[0]).toMatchObject({
      title: 'Data for Generative AI Improvement',
      message: `You opted out on ${day(longAgo)}. On ${day(foundAt)} you were opted in again at LinkedIn.`,
    });
  }
  const told = await until('it is noted', () => lab.stored('told-flip-backs'));
  expect(told).toEqual([{ key: SETTING, foundAt }]);

  await clearNotifications();
  await lab.browser.killBackground();
  await lookAgain();
  await lookAgain();
  expect(await notifications()).toEqual([]);
  expect(await lab.stored('told-flip-backs')).toEqual(told);
});

test('an alarm that a wrong clock set for next year is set anew', async () => {
  const daily = () => lab.browser.inExtension((api) => api.alarms.get('daily'));
  const nextYear = Date.now() + 365 * DAY_MS;
  await lab.browser.inExtension(
    (api, when) => api.alarms.create('daily', { when, periodInMinutes: 24 * 60 }),
    nextYear,
  );
  await lab.browser.killBackground();
  await lookAgain();
  await until('it rings within a day', async () => {
    const { scheduledTime } = await daily();
    return scheduledTime <= Date.now() + DAY_MS;
  });
});

test('a click on it opens what the popup shows, and no page of the service', async () => {
  await agree();
  await putFindings({ [SETTING]: flippedBack(Date.now()) });
  const [shown] = await isShown();
  await lab.browser.clickNotification(shown?.id ?? '');
  const page = await until('the popup’s content is open', async () => {
    for (const one of await lab.browser.extensionTabs()) {
      const notice = await one
        .evaluate(() => document.querySelector('[data-notice="flip-back"]')?.textContent)
        .catch(() => undefined);
      if (notice) return notice;
    }
    return undefined;
  });
  expect(page).toContain(`You opted out on ${day(longAgo)}.`);
  expect(await lab.browser.tabs()).toEqual([]);
  await until('it is gone', async () => (await notifications()).length === 0);
});

test('who unticks it is sent nothing more, and the permission is given back', async () => {
  await agree();
  const page = await openPreferences();
  expect(await isTicked(page)).toBe(true);
  if (inject('browser') === 'chromium') {
    // Given back it could not be granted again here; what comes of that is the last test's.
    await lab.send('notify.choose', { notify: false });
  } else {
    await pressInPage(page, CHECKBOX);
    await until('it is given back', async () => !(await isGranted()));
  }
  await until('it is unticked', async () => (await isTicked(page)) === false);
  expect(await said(page)).toBeNull();
  expect(await wantsNotices()).toBe(false);
  await flipBack();
  expect(await notifications()).toEqual([]);
  expect(await lab.stored('told-flip-backs')).toBeUndefined();
});

test('where the browser takes the permission away, nothing is sent, and the preferences say so', async () => {
  await agree();
  const page = await openPreferences();
  await lab.browser.inExtension(
    (api, permission) => api.permissions.remove(permission) as Promise<boolean>,
    NOTIFICATIONS,
  );
  await until('it is said', async () => (await said(page)) === 'missing');
  expect(await isTicked(page)).toBe(false);
  expect(await wantsNotices()).toBe(true);

  await flipBack();
  expect(await lab.stored('told-flip-backs')).toBeUndefined();
  // What was not told then is told once it may be.
  if (lab.browser.answerPermission) {
    await pressInPage(page, CHECKBOX);
    await lab.browser.answerPermission(true);
    await isShown();
  }
});

test.runIf(inject('browser') === 'firefox')(
  'who says no to the browser is told that nothing is sent',
  async () => {
    await lab.browser.inExtension(
      (api, permission) => api.permissions.remove(permission) as Promise<boolean>,
      NOTIFICATIONS,
    );
    const page = await openPreferences();
    await pressInPage(page, CHECKBOX);
    await lab.browser.answerPermission?.(false);
    await until('it is said', async () => (await said(page)) === 'refused');
    expect(await isTicked(page)).toBe(false);
    expect(await wantsNotices()).not.toBe(true);
  },
);

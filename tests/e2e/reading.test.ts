import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import type { Modes } from '../simulator/modes.ts';
import {
  LIST_PAGE,
  ORIGIN,
  openLab,
  type Sample,
  SETTING,
  SETTING_PAGE,
  SWITCH,
  SWITCH_IN_PAGE,
  until,
} from './lab.ts';

const lab = openLab();
const RESEARCH_PAGE = `${ORIGIN}/mypreferences/d/settings/policy-and-academic-research`;
const RESEARCH = 'allowAnonymizedDataResearch';
const pathOf = (address: string) => new URL(address).pathname;

const finding = () => lab.stored(`finding/${SETTING}`);
const verdicts = (samples: readonly Sample[]) => samples.map(({ verdict }) => verdict);

const words: readonly unknown[] = [
  ...['on', 'off', 'locked', 'absent', 'unknown'],
  ...['known-id', 'only-switch', 'name'],
  ...['signed-out', 'challenge', 'not-found', 'ambiguous', 'unreadable', 'unsettled'],
  ...['covered', 'wrong-page', 'unreachable', 'timeout'],
];

// A reading is made of our own words alone, whatever the page was.
afterEach(async () => {
  const { reading = {}, ...rest } = (await finding()) ?? {};
  for (const value of Object.values(reading)) expect(words).toContain(value);
  for (const name of Object.keys(reading)) {
    expect(['state', 'strategy', 'reason', 'position']).toContain(name);
  }
  for (const name of Object.keys(rest)) {
    expect(['readAt', 'fresh', 'unloaded', 'lastReadable', 'held', 'warnedIn']).toContain(name);
  }
  expect(lab.saves()).toEqual([]);
});

/** Checks, and waits for the outcome of this check and no earlier one, and for what was read. */
const check = () => lab.check();

/** Goes to another address inside the page, which shows for a while still what stood there before. */
async function goInPage(page: Page, address: string): Promise<void> {
  await lab.hear();
  await page.evaluate((path) => history.pushState(null, '', path), address);
  await lab.arrives(pathOf(address));
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
}

const off = () => {
  lab.simulator.account.switches[SWITCH] = false;
};

interface Unread {
  readonly page: Modes['page'];
  readonly reason: string;
  readonly says: string;
  readonly todo: string;
  /** With the switch on the page warns at once, so the reason shows only with the switch off. */
  readonly off?: true;
}

// The other reasons are met in opt-out.test.ts, with their sentences.
const unread: readonly Unread[] = [
  {
    page: 'contradiction',
    reason: 'unreadable',
    says: 'The setting said two different things at once.',
    todo: 'Reload the page, then check again.',
  },
  {
    page: 'mixed',
    reason: 'unreadable',
    says: 'The setting said two different things at once.',
    todo: 'Reload the page, then check again.',
  },
  {
    page: 'word-contradicts',
    reason: 'unreadable',
    says: 'The setting said two different things at once.',
    todo: 'Reload the page, then check again.',
  },
  {
    page: 'rerenders',
    reason: 'unsettled',
    says: 'The page kept changing and did not come to rest.',
    todo: 'Wait until the page is quiet, then check again.',
    off: true,
  },
  {
    page: 'dialog-open',
    reason: 'covered',
    says: 'A dialog stands in front of the page.',
    todo: 'Answer the dialog, then check again.',
    off: true,
  },
  {
    page: 'empty',
    reason: 'timeout',
    says: 'The page did not load in time.',
    todo: 'Check again in a while.',
  },
];

test.each(unread.map((one) => [one.page, one.reason, one] as const))(
  'a page that is %s is unknown, %s, with its sentence and what to do',
  async (page, reason, { says, todo, off: isOff }) => {
    lab.simulator.set({ page });
    if (isOff) off();
    expect(await check()).toBe('could-not-read');
    const status = await lab.verdict('unknown');
    expect(status).toMatchObject({ reading: 'unknown', reason });
    expect(status.text).toContain('We could not tell.');
    expect(status.text).toContain(says);
    expect(status.text).toContain(todo);
    expect((await finding()).reading).toEqual({ state: 'unknown', reason });
  },
);

test.each([
  [true, 'on'],
  [false, 'off'],
])('a switch that is %s and flickers is unknown and never protected', async (isOn) => {
  lab.simulator.account.switches[SWITCH] = isOn;
  lab.simulator.set({ page: 'flickers' });
  const record = await lab.record();
  await check();
  const status = await lab.verdict('unknown');
  expect(status.reason).toBe('unsettled');
  expect(status.text).toContain('did not come to rest');
  expect(verdicts(await record.samples())).not.toContain('protected');
  await record.close();
});

test.each([
  [true, 'sharing'],
  [false, 'protected'],
])(
  'a checkbox that is unticked until its page is ready, and then %s, is %s',
  async (isOn, verdict) => {
    lab.simulator.account.switches[SWITCH] = isOn;
    lab.simulator.set({ hydrateMs: 4_000 });
    const record = await lab.record();
    expect(await check()).toBe('read');
    await lab.verdict(verdict);
    const other = isOn ? 'protected' : 'sharing';
    expect(verdicts(await record.samples())).not.toContain(other);
    await record.close();
  },
);

test('a switch that stands unticked until the server has told, late, is never protected', async () => {
  lab.simulator.set({ dataMs: 6_500 });
  const record = await lab.record();
  expect(await check()).toBe('read');
  await lab.verdict('sharing');
  expect(verdicts(await record.samples())).not.toContain('protected');
  await record.close();
});

test.each([
  ['in-shadow', false, 'protected'],
  ['in-frame', true, 'sharing'],
  ['hidden-copy', true, 'sharing'],
] as const)('a switch that stands %s and is %s is read: %s', async (page, isOn, verdict) => {
  lab.simulator.account.switches[SWITCH] = isOn;
  lab.simulator.set({ page });
  expect(await check()).toBe('read');
  await lab.verdict(verdict);
  expect((await finding()).reading.strategy).toBe('known-id');
});

test.each(['setting', 'list'] as const)(
  'markup in the text of a page (%s) stays text, and none of it is stored',
  async (which) => {
    lab.simulator.set({ page: 'markup-text' });
    if (which === 'list') lab.simulator.account.offered[SWITCH] = false;
    await lab.choosePlace('DE');
    expect(await check()).toBe('read');
    await lab.verdict(which === 'list' ? 'unknown' : 'sharing');

    const [page] = await lab.browser.tabs();
    expect(await page?.evaluate(() => document.body.textContent)).toContain('<img src=x');
    const everything: string = await lab.browser.inExtension(async ({ storage }) =>
      JSON.stringify([await storage.local.get(null), await storage.session.get(null)]),
    );
    for (const text of ['<img', 'onerror', 'pwned', 'demo paragraph', 'Use my data']) {
      expect(everything).not.toContain(text);
    }
    await lab.withPopup(async (popup) => {
      const shown = await popup.evaluate((doc) => ({
        text: doc.documentElement.outerHTML,
        title: doc.title,
        images: [...doc.images].map((image) => image.getAttribute('src')),
      }));
      expect(shown.text).not.toContain('onerror');
      expect(shown.title).not.toContain('pwned');
      expect(shown.images).toEqual(['/icons/32.png']);
    });
  },
);

test.each([
  '/mypreferences/d/settings/data-for-ai-improvement/',
  '/mypreferences/m/settings/data-for-ai-improvement',
  '/mypreferences/s/settings/data-for-ai-improvement',
])('a person who opens %s themselves is read there', async (path) => {
  await lab.browser.open(`${ORIGIN}${path}?trk=somewhere#here`);
  expect((await lab.verdict('sharing')).reading).toBe('on');
  expect((await finding()).reading).toEqual({ state: 'on', strategy: 'known-id' });
});

test.each([
  [true, 'sharing'],
  [false, 'protected'],
])(
  'a switch that is %s, reached from the list inside the page and left again, is %s',
  async (isOn, verdict) => {
    lab.simulator.account.switches[SWITCH] = isOn;
    const record = await lab.record();
    const page = await lab.browser.open(LIST_PAGE);
    const row = 'a[href$="data-for-ai-improvement"]';
    await page.waitForSelector(row);
    await page.bringToFront();
    await page.click(row);
    await until(
      'it is read',
      async () => (await finding())?.reading.state === (isOn ? 'on' : 'off'),
    );
    const read = await finding();

    await lab.hear();
    await page.evaluate(() => history.back());
    await page.waitForSelector(row);
    await lab.rests(pathOf(LIST_PAGE));
    expect(await finding()).toEqual(read);
    expect((await lab.status()).verdict).toBe(verdict);
    expect(verdicts(await record.samples())).not.toContain(isOn ? 'protected' : 'sharing');
    // It never left the page.
    expect(lab.simulator.log.map(({ path }) => path)).not.toContain(pathOf(SETTING_PAGE));
    await record.close();
  },
);

test('the page of another setting with its one switch is never read as ours', async () => {
  const page = await lab.browser.open(RESEARCH_PAGE);
  await page.waitForSelector(SWITCH_IN_PAGE);
  await lab.rests(pathOf(RESEARCH_PAGE));
  expect(await finding()).toBeUndefined();
});

test.each([
  [true, 'sharing'],
  [false, 'protected'],
])(
  'our switch that is %s is not taken for that of the settings before and after it',
  async (isOn, verdict) => {
    Object.assign(lab.simulator.account.switches, { [SWITCH]: isOn, [RESEARCH]: !isOn });
    const record = await lab.record();
    const page = await lab.browser.open(RESEARCH_PAGE);
    await page.waitForSelector(`input[aria-labelledby="${RESEARCH}"]`);
    await goInPage(page, SETTING_PAGE);
    await until(
      'it is read',
      async () => (await finding())?.reading.state === (isOn ? 'on' : 'off'),
    );
    const read = await finding();
    expect(read.reading.strategy).toBe('known-id');

    await goInPage(page, RESEARCH_PAGE);
    await page.waitForSelector(`input[aria-labelledby="${RESEARCH}"]`);
    await lab.rests(pathOf(RESEARCH_PAGE));
    expect(await finding()).toEqual(read);
    expect((await lab.status()).verdict).toBe(verdict);
    expect(verdicts(await record.samples())).not.toContain(isOn ? 'protected' : 'sharing');
    await record.close();
  },
);

test('a look at the list by hand, with the row on it, changes nothing', async () => {
  await check();
  await lab.rests(pathOf(SETTING_PAGE));
  const read = await finding();
  const page = await lab.browser.open(LIST_PAGE);
  await page.waitForSelector('a[href$="data-for-ai-improvement"]');
  await lab.rests(pathOf(LIST_PAGE));
  expect(await finding()).toEqual(read);
});

test('a reading that fails after one that was off says when it was last readable', async () => {
  off();
  await check();
  await lab.verdict('protected');
  const { readAt } = await finding();

  lab.simulator.set({ page: 'checkpoint' });
  expect(await check()).toBe('could-not-read');
  const status = await lab.verdict('unknown');
  expect(status.reason).toBe('challenge');
  expect(status.text).toMatch(/When we could last read it, .+, you were opted out\./);
  expect((await finding()).lastReadable).toEqual({ position: 'off', readAt });
});

// Every sourced language is met by the ladder; here one with state words and one without.
test.each(['de', 'cs'] as const)(
  'a page in another language (%s) is read by the id it is known for',
  async (locale) => {
    lab.simulator.set({ locale });
    await lab.browser.open(SETTING_PAGE);
    await until('it is read', finding);
    expect((await finding()).reading).toEqual({ state: 'on', strategy: 'known-id' });
  },
);

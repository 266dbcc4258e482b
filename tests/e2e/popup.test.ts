import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import { services } from '../../src/catalogue/index.ts';
import { violationsIn } from '../accessibility/axe.ts';
import { CARD, openLab, SETTING, until } from './lab.ts';
import { found, seed } from './seed.ts';

const lab = openLab();
const POPUP = 'src/entrypoints/popup/index.html';

async function popupInTab(): Promise<Page> {
  const page = await lab.browser.extensionPage(POPUP);
  await page.waitForSelector(CARD);
  return page;
}

/** What has focus, by the name that tests know it by. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return (
      element?.getAttribute('data-action') ?? element?.getAttribute('name') ?? element?.localName
    );
  });

test('it works by keyboard alone', async () => {
  await lab.choosePlace('DE');
  const page = await popupInTab();
  const order: (string | undefined)[] = [];
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press('Tab');
    order.push((await focused(page)) ?? undefined);
  }
  expect(order).toEqual([
    'check-all',
    'jurisdiction',
    'unfold',
    'turn-off',
    'guide',
    'check',
    'why',
    'a',
  ]);
  await page.focus('input[name="banner"]');
  for (const next of ['preferences', 'dashboard']) {
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(next);
  }

  await page.focus(`${CARD} [data-action="why"]`);
  await page.keyboard.press('Enter');
  await page.waitForSelector(`${CARD} .why:not([hidden]) a`);
  expect(
    await page.$eval(`${CARD} [data-action="why"]`, (it) => it.getAttribute('aria-expanded')),
  ).toBe('true');
  await page.focus(`${CARD} [data-action="turn-off"]`);
  await page.keyboard.press('Enter');
  expect(await lab.outcome()).toBe('done');
  await page.close();
});

test('every source behind “why” is an address on the web, with the day it was checked', async () => {
  await lab.choosePlace('DE');
  const page = await popupInTab();
  await page.click(`${CARD} [data-action="why"]`);
  const sources = await page.$$eval(`${CARD} .evidence li`, (items) =>
    items.map((item) => ({
      address: item.querySelector('a')?.href ?? '',
      text: item.textContent ?? '',
    })),
  );
  expect(sources.length).toBeGreaterThan(5);
  for (const { address, text } of sources) {
    expect(address).toMatch(/^https:\/\//);
    expect(text).toContain('Checked November 23, 2026');
  }
  await page.close();
});

test('what happens elsewhere is drawn at once', async () => {
  await lab.choosePlace('DE');
  const page = await popupInTab();
  expect(await lab.check()).toBe('read');
  await page.waitForSelector(`${CARD}[data-verdict="sharing"]`);
  await page.close();
});

test('the place is asked with a guess from the time zone, and the guess counts only once confirmed', async () => {
  const page = await popupInTab();
  await page.emulateTimezone('Europe/Berlin');
  await page.evaluate(() => location.reload());
  await page.waitForSelector('[data-action="confirm-place"]');
  expect(await page.$eval('select', (select) => select.value)).toBe('DE');
  expect(await page.$eval('#place-why', (why) => why.textContent)).toContain('Germany is a guess');
  expect(await page.$eval(CARD, (card) => card.getAttribute('data-verdict'))).toBe('unchecked');

  await page.click('[data-action="confirm-place"]');
  await page.waitForSelector(`${CARD}[data-verdict="presumed-sharing"]`);
  expect(await page.$('[data-action="confirm-place"]')).toBeNull();
  await page.close();
});

test('it has the test surface that checks outside rely on', async () => {
  const page = await popupInTab();
  const surface = await page.evaluate((card) => {
    const element = document.querySelector(card);
    return {
      names: element?.getAttributeNames().filter((name) => name.startsWith('data-')),
      setting: element?.getAttribute('data-setting'),
      codes: [...document.querySelectorAll<HTMLOptionElement>('select[name="jurisdiction"] option')]
        .map(({ value }) => value)
        .filter((value) => value !== ''),
    };
  }, CARD);
  expect(surface.setting).toBe(SETTING);
  expect(surface.names).toEqual(
    expect.arrayContaining(['data-setting', 'data-verdict', 'data-reading']),
  );
  expect(surface.codes).toHaveLength(249);
  expect(surface.codes.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
  await page.close();
});

const RESEARCH = '[data-setting="linkedin/research"]';
const settings = services.flatMap(({ id, settings }) => settings.map((one) => `${id}/${one.id}`));

test('the gravest setting stands first and open, and every other is a line that opens to its actions', async () => {
  await lab.choosePlace('DE');
  await seed(lab, {
    ...found('partners', { state: 'on' }),
    ...found('ai-training', { state: 'off' }),
  });
  const page = await popupInTab();
  await page.waitForSelector(`${CARD}[data-verdict="protected"]`);
  const cards = await page.$$eval('[data-setting]', (elements) =>
    elements.map((element) => ({
      setting: element.getAttribute('data-setting') ?? '',
      actions: [...element.querySelectorAll('[data-action]')]
        .filter((button) => button.checkVisibility())
        .map((button) => button.getAttribute('data-action')),
    })),
  );
  expect(cards.map(({ setting }) => setting).toSorted()).toEqual(settings.toSorted());
  expect(cards.at(0)).toEqual({
    setting: 'linkedin/partners',
    actions: ['unfold', 'turn-off', 'guide', 'check', 'why'],
  });
  expect(cards.at(-1)).toEqual({
    setting: SETTING,
    actions: ['unfold', 'guide', 'check', 'why'],
  });
  const folded = cards.slice(1, -1);
  expect(folded.map(({ actions }) => actions)).toEqual(folded.map(() => ['unfold']));
  await page.click(`${RESEARCH} [data-action="unfold"]`);
  await page.waitForSelector(`${RESEARCH} [data-action="check"]`, { visible: true });
  await page.click(`${RESEARCH} [data-action="unfold"]`);
  await page.waitForSelector(`${RESEARCH} [data-action="check"]`, { hidden: true });
  expect(await page.$$eval('button.primary', (buttons) => buttons.length)).toBe(1);
  expect(await page.$eval('[data-summary] h2', (heading) => heading.textContent)).toBe(
    `1 of ${settings.length} settings shares your data`,
  );
  await page.close();
});

test('a card that moves to another place stays the same element and keeps the focus', async () => {
  await lab.choosePlace('DE');
  const page = await popupInTab();
  // The oldest browsers that we run in have no such thing.
  await page.evaluate(() => Reflect.deleteProperty(Element.prototype, 'moveBefore'));
  const last = '[data-setting="linkedin/cookies"]';
  await page.click(`${last} [data-action="unfold"]`);
  await page.focus(`${last} [data-action="check"]`);
  const card = await page.$(last);
  await seed(lab, found('cookies', { state: 'on' }));
  await page.waitForSelector(`${last}[data-verdict="sharing"]`);
  expect(await card?.evaluate((element) => element.getAttribute('data-verdict'))).toBe('sharing');
  expect(await page.$eval('[data-setting]', (first) => first.getAttribute('data-setting'))).toBe(
    'linkedin/cookies',
  );
  const holder = await page.evaluate(
    () => document.activeElement?.closest('[data-setting]')?.getAttribute('data-setting') ?? null,
  );
  expect([holder, await focused(page)]).toEqual(['linkedin/cookies', 'check']);
  await page.close();
});

test('pages without a state are named and never judged', async () => {
  const page = await popupInTab();
  const shown = await page.$eval('.pages', (details) => ({
    open: (details as HTMLDetailsElement).open,
    pages: details.querySelectorAll('[data-page] a[target="_blank"][rel="noopener noreferrer"]')
      .length,
    judged: details.querySelectorAll('[data-verdict], .mark, [class*="tone-"]').length,
  }));
  const pages = services.flatMap(({ pages }) => pages).length;
  expect(shown).toEqual({ open: false, pages, judged: 0 });
  await page.close();
});

test('switches that no recipe names are told of until the person has looked', async () => {
  const address = 'https://www.linkedin.com/mypreferences/d/settings/new-thing';
  const one = { address, firstSeenAt: Date.now(), lookedAt: false };
  await seed(lab, {
    unlisted: [
      { ...one, id: 'allowNewThing' },
      { ...one, id: 'allowNewerThing' },
    ],
  });
  const page = await popupInTab();
  const notice = await page.waitForSelector('[data-notice="unlisted"]');
  expect(await notice?.evaluate((it) => it.getAttribute('role'))).toBe('status');
  expect(await notice?.evaluate((it) => it.textContent)).toContain('LinkedIn has 2 switches here');
  expect(await notice?.$eval('code', (it) => it.textContent)).toBe('allowNewThing allowNewerThing');
  expect(await notice?.$eval('a', (it) => it.getAttribute('href'))).toBe(address);
  await page.click('[data-action="unlisted-seen"]');
  await until('the notice is gone', () =>
    page.evaluate(() => !document.querySelector('[data-notice]')),
  );
  await page.close();
});

test('a switch that is found by a weaker way says so', async () => {
  await seed(lab, {
    ...found('ai-training', { state: 'off', strategy: 'only-switch' }),
    ...found('partners', { state: 'off', strategy: 'known-id' }),
  });
  const page = await popupInTab();
  await page.waitForSelector(`${CARD}[data-rotting="only-switch"]`);
  const rotting = await page.$$eval('[data-rotting]', (cards) =>
    cards.map((card) => card.querySelector('.found')?.textContent ?? ''),
  );
  expect(rotting).toEqual([expect.stringContaining('The page has changed')]);
  await page.close();
});

test('what could not be read can be reported, and nothing else', async () => {
  await seed(lab, {
    ...found('partners', { state: 'unknown', reason: 'not-found' }),
    ...found('ai-training', { state: 'absent' }),
  });
  const page = await popupInTab();
  await page.waitForSelector('[data-setting="linkedin/partners"][data-reason="not-found"]');
  expect(await page.$$eval('[data-action="report"]', (buttons) => buttons.length)).toBe(1);
  await page.click('[data-setting="linkedin/partners"] [data-action="unfold"]');
  await page.click('[data-action="report"]');
  await until('the dashboard is open at the report', () =>
    lab.browser.inExtension(async (api) => {
      const tabs: { url?: string }[] = await api.tabs.query({});
      return tabs.some(({ url }) => url?.endsWith('dashboard/index.html#report=linkedin/partners'));
    }),
  );
  await page.close();
});

// Firefox's driver cannot set a theme; there the usual one is looked at.
const themes = inject('browser') === 'chromium' ? ['light', 'dark'] : ['as it is'];
test.each(themes)('axe finds nothing wrong in it in %s', async (theme) => {
  await lab.choosePlace('DE');
  const page = await popupInTab();
  if (themes.length > 1) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  }
  await page.click(`${CARD} [data-action="why"]`);
  await page.click('.pages summary');
  expect(await violationsIn(page)).toEqual([]);
  await page.close();
});

test('quiet mode is kept', async () => {
  await lab.withPopup((popup) => popup.click('input[name="banner"]'));
  await until('it is kept', async () => (await lab.stored('preferences'))?.banner === false);
});

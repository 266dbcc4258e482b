import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import { CARD, openLab, SETTING, until } from './lab.ts';

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
  for (let presses = 0; presses < 7; presses++) {
    await page.keyboard.press('Tab');
    order.push((await focused(page)) ?? undefined);
  }
  expect(order).toEqual(['jurisdiction', 'turn-off', 'guide', 'check', 'why', 'a', 'banner']);

  await page.focus('[data-action="why"]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.why:not([hidden]) a');
  expect(await page.$eval('[data-action="why"]', (it) => it.getAttribute('aria-expanded'))).toBe(
    'true',
  );
  await page.focus('[data-action="turn-off"]');
  await page.keyboard.press('Enter');
  expect(await lab.outcome()).toBe('done');
  await page.close();
});

test('every source behind “why” is an address on the web, with the day it was checked', async () => {
  await lab.choosePlace('DE');
  const page = await popupInTab();
  await page.click('[data-action="why"]');
  const sources = await page.$$eval('.evidence li', (items) =>
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
  await page.reload().catch(() => {});
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

// Firefox's driver cannot set a theme; there the usual one is looked at.
const themes = inject('browser') === 'chromium' ? ['light', 'dark'] : ['as it is'];
test.each(themes)('its words stand out from their ground in %s', async (theme) => {
  await lab.choosePlace('DE');
  const page = await popupInTab();
  if (themes.length > 1) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  }
  await page.click('[data-action="why"]');
  const ratios = await page.evaluate(() => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
        const share = value / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const groundOf = (element: Element | null): string => {
      if (!element) return 'rgb(255, 255, 255)';
      const { backgroundColor } = getComputedStyle(element);
      const [, , , alpha = 1] = channels(backgroundColor);
      return alpha === 0 ? groundOf(element.parentElement) : backgroundColor;
    };
    return [...document.querySelectorAll('p, a, h1, h2, h3, button, label, li, strong')]
      .filter((element) => element.checkVisibility() && !element.matches(':disabled'))
      .map((element) => {
        const [ink, ground] = [
          luminance(getComputedStyle(element).color),
          luminance(groundOf(element)),
        ];
        return {
          text: element.textContent?.slice(0, 30),
          ratio: (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05),
        };
      });
  });
  expect(ratios.length).toBeGreaterThan(20);
  expect(ratios.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
  await page.close();
});

test('quiet mode is kept', async () => {
  await lab.withPopup((popup) => popup.click('input[name="banner"]'));
  await until('it is kept', async () => (await lab.stored('preferences'))?.banner === false);
});

import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { press, shown, textOf } from './dashboard.ts';
import { CARD, openLab, SETTING, until } from './lab.ts';
import { openOwn } from './own-pages.ts';
import { found, reseed, seed } from './seed.ts';

const lab = openLab();
const NOTICE = '[data-notice="no-overview"]';
const RETRY = `${NOTICE} [data-action="retry"]`;
/** A view waits ten seconds for an answer. */
const GIVEN_UP_MS = 90_000;

interface Held {
  release(): void;
}

/** The background hears what it is asked, and cannot go on. */
function hang(): Promise<void> {
  return lab.browser.inExtension(
    () =>
      new Promise<void>((begin) => {
        void navigator.locks.request('refresh', () => {
          begin();
          return new Promise<void>((end) => {
            (globalThis as unknown as Held).release = end;
          });
        });
      }),
  );
}

const goOn = () => lab.browser.inExtension(() => (globalThis as unknown as Held).release());

/** Something else is stored, so that what is shown does not hold any more. */
function switchOn(): Promise<void> {
  return reseed(lab, `finding/${SETTING}`, { reading: { state: 'on', strategy: 'known-id' } });
}

/** Waits until somebody waits for the background. */
function asked(): Promise<boolean> {
  return until('it is asked', () =>
    lab.browser.inExtension(async () => {
      const { held } = await navigator.locks.query();
      return held?.some(({ name }) => name === 'work') ?? false;
    }),
  );
}

/** What is under way in the background fails. */
function failIt(): Promise<void> {
  return lab.browser.inExtension(async () => {
    await navigator.locks.request('work', { steal: true }, async () => {});
  });
}

const isThere = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelector(wanted) !== null, selector);

const views = ['popup', 'settings', 'welcome'] as const;

test('while nobody answers, a view says so instead of what it had shown, and shows what holds as soon as it is told', async () => {
  await lab.choosePlace('DE');
  await seed(lab, found('ai-training', { state: 'off', strategy: 'known-id' }));
  const pages: Page[] = [];
  for (const name of views) pages.push(await openOwn(lab, name));
  const before = await Promise.all(pages.map((page) => textOf(page, 'main')));
  try {
    await hang();
    await switchOn();
    for (const page of pages) {
      await shown(page, NOTICE, GIVEN_UP_MS);
      expect(await isThere(page, 'main:not(.no-overview)')).toBe(false);
      expect(await textOf(page, NOTICE)).toContain('This says nothing about your settings.');
    }
    // The answer that comes too late changes nothing.
    await failIt();
    for (const page of pages) {
      await press(page, RETRY);
      expect(await isThere(page, NOTICE)).toBe(false);
      await asked();
      await failIt();
      await shown(page, NOTICE);
    }
    for (const page of pages) await press(page, RETRY);
  } finally {
    await goOn();
  }
  for (const [index, page] of pages.entries()) {
    await shown(page, 'main:not(.no-overview)');
    expect(await isThere(page, NOTICE)).toBe(false);
    const after = await textOf(page, 'main');
    expect(after).not.toBe('');
    if (views[index] === 'welcome') expect(after).toBe(before[index]);
    else await shown(page, `${CARD}[data-verdict="sharing"]`);
    await page.close();
  }
});

import type { Page } from 'puppeteer-core';
import { describe, expect, inject, test } from 'vitest';
import {
  addStyle,
  ENLARGED,
  fontSizes,
  setFontSize,
  setTextSpacing,
  tooWide,
  unreachable,
} from '../accessibility/as-shown.ts';
import { cutOff } from '../accessibility/cut-off.ts';
import { press, shown } from './dashboard.ts';
import { CARD, openLab } from './lab.ts';
import { type OwnPage, openAll, openOwn, ownPages, seedSome } from './own-pages.ts';

const lab = openLab();

async function openFull(name: OwnPage): Promise<Page> {
  await lab.choosePlace('DE');
  await seedSome(lab);
  const page = await openOwn(lab, name);
  await openAll(page);
  return page;
}

async function expectNothingLost(page: Page): Promise<void> {
  expect(await tooWide(page)).toBe(0);
  expect(await cutOff(page)).toEqual([]);
}

describe.each(ownPages)('nothing of %s is lost', (name) => {
  test('at 400 %', async () => {
    const page = await openFull(name);
    await page.setViewport(ENLARGED);
    await expectNothingLost(page);
    expect(await unreachable(page)).toEqual([]);
    await page.close();
  });

  test('with the spacing of WCAG 1.4.12, in a wide window and in a narrow one', async () => {
    const page = await openFull(name);
    await setTextSpacing(page);
    for (const width of [1280, 320]) {
      await page.setViewport({ width, height: 800 });
      await expectNothingLost(page);
    }
    await page.close();
  });

  test('in letters of one and a half times the size, all of which grow', async () => {
    const page = await openFull(name);
    const before = await fontSizes(page);
    await setFontSize(page, 24);
    const after = await fontSizes(page);
    expect(before.length).toBeGreaterThan(10);
    expect(after.map((size, index) => size / (before[index] ?? 0))).toEqual(
      before.map(() => expect.closeTo(1.5, 1)),
    );
    await expectNothingLost(page);
    await page.close();
  });
});

test('the checks see what is too wide, what is covered, and what does not grow', async () => {
  const page = await openOwn(lab, 'popup');
  await page.setViewport(ENLARGED);
  await addStyle(page, 'h1 { min-width: 600px; }');
  expect(await tooWide(page)).toBeGreaterThan(0);
  expect(await cutOff(page)).not.toEqual([]);
  await addStyle(page, 'h1 { font-size: 14px !important; }');
  await setFontSize(page, 24);
  expect(await fontSizes(page)).toContain(14);
  await addStyle(page, 'body::after { position: fixed; inset: 0; content: ""; }');
  expect(await unreachable(page)).not.toEqual([]);
  await page.close();
});

const inChromium = describe.skipIf(inject('browser') !== 'chromium');

inChromium('in colours that the person forces', () => {
  test.each(['popup', 'welcome', 'settings', 'rules', 'history'] as const)(
    'marks and borders of %s are still drawn',
    async (name) => {
      const page = await openFull(name);
      const client = await page.createCDPSession();
      await client.send('Emulation.setEmulatedMedia', {
        features: [{ name: 'forced-colors', value: 'active' }],
      });
      expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      const faint = await page.evaluate(() => {
        const ground = getComputedStyle(document.body).backgroundColor;
        const marks = [...document.querySelectorAll('svg.mark, .chevron')];
        const boxes = [...document.querySelectorAll('button:not(.quiet, .line), select, .notice')];
        const seen = [...marks, ...boxes].filter((one) => one.checkVisibility());
        if (seen.length === 0) throw new Error('there is nothing to look at');
        return [
          ...marks.filter((mark) => getComputedStyle(mark).color === ground),
          ...boxes.filter((box) => {
            const { borderTopWidth, borderTopColor, borderTopStyle } = getComputedStyle(box);
            const isDrawn = borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) >= 1;
            return !isDrawn || borderTopColor === ground;
          }),
        ].map((one) => one.outerHTML.slice(0, 120));
      });
      expect(faint).toEqual([]);
      await page.close();
    },
  );
});

inChromium('whoever wants nothing to move', () => {
  test.each([
    ['reduce', 'none'],
    ['no-preference', 'turn'],
  ])('and says %s sees a sign of work whose motion is %s', async (value, animation) => {
    lab.simulator.set({ delayMs: 6_000 });
    await lab.choosePlace('DE');
    const page = await openOwn(lab, 'popup');
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value }]);
    await shown(page, CARD);
    await press(page, `${CARD} [data-action="check"]`);
    await shown(page, `${CARD} .spinner`);
    const moves = await page.evaluate(() => {
      const spinner = document.querySelector('.spinner');
      return spinner && getComputedStyle(spinner).animationName;
    });
    expect(moves).toBe(animation);
    await page.close();
  });
});

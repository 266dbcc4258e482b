import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsIn } from '../accessibility/axe.ts';
import { cutOff } from '../accessibility/cut-off.ts';
import { plainBrowser } from '../page/plain-browser.ts';
import { differenceFrom, picturedIn, TOLERATED_PIXELS } from './pictures.ts';
import { scenes } from './scenes.tsx';
import { serveBuiltGallery } from './serve.ts';
import { load, shoot, show, type View } from './shots.ts';

let gallery: Awaited<ReturnType<typeof serveBuiltGallery>>;
let page: Page;
let address: string;

beforeAll(async () => {
  gallery = await serveBuiltGallery();
  address = gallery.address;
  page = await (await plainBrowser('chromium')).newPage();
});

afterAll(async () => {
  await page?.close();
  await gallery?.close();
});

const names = Object.keys(scenes);
/** The banner stands in pages of others. */
const isPart = (scene: string) => scene.startsWith('banner/');

let seen: View | undefined;

/** One page for all that is only looked at: it is loaded once, and not drawn anew for the same view. */
async function see(view: View): Promise<void> {
  if (!seen) await load(page, address, view);
  else if (!isDeepStrictEqual(seen, view)) await show(page, view);
  seen = view;
}

/** A page that is changed before it is looked at. */
async function seeFresh(view: View): Promise<void> {
  seen = undefined;
  await load(page, address, view);
}

const axeFindsNothing = async (view: View) => {
  await see(view);
  expect(await violationsIn(page, isPart(view.scene))).toEqual([]);
};

describe.each(names)('%s', (scene) => {
  describe.each(picturedIn)('in $theme and $language', (seenIn) => {
    const view = { scene, ...seenIn };

    test('looks as it did', async () => {
      await see(view);
      expect(await differenceFrom(view, await shoot(page))).toBeLessThanOrEqual(TOLERATED_PIXELS);
    });

    test('axe finds nothing wrong', () => axeFindsNothing(view));
  });

  test('axe finds nothing wrong in dark and en', () =>
    axeFindsNothing({ scene, theme: 'dark', language: 'en' }));

  test.each([320, undefined])('nothing is cut off in a longer language, %s wide', async (width) => {
    const view = { scene, theme: 'light', language: 'pseudo' } as const;
    await see({ ...view, ...(width && { width }) });
    expect(await cutOff(page)).toEqual([]);
  });
});

describe('the checks of the gallery see', () => {
  const view = { scene: 'card/on', theme: 'light', language: 'en' } as const;

  test('a word that has moved by one pixel', async () => {
    await seeFresh(view);
    await page.addStyleTag({ content: '.setting-title { position: relative; left: 1px; }' });
    expect(await differenceFrom(view, await shoot(page))).toBeGreaterThan(TOLERATED_PIXELS);
  });

  test('a text that is cut off, and one that sticks out', async () => {
    await seeFresh(view);
    await page.addStyleTag({
      content: '.verdict { width: 20px; white-space: nowrap; overflow: hidden; }',
    });
    expect(await cutOff(page)).not.toEqual([]);
    await seeFresh(view);
    await page.addStyleTag({ content: '.known { width: 600px; }' });
    expect(await cutOff(page)).not.toEqual([]);
  });

  test('an ink that does not stand out, and a button without a name', async () => {
    await seeFresh(view);
    await page.addStyleTag({ content: '.known { color: #bbb !important; }' });
    expect((await violationsIn(page)).join()).toContain('color-contrast');
    await page.$eval('[data-action="check"]', (button) => button.replaceChildren());
    expect((await violationsIn(page)).join()).toContain('button-name');
  });
});

describe('the banner takes two lines at most', () => {
  test.each(names.filter((name) => name.startsWith('banner/') && name !== 'banner/refused'))(
    '%s',
    async (scene) => {
      for (const width of [320, 480, 640, 960, 1280]) {
        await see({ scene, theme: 'light', language: 'en', width });
        const lines = await page.evaluate(() => {
          const said = document.querySelector('#scene')?.shadowRoot?.querySelector('.say');
          if (!said) throw new Error('there is no banner');
          const range = document.createRange();
          range.selectNodeContents(said);
          const height = Number.parseFloat(getComputedStyle(said).lineHeight);
          return Math.round(range.getBoundingClientRect().height / height);
        });
        expect([width, lines]).toEqual([width, Math.min(lines, 2)]);
        expect(lines).toBeGreaterThan(0);
      }
    },
  );
});

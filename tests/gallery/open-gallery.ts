import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { plainBrowser } from '../page/plain-browser.ts';
import { scenes } from './scenes.tsx';
import { load, show, type View } from './shots.ts';

export const names = Object.keys(scenes);

/** A page of the gallery for all tests of a file. */
export function openGallery() {
  const address = inject('galleryAddress');
  let page: Page;
  let seen: View | undefined;

  beforeAll(async () => {
    page = await (await plainBrowser('chromium')).newPage();
  });
  afterAll(() => page?.close());

  return {
    /** One page for all that is only looked at: it is loaded once, and not drawn anew for the same view. */
    async see(view: View): Promise<Page> {
      if (!seen) await load(page, address, view);
      else if (!isDeepStrictEqual(seen, view)) await show(page, view);
      seen = view;
      return page;
    },
    /** A page that is changed before it is looked at. */
    async seeFresh(view: View): Promise<Page> {
      seen = undefined;
      await load(page, address, view);
      return page;
    },
  };
}

import { describe, expect, test } from 'vitest';
import { names, openGallery } from './open-gallery.ts';
import { differenceFrom, picturedIn, TOLERATED_PIXELS } from './pictures.ts';
import { shoot } from './shots.ts';

const { see, seeFresh } = openGallery();

describe.each(names)('%s', (scene) => {
  test.each(picturedIn)('looks as it did in $theme and $language', async (seenIn) => {
    const view = { scene, ...seenIn };
    const page = await see(view);
    expect(await differenceFrom(view, await shoot(page))).toBeLessThanOrEqual(TOLERATED_PIXELS);
  });
});

test('a word that has moved by one pixel is seen', async () => {
  const view = { scene: 'card/on', theme: 'light', language: 'en' } as const;
  const page = await seeFresh(view);
  await page.addStyleTag({ content: '.setting-title { position: relative; left: 1px; }' });
  expect(await differenceFrom(view, await shoot(page))).toBeGreaterThan(TOLERATED_PIXELS);
});

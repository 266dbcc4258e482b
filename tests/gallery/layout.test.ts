import { describe, expect, test } from 'vitest';
import { cutOff } from '../accessibility/cut-off.ts';
import { names, openGallery } from './open-gallery.ts';

const { see, seeFresh } = openGallery();

describe.each(names)('%s', (scene) => {
  test.each([320, undefined])('nothing is cut off in a longer language, %s wide', async (width) => {
    const view = { scene, theme: 'light', language: 'pseudo' } as const;
    const page = await see({ ...view, ...(width && { width }) });
    expect(await cutOff(page)).toEqual([]);
  });
});

test('a text that is cut off is seen, and one that sticks out', async () => {
  const view = { scene: 'card/on', theme: 'light', language: 'en' } as const;
  const page = await seeFresh(view);
  await page.addStyleTag({
    content: '.verdict { width: 20px; white-space: nowrap; overflow: hidden; }',
  });
  expect(await cutOff(page)).not.toEqual([]);
  await seeFresh(view);
  await page.addStyleTag({ content: '.known { width: 600px; }' });
  expect(await cutOff(page)).not.toEqual([]);
});

describe('the banner takes two lines at most', () => {
  test.each(names.filter((name) => name.startsWith('banner/') && name !== 'banner/refused'))(
    '%s',
    async (scene) => {
      for (const width of [320, 480, 640, 960, 1280]) {
        const page = await see({ scene, theme: 'light', language: 'en', width });
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

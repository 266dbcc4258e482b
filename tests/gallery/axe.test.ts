import { describe, expect, test } from 'vitest';
import { violationsIn } from '../accessibility/axe.ts';
import { names, openGallery } from './open-gallery.ts';
import { picturedIn } from './pictures.ts';

const { see, seeFresh } = openGallery();
/** The banner stands in pages of others. */
const isPart = (scene: string) => scene.startsWith('banner/');

describe.each(names)('%s', (scene) => {
  test.each([...picturedIn, { theme: 'dark', language: 'en' } as const])(
    'axe finds nothing wrong in $theme and $language',
    async (seenIn) => {
      const page = await see({ scene, ...seenIn });
      expect(await violationsIn(page, isPart(scene))).toEqual([]);
    },
  );
});

test('axe sees an ink that does not stand out, and a button without a name', async () => {
  const page = await seeFresh({ scene: 'card/on', theme: 'light', language: 'en' });
  await page.addStyleTag({ content: '.known { color: #bbb !important; }' });
  expect((await violationsIn(page)).join()).toContain('color-contrast');
  await page.$eval('[data-action="check"]', (button) => button.replaceChildren());
  expect((await violationsIn(page)).join()).toContain('button-name');
});

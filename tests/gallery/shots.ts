import type { Page } from 'puppeteer-core';

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export interface View {
  readonly scene: string;
  readonly theme: Theme;
  /** BCP 47. */
  readonly language: string;
  /** CSS pixels. */
  readonly width?: number;
}

/** Widths in which the views are seen: the popup has its own, the others a small window's. */
const widthOf = (scene: string) => (/^(?:popup|card)\//.test(scene) ? 400 : 960);

/** Loads the gallery with one scene, ready to be looked at: fonts are there, nothing moves. */
export async function load(page: Page, address: string, view: View): Promise<void> {
  const { scene, language } = view;
  await light(page, view);
  await page.goto(`${address}?${new URLSearchParams({ scene, language })}`);
  await page.waitForSelector(`[data-drawn="${scene}"]`);
}

/** Shows another scene in a page that has the gallery. */
export async function show(page: Page, view: View): Promise<void> {
  await light(page, view);
  await page.evaluate(
    (scene, language) => (globalThis as unknown as Gallery).drawScene(scene, language),
    view.scene,
    view.language,
  );
}

interface Gallery {
  drawScene(scene: string, language: string): Promise<void>;
}

async function light(page: Page, { scene, theme, width = widthOf(scene) }: View): Promise<void> {
  await page.setViewport({ width, height: 600 });
  await page.emulateTimezone('UTC');
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

/** All of the scene, and nothing of the window around it. */
export async function shoot(page: Page): Promise<Uint8Array> {
  const scene = await page.$('#popup, #welcome, #dashboard, #scene');
  if (!scene) throw new Error('There is no scene');
  return scene.screenshot();
}

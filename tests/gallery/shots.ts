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

/** Shows one scene, ready to be looked at: fonts are there, nothing moves. */
export async function show(page: Page, address: string, view: View): Promise<void> {
  const { scene, theme, language, width = widthOf(scene) } = view;
  await page.setViewport({ width, height: 600 });
  await page.emulateTimezone('UTC');
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.goto(`${address}?${new URLSearchParams({ scene, language })}`);
  await page.waitForSelector(`[data-drawn="${scene}"]`);
}

/** All of the scene, and nothing of the window around it. */
export async function shoot(page: Page): Promise<Uint8Array> {
  const scene = await page.$('#popup, #welcome, #dashboard, #scene');
  if (!scene) throw new Error('There is no scene');
  return scene.screenshot();
}

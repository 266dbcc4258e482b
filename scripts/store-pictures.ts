import { readFileSync } from 'node:fs';
import type { TestBrowser } from '../tests/e2e/browsers/index.ts';
import type { Shot, Shots } from './take-shots.ts';

/** What all three stores take. */
const SIZE = { width: 1280, height: 800, deviceScaleFactor: 1 };

interface StorePicture {
  readonly shot: Shot;
  readonly headline: string;
  /** CSS pixels in which the shot is drawn: narrow ones stand beside the headline, wide ones below it. */
  readonly width: number;
}

export const storePictures = {
  '1-popup': { shot: 'popup', headline: 'See which settings were switched on for you', width: 440 },
  '2-banner': { shot: 'banner', headline: 'Warned in the page, off in one click', width: 1120 },
  '3-rules': {
    shot: 'rule-lines',
    headline: 'What holds where you live, and since when',
    width: 1000,
  },
  '4-rights': {
    shot: 'rights',
    headline: 'What the law of your place gives you',
    width: 1000,
  },
  '5-history': { shot: 'history', headline: 'What was read, and what changed', width: 1000 },
} as const satisfies Record<string, StorePicture>;
export type StorePictureName = keyof typeof storePictures;

/** PNGs: a shot with its headline, on a calm ground. */
export async function drawStorePictures(
  browser: TestBrowser,
  shots: Shots,
): Promise<[StorePictureName, Uint8Array][]> {
  const page = await browser.open('about:blank');
  await page.setViewport(SIZE);
  const drawn: [StorePictureName, Uint8Array][] = [];
  for (const [name, picture] of Object.entries(storePictures)) {
    await page.setContent(pageOf(picture, shots[picture.shot]), { waitUntil: 'load' });
    drawn.push([name as StorePictureName, await page.screenshot()]);
  }
  return drawn;
}

function pageOf({ headline, width }: StorePicture, shot: Uint8Array): string {
  const icon = dataAddress(readFileSync('public/icons/128.png'));
  return `<!doctype html>
<style>${style}</style>
<body class="${width < SIZE.width / 2 ? 'beside' : 'below'}">
  <header>
    <p><img src="${icon}" width="40" height="40" alt="" />Default Check</p>
    <h1>${headline}</h1>
  </header>
  <img class="shot" src="${dataAddress(shot)}" width="${width}" alt="" />
</body>`;
}

function dataAddress(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}

const style = `
body {
  display: grid;
  box-sizing: border-box;
  height: 100vh;
  margin: 0;
  overflow: hidden;
  background: #e9eefa;
  color: #1a1c1f;
  font-family: system-ui, sans-serif;
}
p, h1 { margin: 0; }
p { display: flex; align-items: center; gap: 14px; color: #545a63; font-size: 24px; }
h1 { font-size: 42px; line-height: 1.2; letter-spacing: -0.01em; text-wrap: balance; }
header { display: grid; gap: 20px; }
.shot { border-radius: 14px; box-shadow: 0 0 0 1px #c6d0e6, 0 18px 48px #1f4fbf33; }
.beside { grid-template-columns: 1fr auto; align-items: center; gap: 72px; padding: 0 96px; }
.beside h1 { font-size: 56px; }
.beside header { gap: 28px; }
.below { grid-template-rows: auto 1fr; justify-items: center; align-items: start; gap: 36px; padding-top: 40px; }
.below header { justify-items: center; gap: 12px; }
`;

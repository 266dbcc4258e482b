import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BrowserName, launch } from '../tests/e2e/browsers/index.ts';
import { choosePlace } from './choose-place.ts';
import { untilClosed } from './until-closed.ts';

const SETTINGS = 'https://www.linkedin.com/mypreferences/d/categories/privacy';

/** The real LinkedIn, in a profile of its own that lasts, for the person to sign in and click. */
export async function openLive(name: BrowserName, dist: string, place: string | undefined) {
  const profile = resolve('.demo', `live-${name}`);
  mkdirSync(profile, { recursive: true });
  const browser = await launch(name, { dist, headless: false, profile });
  if (place !== undefined) await choosePlace(browser, place);
  console.log(`This is the real LinkedIn. What you sign in to stays in ${profile}.`);
  console.log('Click the icon of Default Check in the toolbar. Close the browser to end.');
  await browser.open(SETTINGS).catch((error: Error) => console.error(error.message));
  await untilClosed(browser);
}

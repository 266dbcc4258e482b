import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserName, launch, type TestBrowser } from '../tests/e2e/browsers/index.ts';
import { type Simulator, startSimulator } from '../tests/simulator/server.ts';
import { choosePlace } from './choose-place.ts';
import { untilClosed } from './until-closed.ts';

const SETTINGS = 'https://www.linkedin.com/mypreferences/d/categories/privacy';
const SHOTS = '.demo';
const CARD = '[data-setting="linkedin/ai-training"]';
const POPUP = 'src/entrypoints/popup/index.html';
/** Longer than an errand may take. */
const PATIENCE_MS = 130_000;

export interface Demo {
  readonly browser: BrowserName;
  readonly dist: string;
  /** ISO 3166-1 code of the demo account's place. */
  readonly place: string | undefined;
  readonly headless: boolean;
}

/** The extension on the simulator's demo account: in a window to click in, or the main job without one. */
export async function runDemo({ browser: name, dist, place, headless }: Demo): Promise<void> {
  const simulator = await startSimulator();
  const browser = await launch(name, { simulator, dist, headless });
  if (headless) {
    await choosePlace(browser, place ?? 'DE');
    await showMainJob(browser);
  } else {
    if (place !== undefined) await choosePlace(browser, place);
    await inviteToClick(browser, simulator);
  }
  await browser.close();
  await simulator.close();
}

async function inviteToClick(browser: TestBrowser, { port }: Simulator): Promise<void> {
  await browser.open(SETTINGS);
  console.log(`The simulator plays www.linkedin.com on 127.0.0.1:${port}. It is not LinkedIn.`);
  console.log('Click the icon of Default Check in the toolbar. Close the browser to end.');
  await untilClosed(browser);
}

async function showMainJob(browser: TestBrowser): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  console.log(
    'No screen here: the main job runs without one, on the simulator, which is not LinkedIn.',
  );

  const page = await browser.open('https://www.linkedin.com/feed/');
  const popup = await browser.extensionPage(POPUP);
  await popup.setViewport({ width: 400, height: 640 });
  const status = () => popup.$eval(CARD, (card) => card.getAttribute('data-verdict') ?? '');
  const sentences = () =>
    popup.$$eval(`${CARD} :is(.verdict, .known, .holds, .errand)`, (lines) =>
      lines.map((line) => `  ${line.textContent?.trim()}`).join('\n'),
    );
  const shoot = (name: string, what = popup) =>
    what.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: what === popup });

  await popup.waitForSelector(CARD);
  console.log('\nPressing "Check now" …');
  await popup.click(`${CARD} [data-action="check"]`);
  await followErrand(popup);
  await popup.bringToFront();
  console.log(`\nBefore: ${await status()}\n${await sentences()}`);
  await shoot('popup-before');
  await page.bringToFront();
  await pause(500);
  await shoot('banner', page);

  console.log('\nPressing "Opt out" …');
  await popup.bringToFront();
  await popup.click(`${CARD} [data-action="turn-off"]`);
  await followErrand(popup);
  await popup.bringToFront();
  console.log(`\nAfter: ${await status()}\n${await sentences()}`);
  await shoot('popup-after');
  console.log(
    `\nScreenshots: ${SHOTS}/popup-before.png, ${SHOTS}/banner.png, ${SHOTS}/popup-after.png`,
  );
  if ((await status()) !== 'protected') process.exitCode = 1;
}

async function followErrand(popup: Awaited<ReturnType<TestBrowser['extensionPage']>>) {
  // What came of the errand before stands there until the new one has begun.
  await popup.waitForSelector(`${CARD} .errand-under-way`);
  const giveUpAt = Date.now() + PATIENCE_MS;
  let last = '';
  while (Date.now() < giveUpAt) {
    const [line = '', ended = false] = (await popup.evaluate((card) => {
      const errand = document.querySelector(`${card} .errand`);
      return [errand?.textContent?.trim() ?? '', errand?.hasAttribute('data-outcome') ?? false];
    }, CARD)) as [string, boolean];
    if (line !== last && line !== '') console.log(`  ${line}`);
    last = line;
    if (ended) return;
    await pause(200);
  }
  throw new Error('The opt-out did not end in time');
}

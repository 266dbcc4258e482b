import type { Popup } from '../e2e/browsers/index.ts';
import { waitUntil } from '../e2e/browsers/wait.ts';
import type { Ground } from './ground.ts';

/** On a machine that does much else a browser may take its time. */
const PATIENCE_MS = 60_000;

export interface Opened {
  /** From the popup's start to the first content that was painted, by the browser's own clock. */
  readonly contentMs: number;
  /** What each setting was read as, by its key. */
  readonly readings: Readonly<Record<string, string | null>>;
}

/** Opens the real popup, waits for its first content, and closes it. */
export async function openPopup(ground: Ground): Promise<Opened> {
  const popup = await ground.browser.popup();
  try {
    await popup.waitFor('[data-setting]', PATIENCE_MS);
    return { contentMs: await contentMs(popup), readings: await readingsIn(popup) };
  } finally {
    if (await popup.isOpen()) await popup.close();
  }
}

/** Opens it so often, and says the times in the order in which they came. */
export async function openPopups(ground: Ground, times: number): Promise<number[]> {
  const all: number[] = [];
  for (let time = 0; time < times; time++) all.push((await openPopup(ground)).contentMs);
  return all;
}

function contentMs(popup: Popup): Promise<number> {
  return waitUntil(
    'the popup is painted',
    () =>
      popup.evaluate((doc) => {
        const paints = doc.defaultView?.performance.getEntriesByName('first-contentful-paint');
        return paints?.[0]?.startTime;
      }),
    PATIENCE_MS,
  );
}

function readingsIn(popup: Popup): Promise<Record<string, string | null>> {
  return popup.evaluate((doc) =>
    Object.fromEntries(
      [...doc.querySelectorAll('[data-setting]')].map((card) => [
        card.getAttribute('data-setting'),
        card.getAttribute('data-reading'),
      ]),
    ),
  );
}

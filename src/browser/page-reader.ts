import { READER_MARK } from '../core/reading/reader-mark.ts';
import { pageApi } from './page-api.ts';

/*
 * Declared for pages that are loaded, and put by the background into those that are open: in one page the
 * script reads only once. The mark lives in the extension's own world, which no page can see.
 */
const world = globalThis as { [READER_MARK]?: true };

/** @returns false where a script that reads this page is there already */
export function claimPage(signal: AbortSignal): boolean {
  if (world[READER_MARK]) return false;
  world[READER_MARK] = true;
  signal.addEventListener('abort', () => delete world[READER_MARK]);
  return true;
}

/** The background hears by it that the page's process has died. Nothing is said over it. */
export function holdLine(): void {
  pageApi.runtime.onConnect.addListener(() => {});
}

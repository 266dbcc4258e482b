import { READER_MARK } from '../core/reading/reader-mark.ts';
import type { ReportRequest } from '../core/report/report-request.ts';
import { browser } from './api.ts';
import { registerScript } from './registered-script.ts';

/**
 * Runs one of our scripts in the top frame of a tab, in the extension's own world: when its page has been
 * parsed, or immediately, as some pages never end their load.
 */
export async function runInTab(
  tabId: number,
  script: string,
  injectImmediately = false,
): Promise<boolean> {
  try {
    await browser.scripting.executeScript({
      target: { tabId },
      files: [script],
      injectImmediately,
    });
    return true;
  } catch {
    return false;
  }
}

/** Whether the page in a tab has a reader; `undefined` where our scripts may not enter. */
export function hasReader(tabId: number): Promise<boolean | undefined> {
  return askPage(tabId, (mark) => mark in globalThis, READER_MARK);
}

/** When the page in a tab was loaded, in milliseconds since the epoch; `undefined` where our scripts may not enter. */
export function loadedAt(tabId: number): Promise<number | undefined> {
  // `timeOrigin` may be of a clock that has been set since: Firefox asks that once for all pages of a process.
  return askPage(tabId, () => Date.now() - performance.now());
}

async function askPage<Given extends string[], Answer>(
  tabId: number,
  question: (...given: Given) => Answer,
  ...given: Given
): Promise<Answer | undefined> {
  try {
    const [top] = await browser.scripting.executeScript({
      target: { tabId },
      // What is asked for is there from the beginning of a load, and some pages never end theirs.
      injectImmediately: true,
      func: question,
      args: given,
    });
    return top?.result as Answer | undefined;
  } catch {
    return undefined;
  }
}

/** Has the page in a tab read by the script that is declared for pages of its kind. */
export async function placeReader(tabId: number): Promise<boolean> {
  const script = reader();
  return script !== undefined && runInTab(tabId, script);
}

/** Has the pages that match read as they are loaded, beside those that the manifest names. */
export async function readOn(patterns: readonly string[]): Promise<void> {
  const script = reader();
  if (script === undefined) return;
  await registerScript({ id: 'reader', js: [script], runAt: 'document_start' }, patterns);
}

/** The script that the manifest declares for settings pages. Firefox names it with its whole address. */
function reader(): string | undefined {
  const [declared] = browser.runtime.getManifest().content_scripts ?? [];
  return declared?.js?.[0]?.replace(browser.runtime.getURL(''), '');
}

/** @returns what the page's process answers: to be parsed; `undefined` where nobody answers */
export async function askForReport(tabId: number, request: ReportRequest): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, request, { frameId: 0 });
  } catch {
    return undefined;
  }
}

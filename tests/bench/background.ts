import { setTimeout as pause } from 'node:timers/promises';
import type { BenchBrowser } from './browser.ts';

/** One start of a background that was asleep. */
export interface Start {
  /** From a message of an extension page to its answer. */
  readonly answeredMs: number;
  /** What the extension's process has resident afterwards. */
  readonly memoryBytes: number;
}

/** What was measured of each extension, one after the other. */
export type Starts = Readonly<Record<'ours' | 'floor', Start[]>>;

/** Any background of the bench answers it at once: ours with a refusal, before it looks into its store. */
const ASKED = { type: 'overview.get', request: { of: 'the bench' } };
/** What the background takes up by itself is done by then. */
const AT_WORK_MS = 1_500;

export async function startBackground(browser: BenchBrowser): Promise<Start> {
  await browser.stopBackground();
  const answeredMs = await browser.inExtension(async (api, message) => {
    const asked = performance.now();
    const answer: unknown = await api.runtime.sendMessage(message);
    if (answer === undefined) throw new Error('the background did not answer');
    return performance.now() - asked;
  }, ASKED);
  await pause(AT_WORK_MS);
  return { answeredMs, memoryBytes: await browser.memoryOfExtension() };
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { BenchBrowser } from './browser.ts';
import { type PageTrace, readTrace, type TraceEvent } from './trace.ts';

const CATEGORIES = ['-*', 'devtools.timeline', 'v8', 'toplevel', 'blink.user_timing'];

export interface Watch {
  readonly address: string;
  readonly watchMs: number;
  /** When another tab is put before the page. */
  readonly hideAfterMs?: number | undefined;
}

export interface Measurement extends PageTrace {
  /** The page's heap after collection. */
  readonly heapBytes: number;
  /** When the page inserted its switch, in milliseconds since the epoch. */
  readonly switchAt: number | undefined;
}

/** One fresh load of an address, watched for so long and then closed. */
export async function measure(
  browser: BenchBrowser,
  { address, watchMs, hideAfterMs = watchMs }: Watch,
): Promise<Measurement> {
  const page = await browser.newPage();
  try {
    await page.tracing.start({ categories: CATEGORIES });
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    await pause(hideAfterMs);
    const before = hideAfterMs < watchMs ? await hide(browser, page) : undefined;
    await pause(watchMs - hideAfterMs);
    const trace = await page.tracing.stop();
    await before?.close();
    if (trace === undefined) throw new Error('Chromium gave no trace');
    const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
      traceEvents: TraceEvent[];
    };
    const switchAt = await page.evaluate(() => document.body.dataset['switchAt']);
    return {
      ...readTrace(traceEvents, browser.owner),
      heapBytes: await heapOf(page),
      switchAt: switchAt === undefined ? undefined : Number(switchAt),
    };
  } finally {
    await page.close();
  }
}

/** @returns the page before it */
async function hide(browser: BenchBrowser, page: Page): Promise<Page> {
  const before = await browser.newPage();
  await before.bringToFront();
  const state = await page.evaluate(() => document.visibilityState);
  if (state !== 'hidden') throw new Error(`the page behind another one is ${state}`);
  return before;
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  // What a first collection finalizes, a second one frees.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

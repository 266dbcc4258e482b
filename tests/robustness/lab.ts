import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { Plugin } from 'vite';
import { answerOf } from '../e2e/browsers/sent-as-text.ts';
import { bundle as bundleOf } from '../page/bundle.ts';
import { plainBrowser } from '../page/plain-browser.ts';
import type { ListPage } from './list-page.ts';
import type { GeneratedPage } from './page.ts';
import type { Run } from './run.ts';

/** A browser window in which generated pages are played. */
export interface Lab {
  readonly runAll: (pages: readonly GeneratedPage[]) => Promise<Run[]>;
  readonly runOne: (page: GeneratedPage) => Promise<Run>;
  readonly runList: (page: ListPage) => Promise<Run>;
  /** Switches off one guard of a reader that `guardPlugin` was bundled with, or none. */
  readonly switchOff: (guard: string | undefined) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** So many pages are played for each question to the browser. */
const BATCH = 40;

/** @param code as `bundle` makes it */
export async function openLab(code: string): Promise<Lab> {
  const browser = await plainBrowser('chromium');
  return toLab(await browser.newPage({ type: 'window' }), code);
}

/** The reader's own code, the yardstick and what makes the pages, as one script. */
export function bundle(...plugins: Plugin[]): Promise<string> {
  const entry = fileURLToPath(new URL('lab-entry.ts', import.meta.url));
  return bundleOf(entry, ...plugins, scriptsAsPersons);
}

/** Only a script can press in a generated page, so there the reader takes one for a person. */
const scriptsAsPersons: Plugin = {
  name: 'scripts-as-persons',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('/src/page/watch/listen.ts')
      ? code.replaceAll('event.isTrusted', 'true')
      : undefined,
};

async function toLab(page: Page, code: string): Promise<Lab> {
  await page.evaluate((source: string) => {
    // biome-ignore lint/security/noGlobalEval: how the bundle gets its global in both browsers.
    globalThis.eval(source);
  }, code);
  const ask = async <T>(call: string) => (await answerOf((text) => page.evaluate(text), call)) as T;
  return {
    runAll: async (pages) => {
      const runs: Run[] = [];
      for (let start = 0; start < pages.length; start += BATCH) {
        const batch = pages.slice(start, start + BATCH);
        runs.push(...(await ask<Run[]>(`lab.runAll(${JSON.stringify(batch)})`)));
      }
      return runs;
    },
    runOne: (one) => ask<Run>(`lab.run(${JSON.stringify(one)}, true)`),
    runList: (one) => ask<Run>(`lab.runList(${JSON.stringify(one)})`),
    switchOff: async (guard) => {
      await ask(`globalThis.guardOff = ${JSON.stringify(guard ?? null)}`);
    },
    close: () => page.close(),
  };
}

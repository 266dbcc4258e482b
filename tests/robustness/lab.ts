import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build, type Plugin, type Rolldown } from 'vite';
import { findBrowser } from '../e2e/browsers/find-browser.ts';
import type { BrowserName } from '../e2e/browsers/index.ts';
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

export interface LabBrowser {
  /** @param code as `bundle` makes it */
  readonly open: (code: string) => Promise<Lab>;
  readonly close: () => Promise<void>;
}

/** So many pages are played for each question to the browser. */
const BATCH = 40;

export async function launchLab(name: BrowserName): Promise<LabBrowser> {
  const browser = await launch(name);
  return {
    open: async (code) => toLab(await browser.newPage({ type: 'window' }), code),
    close: () => browser.close(),
  };
}

/** The reader's own code, the yardstick and what makes the pages, as one script. */
export async function bundle(...plugins: Plugin[]): Promise<string> {
  const outputs = (await build({
    configFile: false,
    logLevel: 'error',
    plugins,
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('lab-entry.ts', import.meta.url)),
        formats: ['iife'],
        name: 'lab',
      },
    },
  })) as Rolldown.RolldownOutput[];
  const code = outputs[0]?.output[0].code;
  if (code === undefined) throw new Error('the lab was not bundled');
  return code;
}

async function toLab(page: Page, code: string): Promise<Lab> {
  await page.evaluate((source: string) => {
    // biome-ignore lint/security/noGlobalEval: how the bundle gets its global in both browsers.
    globalThis.eval(source);
  }, code);
  // As text: over WebDriver BiDi what is nested deeply does not arrive.
  const ask = async <T>(call: string): Promise<T> =>
    JSON.parse((await page.evaluate(`(async () => JSON.stringify(${call}))()`)) as string) as T;
  return {
    runAll: async (pages) => {
      const runs: Run[] = [];
      for (let start = 0; start < pages.length; start += BATCH) {
        const batch = pages.slice(start, start + BATCH);
        runs.push(...(await ask<Run[]>(`await lab.runAll(${JSON.stringify(batch)})`)));
      }
      return runs;
    },
    runOne: (one) => ask<Run>(`await lab.run(${JSON.stringify(one)}, true)`),
    runList: (one) => ask<Run>(`await lab.runList(${JSON.stringify(one)})`),
    switchOff: async (guard) => {
      await ask(`globalThis.guardOff = ${JSON.stringify(guard ?? null)}`);
    },
    close: () => page.close(),
  };
}

function launch(name: BrowserName): Promise<Browser> {
  const executablePath = findBrowser(name);
  if (executablePath === undefined) {
    throw new Error(`no ${name} found; set ${name.toUpperCase()}_PATH`);
  }
  if (name === 'firefox')
    return puppeteer.launch({ browser: name, executablePath, headless: true });
  return puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    protocolTimeout: 120_000,
    args: [
      // Chromium's sandbox does not start for root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
    ],
  });
}

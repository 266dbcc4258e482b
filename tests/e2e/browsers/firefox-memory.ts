import type { Browser } from 'puppeteer-core';
import { inBrowserScope } from './firefox-chrome-scope.ts';
import type { Memory } from './memory.ts';

/** What `about:memory` counts to the background's page, in a process that has been told to collect. */
export async function firefoxMemory(browser: Browser, origin: string): Promise<Memory> {
  await inBrowserScope(
    browser,
    `new Promise((done) => {
       Services.obs.notifyObservers(null, 'child-mmu-request');
       ${MANAGER}.minimizeMemoryUsage(() => setTimeout(() => done(''), 2000));
     })`,
  );
  const heap = await firefoxHeap(browser, origin);
  const processes: { type: string; memory: number }[] = JSON.parse(
    await inBrowserScope(
      browser,
      `ChromeUtils.requestProcInfo().then((info) => JSON.stringify(
         [info, ...info.children].map(({ type, memory }) => ({ type, memory }))))`,
    ),
  );
  const sum = (all: typeof processes) => all.reduce((total, { memory }) => total + memory, 0);
  return {
    heap,
    extensionProcess: sum(processes.filter(({ type }) => type === 'extension')),
    browser: sum(processes),
    processes: processes.length,
  };
}

/** As it is, with what could be collected. */
export async function firefoxHeap(browser: Browser, origin: string): Promise<number> {
  const page = `${origin}/_generated_background_page.html`;
  const bytes = await inBrowserScope(
    browser,
    `new Promise((done) => {
       let bytes = 0;
       // A path writes the slashes of an address as backslashes.
       const page = ${JSON.stringify(page.replaceAll('/', '\\'))};
       ${MANAGER}.getReports(
         (process, path, kind, units, amount) => {
           if (path.startsWith('explicit/') && path.includes(page)) bytes += amount;
         },
         null,
         () => done(String(bytes)),
         null,
         false,
       );
     })`,
  );
  return Number(bytes);
}

const MANAGER = `Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager)`;

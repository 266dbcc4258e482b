import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isFull } from '../../scripts/gate/run-kind.ts';
import type { Target } from '../../scripts/manifest.ts';
import type { BrowserName, TestBrowser } from './browsers/index.ts';

/** How often as fast the clock of our scripts in pages runs. A step of theirs that counts is a second at most. */
export const PACE = isFull ? 1 : 5;

/** The one file that no shipped file refers to. */
export const HURRY = 'hurry.js';
const HURRY_ID = 'hurry';

/** The build as it ships and, beside it, the script that hurries it. */
export function hurriedBuild(name: BrowserName): string {
  return resolve('dist/hurried', targetOf(name));
}

export function shippedBuild(name: BrowserName): string {
  return resolve('dist', targetOf(name));
}

/** What a build for a browser is called, and the folder that it is in. */
export function targetOf(name: BrowserName): Target {
  return name === 'chromium' ? 'chrome' : 'firefox';
}

/** Makes the copy: once, before any test asks for it. */
export function copyHurried(name: BrowserName): void {
  const copy = hurriedBuild(name);
  rmSync(copy, { recursive: true, force: true });
  cpSync(shippedBuild(name), copy, { recursive: true });
  addHurry(copy);
}

export function addHurry(build: string): void {
  cpSync(join(import.meta.dirname, HURRY), join(build, HURRY));
}

/** The scripts that the extension itself has registered. */
export function registeredScripts(browser: TestBrowser): Promise<{ readonly id: string }[]> {
  return browser.inExtension(
    async (api, hurrying) =>
      (await api.scripting.getRegisteredContentScripts()).filter(
        ({ id }: { id: string }) => id !== hurrying,
      ),
    HURRY_ID,
  );
}

/** From now on our scripts in the service's pages live five times as fast. An update takes that back. */
export async function hurry(browser: TestBrowser, origin: string): Promise<void> {
  await browser.inExtension(
    (api, id, file, address) =>
      api.scripting.registerContentScripts([
        {
          id,
          js: [file],
          matches: [`${address}/*`],
          runAt: 'document_start',
          allFrames: false,
        },
      ]),
    HURRY_ID,
    HURRY,
    origin,
  );
}

/** From now on they live by the clock of the browser again. */
export async function unhurry(browser: TestBrowser): Promise<void> {
  await browser.inExtension(
    (api, id) => api.scripting.unregisterContentScripts({ ids: [id] }),
    HURRY_ID,
  );
}

import type { Browser, Page } from 'puppeteer-core';
import type { TestBrowser } from './index.ts';
import { answerOf, callOf } from './sent-as-text.ts';
import { waitUntil } from './wait.ts';

/** The manifest: an address of the extension that runs none of its code. */
export const CONTROL_PATH = 'manifest.json';

/** A tab of the extension that stays behind the tests' own, made when first needed. */
export interface ControlPage {
  /** Evaluates an expression in which `browser` or `chrome` is the extension's own. */
  evaluate(expression: string): Promise<unknown>;
  inExtension: TestBrowser['inExtension'];
  /** @param makeRoom what to do before it is tried again */
  openPopup(makeRoom?: () => Promise<unknown>): Promise<void>;
  is(page: Page): boolean;
  /** It went with the extension: the next use makes another one. */
  forget(): Promise<void>;
}

export function controlPage(browser: Browser, load: (page: Page) => Promise<void>): ControlPage {
  let made: Promise<Page> | undefined;
  let page: Page | undefined;
  const get = () => {
    made ??= browser.newPage({ background: true }).then(async (fresh) => {
      page = fresh;
      await load(fresh);
      return fresh;
    });
    return made;
  };
  const evaluate = async (expression: string) => (await get()).evaluate(expression);
  const inExtension: ControlPage['inExtension'] = async (act, ...args) =>
    answerOf(evaluate, callOf(act, 'globalThis.browser ?? globalThis.chrome', args)) as never;
  return {
    evaluate,
    inExtension,
    // Refused while the window has no focus, which it lacks for a moment after another popup.
    openPopup: async (makeRoom) => {
      await waitUntil(
        'the popup opens',
        async () => {
          try {
            await inExtension((api) => api.action.openPopup());
          } catch (error) {
            await makeRoom?.();
            throw error;
          }
          return true;
        },
        60_000,
      );
    },
    is: (other) => other === page,
    forget: async () => {
      // A browser ends with its last tab.
      await browser.newPage({ background: true });
      const gone = page;
      made = undefined;
      page = undefined;
      await gone?.close().catch(() => {});
    },
  };
}

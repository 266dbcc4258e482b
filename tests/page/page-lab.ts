import type { Page } from 'puppeteer-core';
import { inject } from 'vitest';
import type { BrowserName } from '../e2e/browsers/index.ts';
import { answerOf, callOf } from '../e2e/browsers/sent-as-text.ts';
import { patient } from '../e2e/browsers/wait.ts';
import { startPageServer } from './page-server.ts';
import { plainBrowser } from './plain-browser.ts';
import type { Entry } from './setup.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserName;
  }
}

/** The code under test, as a page has it. */
export type Lab = typeof import('./lab-entry.ts');

export interface Tab<Code = Lab> {
  readonly page: Page;
  /** Leaves the page for a new one, which has loaded when this resolves. */
  visit(html: string, status?: number): Promise<void>;
  /** Writes a new document into the page, in a tenth of the time. Only scripts' timers stay behind. */
  write(html: string): Promise<void>;
  /** Runs in the page. The function is sent as text: it may close over nothing, all else is JSON. */
  run<T, A extends unknown[]>(
    act: (lab: Code, ...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T>;
  /**
   * Writes a document and runs something in it. What tests ask at the same time goes to the page in
   * one go, one document after the other.
   */
  ask<T, A extends unknown[]>(
    html: string,
    act: (lab: Code, ...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T>;
}

/** Pages that hold our page code, beside what a test wrote into them. */
export interface PageLab<Code = Lab> {
  /** A new window: one that is in sight, so that nothing in it is slowed down. */
  tab(html?: string): Promise<Tab<Code>>;
  close(): Promise<void>;
}

const DOCTYPE = '<!doctype html>';

/** @param entry what pages have as `lab`: all that the file exports */
export async function openPageLab<Code = Lab>(
  name: BrowserName,
  entry: Entry = 'lab-entry.ts',
): Promise<PageLab<Code>> {
  const code = inject('pageCode')[entry];
  const [server, browser] = await Promise.all([startPageServer(), plainBrowser(name)]);
  const pages: Page[] = [];

  const tab = async (html = ''): Promise<Tab<Code>> => {
    const page = patient(await browser.newPage({ type: 'window' }));
    pages.push(page);
    await page.setViewport({ width: 1200, height: 800 });
    await page.evaluateOnNewDocument((source: string) => {
      // biome-ignore lint/security/noGlobalEval: how the bundle gets its global in both browsers.
      globalThis.eval(source);
    }, code);
    const visit = async (text: string, status = 200) => {
      await page.goto(server.put({ html: DOCTYPE + text, status }), { waitUntil: 'load' });
    };
    await visit(html);
    const ask = asking(page);
    return {
      page,
      visit,
      write: async (text) => void (await ask(text, () => {})),
      run: (act, ...args) => evaluated(page, callOf(act, 'lab', args)) as never,
      ask: ask as Tab<Code>['ask'],
    };
  };
  return {
    tab,
    close: async () => {
      for (const page of pages) await page.close();
      await server.close();
    },
  };
}

function evaluated(page: Page, expression: string): Promise<unknown> {
  return answerOf((text) => page.evaluate(text), expression);
}

interface Question {
  readonly html: string;
  readonly call: string;
  readonly answer: (value: unknown) => void;
  readonly fail: (error: Error) => void;
}

interface Answer {
  readonly value?: unknown;
  readonly error?: string;
}

function asking(page: Page) {
  let waiting: Question[] = [];
  let sent: Promise<void> = Promise.resolve();
  const send = async () => {
    const questions = waiting;
    waiting = [];
    const rows = questions.map(({ html, call }) => `[${JSON.stringify(html)}, () => ${call}]`);
    const answers = evaluated(page, `(${answerAll})([${rows.join(', ')}])`);
    await (answers as Promise<Answer[]>).then(
      (all) => {
        for (const [index, { value, error }] of all.entries()) {
          if (error === undefined) questions[index]?.answer(value);
          else questions[index]?.fail(new Error(error));
        }
      },
      (error) => {
        for (const { fail } of questions) fail(error);
      },
    );
  };
  return (html: string, act: (...args: never[]) => unknown, ...args: unknown[]) =>
    new Promise((answer, fail) => {
      // All tests of a table have asked by then, and the page has only one document at a time.
      if (waiting.length === 0) {
        setTimeout(() => {
          sent = sent.then(send);
        });
      }
      waiting.push({ html: DOCTYPE + html, call: callOf(act, 'lab', args), answer, fail });
    });
}

/** Runs in the page. */
async function answerAll(rows: [html: string, ask: () => unknown][]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const [html, ask] of rows) {
    document.open();
    document.write(html);
    document.close();
    // Firefox says so a moment later.
    while (document.readyState !== 'complete') await new Promise((done) => setTimeout(done));
    try {
      answers.push({ value: await ask() });
    } catch (error) {
      answers.push({ error: String(error) });
    }
  }
  return answers;
}

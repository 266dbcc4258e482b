import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/server.ts';
import {
  type BrowserName,
  type LaunchOptions,
  launch,
  type Popup,
  type TestBrowser,
} from './browsers/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserName;
  }
}

export const SETTING = 'linkedin/ai-training';
export const SWITCH = 'allowDataForGenerativeAI';
export const CARD = `[data-setting="${SETTING}"]`;
export const ORIGIN = 'https://www.linkedin.com';
export const SETTING_PAGE = `${ORIGIN}/mypreferences/d/settings/data-for-ai-improvement`;
export const LIST_PAGE = `${ORIGIN}/mypreferences/d/categories/privacy`;
export const FEED = `${ORIGIN}/feed/`;

export interface Status {
  readonly verdict: string | null;
  readonly reading: string | null;
  readonly reason: string | null;
  /** The code of what came of the last errand. */
  readonly outcome: string | null;
  readonly text: string;
  readonly actions: readonly string[];
  readonly notice: string | null;
}

/** What the card showed from one moment on. */
export interface Sample {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly verdict: string | null;
  readonly reading: string | null;
  readonly reason: string | null;
}

/** How long one popup is watched before it is looked whether it is still there. */
const POPUP_MS = 4_000;

export type Action = 'check' | 'turn-off' | 'undo' | 'mine' | 'guide' | 'why';

/** One browser with the shipped build and one simulator for a file; everything is fresh for each test. */
export function openLab(options: Pick<LaunchOptions, 'granted'> = {}) {
  let browser: TestBrowser;
  let simulator: Simulator;

  beforeAll(async () => {
    const name = inject('browser');
    simulator = await startSimulator();
    const dist = resolve('dist', name === 'chromium' ? 'chrome' : 'firefox');
    browser = await launch(name, { simulator, dist, ...options });
  });

  beforeEach(async () => {
    for (const tab of await browser.tabs()) await tab.close();
    await browser.inExtension(async (api) => {
      await api.storage.session.clear();
      await api.storage.local.clear();
      await api.alarms.clearAll();
      // Badge and banner follow what is stored.
      await api.runtime.sendMessage({ type: 'overview.get', request: {} });
    });
    simulator.reset();
  });

  afterAll(async () => {
    await browser?.close();
    await simulator?.close();
  });

  async function withPopup<T>(use: (popup: Popup) => Promise<T>): Promise<T> {
    const popup = await browser.popup();
    try {
      await popup.waitFor(CARD);
      return await use(popup);
    } finally {
      if (await popup.isOpen()) await popup.close();
    }
  }

  return {
    get browser() {
      return browser;
    },
    get simulator() {
      return simulator;
    },
    withPopup,
    status: () => withPopup(readStatus),
    /** Chooses the place as a person does. */
    choosePlace: (code: string) =>
      withPopup(async (popup) => {
        await popup.select('select[name="jurisdiction"]', code);
        await until('the place is kept', async () => (await stored(`place`))?.code === code);
      }),
    /** Presses a button of the popup as a person does. */
    press: (action: Action) =>
      withPopup((popup) => popup.click(`${CARD} [data-action="${action}"]`)),
    /** What came of the errand under way. */
    outcome: (timeoutMs = 60_000) =>
      until(
        'the errand has ended',
        async () =>
          (await stored(`errand/${SETTING}`, 'session'))?.outcome?.code as string | undefined,
        timeoutMs,
      ),
    stored,
    /** Notes all that the card ever shows, in a view of our own that stays open behind the others. */
    record: async () => {
      const view = await browser.extensionPage(await popupPath(browser));
      // Not `waitForSelector`, which waits for ever in an extension's page in Firefox.
      await until('the card is drawn', () => view.evaluate(noteSamples, CARD));
      return {
        samples: () => view.evaluate(() => (globalThis as unknown as Noting).samples),
        close: () => view.close(),
      };
    },
    /** Waits until the popup shows a verdict, and returns all that it shows. */
    verdict: async (wanted: string, timeoutMs = 20_000): Promise<Status> => {
      let last: Status | undefined;
      return until(
        () => `the verdict is ${wanted}; last seen: ${JSON.stringify(last)}`,
        () =>
          withPopup(async (popup) => {
            // The popup draws by itself what changes; it is opened anew only where a tab has closed it.
            await popup.waitFor(`${CARD}[data-verdict="${wanted}"]`, POPUP_MS).catch(() => {});
            if (!(await popup.isOpen())) return undefined;
            last = await readStatus(popup);
            return last.verdict === wanted ? last : undefined;
          }),
        timeoutMs,
      );
    },
    /** Asks for a reading and waits until it is there. */
    async check() {
      await this.press('check');
      return this.outcome();
    },
  };

  // biome-ignore lint/suspicious/noExplicitAny: what is stored, seen from outside.
  async function stored(key: string, area: 'local' | 'session' = 'local'): Promise<any> {
    const found = await browser.inExtension(
      async (api, wanted, where) => (await api.storage[where].get(wanted))[wanted] ?? null,
      key,
      area,
    );
    return found?.value;
  }
}

export type Lab = ReturnType<typeof openLab>;

function readStatus(popup: Popup): Promise<Status> {
  return popup.evaluate((doc, card) => {
    const element = doc.querySelector(card);
    return {
      verdict: element?.getAttribute('data-verdict') ?? null,
      reading: element?.getAttribute('data-reading') ?? null,
      reason: element?.getAttribute('data-reason') ?? null,
      outcome: element?.querySelector('[data-outcome]')?.getAttribute('data-outcome') ?? null,
      text: [...(element?.querySelectorAll('.verdict, .known, .holds, .errand') ?? [])]
        .map((part) => part.textContent)
        .join('\n'),
      actions: [...(element?.querySelectorAll('[data-action]') ?? [])].map(
        (button) => button.getAttribute('data-action') ?? '',
      ),
      notice: doc.querySelector('[data-notice]')?.getAttribute('data-notice') ?? null,
    };
  }, CARD);
}

/** The manifest's own word for it is an address in Firefox and a path in Chromium. */
export async function popupPath(browser: TestBrowser): Promise<string> {
  const address: string = await browser.inExtension((api) => api.action.getPopup({}));
  return new URL(address).pathname.slice(1);
}

interface Noting {
  samples: Sample[];
}

function noteSamples(card: string): boolean {
  const element = document.querySelector(card);
  if (!element) return false;
  const noting = globalThis as unknown as Noting;
  noting.samples = [];
  const note = () =>
    noting.samples.push({
      at: Date.now(),
      verdict: element.getAttribute('data-verdict'),
      reading: element.getAttribute('data-reading'),
      reason: element.getAttribute('data-reason'),
    });
  new MutationObserver(note).observe(element, { attributes: true });
  note();
  return true;
}

/** Asks again until there is an answer other than `undefined`, `null` or `false`. */
export async function until<T>(
  what: string | (() => string),
  ask: () => Promise<T | undefined | null | false>,
  timeoutMs = 20_000,
): Promise<T> {
  const giveUpAt = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (Date.now() > giveUpAt) {
      throw new Error(`Waited in vain until ${typeof what === 'string' ? what : what()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

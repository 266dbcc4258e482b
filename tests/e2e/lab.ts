import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, inject } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/server.ts';
import {
  type BrowserName,
  type ExtensionApi,
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
export const SWITCH_IN_PAGE = 'input[role="switch"]';
/** What the person sees of it. */
export const TOGGLE = '.setting-toggle__toggle';
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

export type Action =
  | 'check'
  | 'turn-off'
  | 'undo'
  | 'press-again'
  | 'mine'
  | 'evidence'
  | 'guide'
  | 'why';

/** One browser with the shipped build and one simulator for a file; everything is fresh for each test. */
export function openLab(
  options: Pick<LaunchOptions, 'granted' | 'firefoxQuotaKb' | 'firefoxManaged'> = {},
) {
  let browser: TestBrowser;
  let simulator: Simulator;
  let seen: string | undefined;

  beforeAll(async () => {
    const name = inject('browser');
    simulator = await startSimulator();
    const dist = resolve('dist', name === 'chromium' ? 'chrome' : 'firefox');
    browser = await launch(name, { simulator, dist, ...options });
    // With permissions it is installed twice, and the second time has taken the page away.
    if (!options.granted) await closeWelcome(browser);
  });

  beforeEach(async () => {
    for (const tab of await browser.tabs()) await tab.close();
    await browser.inExtension(async (api) => {
      await api.storage.session.clear();
      await api.storage.local.clear();
      await api.alarms.clearAll();
      // Badge and banner follow what is stored.
      const reply = await api.runtime.sendMessage({ type: 'overview.get', request: {} });
      if (!reply?.ok) throw new Error(`the background says ${JSON.stringify(reply)}`);
    });
    simulator.reset();
    seen = undefined;
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
    press: async (action: Action) => {
      const errand = await stored(`errand/${SETTING}`, 'session');
      if (errand?.outcome) seen = errand.id;
      await withPopup((popup) => popup.click(`${CARD} [data-action="${action}"]`));
    },
    /** What came of the errand under way; of one that had ended when a button was pressed, nothing. */
    outcome: (timeoutMs = 180_000) =>
      until(
        'the errand has ended',
        async () => {
          const errand = await stored(`errand/${SETTING}`, 'session');
          return errand && errand.id !== seen && (errand.outcome?.code as string | undefined);
        },
        timeoutMs,
      ),
    stored,
    alarm,
    /** Has an alarm ring at once, as it would have later, and the background killed over it. */
    async loseRing(name: string): Promise<void> {
      await browser.killBackground();
      await until(`${name} is set`, () => alarm(name));
      // The background hears it, but comes no further than to the store.
      await browser.inExtension(async (api, wanted) => {
        const held = globalThis as unknown as Held;
        await new Promise<void>((begin) => {
          void navigator.locks.request('store', () => {
            begin();
            return new Promise<void>((end) => {
              held.release = end;
            });
          });
        });
        const { periodInMinutes } = await api.alarms.get(wanted);
        api.alarms.create(wanted, { when: Date.now(), periodInMinutes });
      }, name);
      await until('it has been heard', () => browser.backgroundRuns());
      await browser.killBackground();
      await browser.inExtension(() => (globalThis as unknown as Held).release());
    },
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
    verdict: async (wanted: string, timeoutMs = 60_000): Promise<Status> => {
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
    /** Turns off as a person does, in Germany, and waits until it is said to be off. */
    async turnOff() {
      await this.choosePlace('DE');
      await this.press('turn-off');
      expect(await this.outcome()).toBe('done');
      return this.verdict('protected');
    },
    finding,
    /** Puts a finding into storage, as this version keeps it, and has the extension look at it anew. */
    putFinding: (value: object, key = SETTING): Promise<void> =>
      browser.inExtension(
        async (api, where, kept) => {
          await api.storage.local.set({ [where]: { version: 2, value: kept } });
          await api.runtime.sendMessage({ type: 'overview.get', request: {} });
        },
        `finding/${key}`,
        value,
      ),
    /** The setting's page is loaded and read once more. */
    openPage: async () => {
      const { readAt } = await finding();
      const page = await browser.open(SETTING_PAGE);
      await page.waitForSelector(SWITCH_IN_PAGE);
      await until('it is read', async () => (await finding()).readAt > readAt);
      return page;
    },
    /** Asks for a reading and waits until it is there. */
    async check() {
      await this.press('check');
      const outcome = await this.outcome();
      // What was read is kept right after the errand has ended.
      await until('it is kept', async () => !(await stored('unfinished'))?.length);
      return outcome;
    },
  };

  function alarm(name: string) {
    return browser.inExtension((api, wanted) => api.alarms.get(wanted), name);
  }

  function finding(key = SETTING) {
    return stored(`finding/${key}`);
  }

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

/** It opens by itself once, a moment after the installation. */
async function closeWelcome(browser: TestBrowser): Promise<void> {
  // The extension knows its pages; the driver may take one for what its tab showed before.
  const id = await until('the welcome page has opened', () =>
    browser.inExtension(async (api) => {
      const views: Window[] = api.extension.getViews({ type: 'tab' });
      const view = views.find(({ location }) => location.pathname.includes('/welcome/')) as
        | (Window & { browser?: ExtensionApi; chrome?: ExtensionApi })
        | undefined;
      const tab = await (view?.browser ?? view?.chrome)?.tabs?.getCurrent();
      return tab?.id as number | undefined;
    }),
  );
  await browser.inExtension((api, tab) => api.tabs.remove(tab), id);
}

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

interface Held {
  release(): void;
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
  timeoutMs = 60_000,
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

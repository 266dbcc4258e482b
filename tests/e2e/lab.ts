import { afterAll, beforeAll, beforeEach, expect, inject } from 'vitest';
import type {
  MessageType,
  Reply,
  RequestOf,
  ResponseOf,
} from '../../src/core/messages/protocol.ts';
import type { KeptOverview, Overview } from '../../src/core/verdict/overview.ts';
import { type Action, kinds } from '../shown/actions.ts';
import { drawn } from '../shown/drawn.tsx';
import { BATCH_KEY, CARD, SETTING, type Status, statusIn } from '../shown/status.ts';
import type { Simulator } from '../simulator/server.ts';
import type {
  BrowserName,
  ExtensionApi,
  LaunchOptions,
  Popup,
  TestBrowser,
} from './browsers/index.ts';
import { hurry, PACE, unhurry } from './pace.ts';
import { seedRaw, unseed } from './seed.ts';
import { closeStage, openStage, type Stage } from './stage.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserName;
  }
}

export const SWITCH = 'allowDataForGenerativeAI';
export const ORIGIN = 'https://www.linkedin.com';
export const SETTING_PAGE = `${ORIGIN}/mypreferences/d/settings/data-for-ai-improvement`;
export const LIST_PAGE = `${ORIGIN}/mypreferences/d/categories/privacy`;
export const SWITCH_IN_PAGE = 'input[role="switch"]';
/** What the person sees of it. */
export const TOGGLE = '.setting-toggle__toggle';
export const FEED = `${ORIGIN}/feed/`;

/** What the card showed from one moment on. */
export interface Sample {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly verdict: string;
}

export interface LabOptions
  extends Pick<LaunchOptions, 'granted' | 'firefoxQuotaKb' | 'firefoxManaged'> {
  /** By the clock of the browser, also where the gate is in a hurry. */
  readonly pace?: 'real';
  /** A browser of its own, for what harms it. */
  readonly own?: boolean;
  /** Makes another build than the shipped one. @returns its folder */
  readonly build?: () => string;
}

export { type Action, BATCH_KEY, CARD, SETTING, type Status };

/** The shipped build in a browser, and a simulator. Everything is fresh for each test. */
export function openLab({ pace, ...options }: LabOptions = {}) {
  const isHurried = pace !== 'real' && PACE > 1;
  let stage: Stage;
  let browser: TestBrowser;
  let simulator: Simulator;
  let seen: string | undefined;
  let arePagesHurried = false;

  beforeAll(async () => {
    stage = await openStage(inject('browser'), options);
    ({ browser, simulator } = stage);
    // Chromium gives a process its sentences at the first use, and none for good where that page is closed
    // meanwhile, as the first one is here.
    const language = await browser.inExtension((api) => api.i18n.getMessage('language_tag'));
    if (!language) throw new Error('the process of the extension is mute');
    // With permissions it is installed twice, and the second time has taken the page away.
    if (!options.granted) await closeWelcome(browser);
    if (isHurried) await hurryAll();
  });

  beforeEach(async ({ onTestFailed }) => {
    onTestFailed(tellAll);
    // What the last test began is over, and neither opens nor writes anything more.
    await idle();
    await closeTabs(browser);
    await idle();
    await unseed({ browser }, 'all', 'session');
    await unseed({ browser }, 'all');
    await browser.inExtension((api) => api.alarms.clearAll());
    // Badge and banner follow what is stored.
    await send('overview.get', {});
    await idle();
    await hear();
    simulator.reset();
    // A test that failed between `unhurry` and `update` has left its pages slow.
    if (isHurried) await hurryAll();
    seen = undefined;
  });

  afterAll(() => stage && closeStage(stage));

  /** The service, and pages that are opened from now on. */
  async function hurryAll(): Promise<void> {
    simulator.set({ pace: PACE });
    if (!arePagesHurried) await hurry(browser, ORIGIN);
    arePagesHurried = true;
  }

  /** Sends a message as the popup does, and says what came back. */
  function ask<Type extends MessageType>(
    type: Type,
    request: RequestOf<Type>,
  ): Promise<Reply<ResponseOf<Type>> | undefined> {
    return browser.inExtension((api, message) => api.runtime.sendMessage(message), {
      type,
      request,
    });
  }

  /** Sends a message as the popup does. @throws where it is refused */
  async function send<Type extends MessageType>(
    type: Type,
    request: RequestOf<Type>,
  ): Promise<ResponseOf<Type>> {
    const reply = await ask(type, request);
    if (!reply?.ok) throw new Error(`${type}: the background says ${JSON.stringify(reply)}`);
    return reply.value;
  }

  /** What a person wants to know who looks for the cause of a failure. */
  async function tellAll(): Promise<void> {
    const session = await browser.inExtension((api) => api.storage.session.get(null));
    console.error(JSON.stringify({ session, said: await heard(), asked: simulator.log }));
  }

  /** Resolves when the background has done all that it was asked or told. */
  function idle(): Promise<void> {
    return browser.inExtension(() => navigator.locks.request('work', () => {}));
  }

  /** From now on, notes all that pages and the popup say. */
  function hear(): Promise<void> {
    return browser.inExtension((api) => {
      const hearing = globalThis as unknown as Hearing;
      if (!hearing.heard) {
        api.runtime.onMessage.addListener((message: Message, sender: Sender) => {
          const isAhead = sender.documentLifecycle === 'prerender';
          hearing.heard?.push({ at: Date.now(), isAhead, ...message });
        });
      }
      hearing.heard = [];
    });
  }

  async function heard(): Promise<readonly Said[]> {
    return (await browser.inExtension(() => (globalThis as unknown as Hearing).heard)) ?? [];
  }

  async function said(type: MessageType, path: string): Promise<void> {
    await until(`a page at ${path} has said ${type}`, async () =>
      (await heard()).some((message) => message.type === type && message.request.path === path),
    );
    await idle();
  }

  async function shown(): Promise<Document> {
    return drawn((await send('overview.get', {})) as Overview);
  }

  async function status(): Promise<Status> {
    return statusIn(await shown());
  }

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
    ask,
    send,
    idle,
    /** What the popup draws now, made of what it would be told. */
    shown,
    status,
    choosePlace: (code: string) => send('place.choose', { code }),
    /** Sends what a button of the popup sends. */
    press: async (action: Action) => {
      const last = await errand();
      if (last?.outcome) seen = last.id;
      if (action === 'mine') await send('flip-back.mine', { key: SETTING });
      else await send('errand.start', { key: SETTING, kind: kinds[action] });
    },
    /** What came of the errand under way; of one that had ended when a button was pressed, nothing. */
    outcome: async (timeoutMs = 180_000) => {
      const code = await until(
        'the errand has ended',
        async () => {
          const last = await errand();
          return last && last.id !== seen && (last.outcome?.code as string | undefined);
        },
        timeoutMs,
      );
      await idle();
      return code;
    },
    stored,
    /** The errand of our setting that is under way, or the last one. */
    errand,
    alarm,
    /** Resolves when a page has arrived at an address, inside the page or not, and knows what to look for. */
    arrives: (path: string) => said('page.arrived', path),
    /**
     * Resolves when a page rests at an address, and all that it said is done: it says nothing more by
     * itself. The last that it says is which switches it shows that nobody knows.
     */
    rests: (path: string) => said('page.unlisted', path),
    hear,
    heard,
    /** What was saved on the service, each time. */
    saves: () => simulator.log.filter(({ method }) => method === 'PUT'),
    /** What the service was asked for, load or save: browsers repeat a load as they like, so repetitions are one. */
    walked: () => {
      const methods = simulator.log.map(({ method }) => method);
      return methods.filter((method, index) => method !== methods[index - 1]);
    },
    /** The service, and pages that are opened from now on, live by the clock of the browser, until an update. */
    unhurry: async () => {
      if (!isHurried) return;
      simulator.set({ pace: 1 });
      await unhurry(browser);
      arePagesHurried = false;
    },
    /** The extension is updated; pages that are opened from then on have the new one. */
    update: async () => {
      await browser.update();
      arePagesHurried = false;
      if (isHurried) await hurryAll();
    },
    dieOver,
    /** Has an alarm ring at once, as it would have later, and the background killed over it. It rings again sooner. */
    async loseRing(name: string): Promise<void> {
      await until(`${name} is set`, () => alarm(name));
      const ring = () =>
        browser.inExtension(
          async (api, wanted, sooner) => {
            const { periodInMinutes } = await api.alarms.get(wanted);
            api.alarms.create(wanted, {
              when: Date.now(),
              periodInMinutes: periodInMinutes && periodInMinutes / sooner,
            });
          },
          name,
          PACE,
        );
      await dieOver(ring);
    },
    /** Notes all that a card ever shows: each overview that is kept for the views. */
    record: async () => {
      await browser.inExtension((api, setting) => {
        const noting = globalThis as unknown as Noting;
        noting.samples = [];
        noting.listener = (changes, area) => {
          const kept = changes['overview']?.newValue as KeptOverview | undefined;
          if (area !== 'local' || !kept) return;
          const { statuses } = kept.overview;
          const found = statuses.find(({ key }) => key === setting);
          if (!found) return;
          const { verdict } = found.judgement;
          noting.samples.push({ at: Date.now(), verdict });
        };
        api.storage.onChanged.addListener(noting.listener);
      }, SETTING);
      await send('overview.get', {});
      return {
        samples: () =>
          browser.inExtension(() => (globalThis as unknown as Noting).samples as Sample[]),
        close: () =>
          browser.inExtension((api) =>
            api.storage.onChanged.removeListener((globalThis as unknown as Noting).listener),
          ),
      };
    },
    /** Waits until there is a verdict, and returns all that the popup shows with it. */
    verdict: async (wanted: string, timeoutMs = 60_000): Promise<Status> => {
      let last: Status | undefined;
      return until(
        () => `the verdict is ${wanted}; last seen: ${JSON.stringify(last)}`,
        async () => {
          last = await status();
          return last.verdict === wanted ? last : undefined;
        },
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
    putFinding: async (value: object, key = SETTING): Promise<void> => {
      await seedRaw({ browser }, { [`finding/${key}`]: { version: 2, value } });
      await send('overview.get', {});
    },
    /** Waits until a flip-back is claimed, which takes a page that has settled, and answers what is kept of it. */
    flippedBack: (key = SETTING) =>
      until('it is a flip-back', async () => (await finding(key))?.flipBack),
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
      return this.outcome();
    },
  };

  /** Has something happen that wakes the background, and kills it when it has heard and kept nothing of it. */
  async function dieOver(happen: () => Promise<unknown>): Promise<void> {
    // The first background of a session does more than others, and each test has a session of its own.
    await browser.killBackground();
    await send('overview.get', {});
    await idle();
    await browser.killBackground();
    // It comes no further than to the store.
    await browser.inExtension(async () => {
      const held = globalThis as unknown as Held;
      await new Promise<void>((begin) => {
        void navigator.locks.request('store', () => {
          begin();
          return new Promise<void>((end) => {
            held.release = end;
          });
        });
      });
    });
    await happen();
    // A background that wakes wants one thing of the store, and what woke it another one.
    await until('it has been heard', () =>
      browser.inExtension(async () => {
        const { pending = [] } = await navigator.locks.query();
        return pending.filter(({ name }) => name === 'store').length > 1;
      }),
    );
    await browser.killBackground();
    await browser.inExtension(() => (globalThis as unknown as Held).release());
  }

  function alarm(name: string) {
    return browser.inExtension((api, wanted) => api.alarms.get(wanted), name);
  }

  function errand() {
    return stored(`errand/${SETTING}`);
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

/** All but the one that this runs in; also those of whose address a driver says otherwise, as of a failed load. */
function closeTabs(browser: TestBrowser): Promise<void> {
  return browser.inExtension(async (api) => {
    const own = await api.tabs.getCurrent();
    const tabs: { id: number }[] = await api.tabs.query({});
    await api.tabs.remove(tabs.map(({ id }) => id).filter((id) => id !== own.id));
  });
}

/** The manifest's own word for it is an address in Firefox and a path in Chromium. */
export async function popupPath(browser: TestBrowser): Promise<string> {
  const address: string = await browser.inExtension((api) => api.action.getPopup({}));
  return new URL(address).pathname.slice(1);
}

interface Held {
  release(): void;
}

interface Message {
  readonly type: string;
  readonly request: {
    readonly path?: string;
    readonly ids?: readonly string[];
    readonly reading?: { readonly state: string };
  };
}

/** Only Chromium tells it. */
interface Sender {
  readonly documentLifecycle?: string;
}

interface Said extends Message {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** By a page that is only loaded ahead. */
  readonly isAhead: boolean;
}

interface Hearing {
  heard?: Said[];
}

interface Noting {
  samples: Sample[];
  listener: (changes: Record<string, { newValue?: unknown } | undefined>, area: string) => void;
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
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

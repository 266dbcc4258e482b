/*
 * A browser of our own, without one: its storage, tabs, alarms and clock, the servers of a service, and
 * our scripts in its pages. A background can be killed in it at any write, and is woken by whatever
 * happens next.
 */
import { doesUrlMatchPatterns } from 'webext-patterns';
import { type Background, createBackground } from '../../../src/background/app.ts';
import type { Ports } from '../../../src/background/ports.ts';
import type { Catalogue } from '../../../src/background/statuses.ts';
import { services } from '../../../src/catalogue/index.ts';
import { groups } from '../../../src/catalogue/jurisdiction-groups.ts';
import { codes } from '../../../src/catalogue/jurisdictions.ts';
import type {
  MessageType,
  RequestOf,
  ResponseOf,
  Sender,
} from '../../../src/core/messages/protocol.ts';
import { route } from '../../../src/core/messages/router.ts';
import { type RawSender, toSender } from '../../../src/core/messages/sender.ts';
import { hostsOf, isSettingsPage, servicesAt } from '../../../src/core/recipe/address.ts';
import type { Service } from '../../../src/core/recipe/recipe.ts';
import { NO_POLICY } from '../../../src/core/store/policy.ts';
import type { Badge } from '../../../src/core/verdict/badge.ts';
import { idOf } from '../../../src/core/verdict/notification.ts';
import { noticeWords } from '../../../src/ui/words/notification-text.ts';
import { english } from '../../shown/english.ts';
import { createClock, settled } from './clock.ts';
import { createLocks } from './locks.ts';
import { openPage, silentPage } from './page.ts';
import { createService } from './service.ts';
import { createStorage } from './storage.ts';
import { createTabs } from './tabs.ts';

const START = Date.UTC(2026, 10, 30, 9);
const RING_AGAIN_MS = 30_000;
export const HOME = { id: 'default-check', origin: 'chrome-extension://default-check' };

export interface Notification {
  readonly id: string;
  readonly title: string;
  readonly message: string;
}

/** One life of the background: until it is killed. What it has asked for then is never answered. */
interface Life {
  isOver: boolean;
  readonly background: Background;
  readonly over: Promise<'lost'>;
  readonly end: () => void;
}

export type World = ReturnType<typeof createWorld>;

export function createWorld(catalogue: Catalogue = { services, groups, codes }) {
  const clock = createClock(START);
  const service = createService(catalogue.services);
  const alarms = new Map<string, { at: number; everyMs: number }>();
  const notifications = new Map<string, Notification>();
  const faults: unknown[] = [];
  let killAfter = Number.POSITIVE_INFINITY;
  let diesAtNextLoad = false;
  let life: Life | undefined;
  let badge: Badge | undefined;
  let warnsOn: readonly string[] = [];
  /** How often the banners were told that there may be something else to show. */
  let told = 0;
  let ids = 0;
  /** Match patterns of pages that our scripts may not enter. */
  const withheld = new Set(
    catalogue.services.filter(({ siteAccess }) => siteAccess === 'optional').flatMap(hostsOf),
  );
  let readsOn: readonly string[] = [];
  let isAllowedToNotify = true;

  const storage = createStorage((count) => {
    if (count === killAfter) kill();
  });
  const tabs = createTabs(clock, {
    land: service.landsAt,
    loadMs: () => service.loadMs,
    isOurs: ({ origin }) => servicesAt(catalogue.services, origin).length > 0,
    startPage: (tabId, address) =>
      isRead(address)
        ? openPage(address, `load-${++ids}`, {
            service,
            clock,
            send: (type, request) => send(type, request, pageSender(tabId, address.origin)),
          })
        : silentPage,
    loaded: (tab) => {
      now().tabs.loaded(tab);
      if (diesAtNextLoad) kill();
      diesAtNextLoad = false;
    },
    unseen: (tabId) => now().tabs.unseen(tabId),
    closed: (tabId) => now().tabs.closed(tabId),
    replaced: (tabId, by) => now().tabs.replaced(tabId, by),
  });

  /** As the manifest declares it, or as was registered for a service that was granted. */
  function isRead({ href }: URL): boolean {
    const declared = catalogue.services.filter(({ siteAccess }) => siteAccess === 'required');
    return isSettingsPage(declared, href) || doesUrlMatchPatterns(href, ...readsOn);
  }

  const portsOf = (isOver: () => boolean): Ports => ({
    clock: { now: clock.now, after: (ms, ring) => clock.after(ms, () => !isOver() && ring()) },
    chance: { fraction: () => 0.5, id: () => `id-${++ids}` },
    product: { version: () => '1.0.0', userAgent: () => 'Chrome/140' },
    locks: createLocks(),
    ...mortal(
      {
        areas: storage.areas,
        tabs: tabs.port,
        alarms: {
          async ringFrom(name, when) {
            alarms.set(name, { at: when, everyMs: RING_AGAIN_MS });
          },
          async clearAlarm(name) {
            alarms.delete(name);
          },
          async clearAlarms() {
            alarms.clear();
          },
          async repeatAlarm(name, minutes) {
            const everyMs = minutes * 60_000;
            if (!alarms.has(name)) alarms.set(name, { at: clock.now() + everyMs, everyMs });
          },
        },
        pages: {
          hasReader: async (tabId) => tabs.pageIn(tabId) !== silentPage,
          placeReader: async () => false,
          loadedAt: async (tabId) => tabs.loadedAt(tabId),
          async readOn(patterns) {
            readsOn = patterns;
          },
          takeCloserLook: async () => true,
          askForReport: async () => undefined,
          async runBannerOn(patterns) {
            warnsOn = patterns;
          },
          async tellBanners() {
            told += 1;
          },
          onPageDeath: () => {},
        },
        permissions: {
          hasSiteAccess: async (patterns) => !patterns.some((one) => withheld.has(one)),
          mayNotify: async () => isAllowedToNotify,
          giveBackPermissions: async () => {},
        },
        signs: {
          async showBadge(shown) {
            badge = shown;
          },
          async notify(notice, accounts, locale) {
            const shown = { id: idOf(notice), ...noticeWords(notice, accounts, locale) };
            notifications.set(shown.id, shown);
          },
        },
        words: {
          localeIn: async () => english,
          phrasebookIn: async () => undefined,
        },
        readPolicy: async () => NO_POLICY,
      } satisfies Omit<Ports, 'clock' | 'chance' | 'product' | 'locks'>,
      isOver,
    ),
  });

  /** The background that is there now, or one that is woken. */
  function now(): Background {
    if (life && !life.isOver) return life.background;
    let end = () => {};
    const over = new Promise<'lost'>((resolve) => {
      end = () => resolve('lost');
    });
    const own: { isOver: boolean } = { isOver: false };
    const background = createBackground(
      portsOf(() => own.isOver),
      catalogue,
    );
    life = Object.assign(own, { background, over, end });
    background.wake();
    return background;
  }

  function kill(): void {
    if (!life) return;
    life.isOver = true;
    life.end();
  }

  async function send<Type extends MessageType>(
    type: Type,
    request: RequestOf<Type>,
    sender: Sender,
  ): Promise<{ ok: true; value: ResponseOf<Type> } | { ok: false; error: string }> {
    const { handlers } = now();
    const over = life?.over;
    const reply = await Promise.race([
      route(handlers, { type, request }, sender, (_, error) => faults.push(error)),
      over,
    ]);
    if (reply === 'lost' || reply === undefined) return { ok: false, error: 'lost' };
    return reply as { ok: true; value: ResponseOf<Type> };
  }

  const pageSender = (tabId: number, origin: string): Sender => ({
    kinds: ['settings-page', 'banner'],
    tabId,
    origin,
    container: '',
    incognito: false,
  });
  const ring = () => {
    for (const [name, { at, everyMs }] of alarms) {
      if (at > clock.now()) continue;
      alarms.set(name, { at: clock.now() + everyMs, everyMs });
      now().rang(name);
    }
    clock.after(1_000, ring);
  };
  clock.after(1_000, ring);

  return {
    clock,
    service,
    storage,
    tabs,
    /** Those that stand, by their ids. */
    notifications,
    faults,
    alarms: () => [...alarms.keys()],
    badge: () => badge,
    warnsOn: () => warnsOn,
    bannersTold: () => told,
    wake: async () => {
      now();
      await settled();
    },
    kill,
    killAfter: (write: number) => {
      killAfter = write;
    },
    /** The background dies as it is told that a page has come, and before it has done anything about it. */
    killAtNextLoad: () => {
      diesAtNextLoad = true;
    },
    /** The browser is closed and opened again: tabs and session are gone. */
    async restart() {
      kill();
      for (const { id } of tabs.open()) tabs.pageIn(id)?.leave();
      await storage.areas.session.clear();
      now().started();
      await settled();
    },
    /** Where pages are read that the manifest does not name. */
    readsOn: () => readsOn,
    /** The person gives us access to a service's pages, or takes it away. */
    async setAccess(may: boolean, services: readonly Service[] = catalogue.services) {
      for (const host of services.flatMap(hostsOf)) {
        if (may) withheld.delete(host);
        else withheld.add(host);
      }
      now().permissionsChanged();
      await settled();
    },
    /** The same while nobody listens. */
    allowUnheard(service: Service) {
      for (const host of hostsOf(service)) withheld.delete(host);
    },
    /** Any message, as a browser hands it over; `undefined` where it is not ours. */
    async deliver(message: unknown, from: RawSender): Promise<unknown> {
      const sender = toSender(from, HOME, catalogue.services);
      return route(now().handlers, message, sender, (_, error) => faults.push(error));
    },
    mayNotify: (may: boolean) => {
      isAllowedToNotify = may;
    },
    /** What a view asks for. */
    ask<Type extends MessageType>(type: Type, request: RequestOf<Type>) {
      return send(type, request, { kinds: ['extension-page'], incognito: false });
    },
  };
}

/** What a background that has been killed asks for is not done, and what it had asked for never answered. */
function mortal<T extends object>(port: T, isOver: () => boolean): T {
  const guarded = Object.entries(port).map(([name, value]) => {
    if (typeof value === 'object') return [name, mortal(value, isOver)];
    return [
      name,
      (...all: unknown[]) => {
        if (isOver()) return never;
        const result: unknown = value(...all);
        return result instanceof Promise
          ? result.then((found: unknown) => (isOver() ? never : found))
          : result;
      },
    ];
  });
  return Object.fromEntries(guarded);
}

const never = new Promise<never>(() => {});

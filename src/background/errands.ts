import { type AccountScope, sameScope } from '../core/account/scope.ts';
import type { Errand, ErrandKind } from '../core/errand/errand.schema.ts';
import {
  type Advance,
  type Effect,
  ERRAND_DEADLINE_MS,
  type ErrandEvent,
  NO_LOAD,
} from '../core/errand/errand.ts';
import { sprungBackSoFar } from '../core/errand/springs-back.ts';
import { goesOn, targetOf } from '../core/errand/start.ts';
import { Refused } from '../core/messages/router.ts';
import { patternsOf } from '../core/recipe/address.ts';
import type { Service } from '../core/recipe/recipe.ts';
import { saveStepOf } from '../core/recipe/save-step.ts';
import type { Entry, SettingKey } from '../core/recipe/setting-key.ts';
import { errandOf } from '../core/store/items.ts';
import type { Ports } from './ports.ts';
import type { Readings } from './readings.ts';
import type { Session } from './session.ts';
import type { Show } from './show.ts';
import type { Silence } from './silence.ts';
import type { SiteAccess } from './site-access.ts';
import type { Statuses } from './statuses.ts';
import type { Store } from './store.ts';
import { STARTING, type UnderWay } from './under-way.ts';

const ALARM = 'errand/';
/** No tab has this id: that of an errand is not open yet. */
const NO_TAB = -1;

export type Errands = ReturnType<typeof createErrands>;

interface Needs extends Pick<Ports, 'alarms' | 'chance' | 'clock' | 'locks' | 'tabs'> {
  readonly store: Store;
  readonly session: Session;
  readonly siteAccess: SiteAccess;
  readonly statuses: Statuses;
  readonly underWay: UnderWay;
  readonly readings: Readings;
  readonly show: Show;
  readonly silence: Silence;
  /** Told of every errand that ends. */
  readonly onEnded: (errand: Errand) => Promise<void>;
}

export function createErrands({
  store,
  session,
  locks,
  statuses,
  underWay,
  readings,
  show,
  silence,
  onEnded,
  alarms,
  chance,
  clock,
  siteAccess,
  tabs,
}: Needs) {
  return {
    start,
    followTab,
    tell,
    tellAll,
    tellOfServices,
    tellArrived,
    ring,
    forgetEnded,
    pickUp,
  };

  /**
   * Starts an errand, or brings forward the tab of the one that is under way and will not be replaced.
   * @param inTab a tab that is about to go to the setting's page; otherwise one is opened for the person
   */
  async function start(
    { key, setting }: Entry,
    scope: AccountScope,
    kind: ErrandKind,
    inTab?: number,
  ): Promise<void> {
    const startedAt = clock.now();
    const patterns = patternsOf(setting);
    const isOfScope = (found: Errand) => sameScope(found.scope, scope);
    const isKept = (found: Errand | null) =>
      found !== null &&
      (isOfScope(found) ? goesOn(found, kind, startedAt) : found.step !== 'ended');

    await locks.exclusively(STARTING, async () => {
      const before = await store.read(errandOf(key));
      if (before && isKept(before)) {
        if (!isOfScope(before)) throw new Refused('busy-elsewhere');
        if (inTab === undefined) await tabs.focusTab(before.tabId);
        return;
      }
      const own = before && isOfScope(before) ? before : null;
      const sprungBack = sprungBackSoFar(own);
      const errand: Errand = {
        id: chance.id(),
        key,
        scope,
        kind,
        target: targetOf(kind, setting.protectedWhen),
        tabId: inTab ?? NO_TAB,
        session: await session.current(),
        step: 'opening',
        loads: 1,
        startedAt,
        arrived: false,
        hasList: setting.listing !== undefined,
        load: NO_LOAD,
        ...(sprungBack && { sprungBack }),
      };
      // Whatever becomes of the background, the errand ends.
      await ringAtDeadline(key, startedAt);
      try {
        // Nothing is opened for an errand that could not be kept. The one before may have pressed meanwhile.
        const kept = await store.update(errandOf(key), (found) => (isKept(found) ? found : errand));
        if (kept !== errand || inTab !== undefined) return;
        const tabId = await tabs.openTab(setting.open, patterns, scope.container);
        await change(errand, { ...errand, tabId });
      } catch (error) {
        await change(errand, before);
        await silence(alarmOf(key), errandOf(key));
        throw error;
      }
    });
    show.soon();
  }

  /** Puts another in the place of an errand, unless that has happened already. */
  async function change({ id, key }: Errand, next: Errand | null): Promise<void> {
    await store.update(errandOf(key), (found) => (found?.id === id ? next : found));
  }

  /** The browser put another tab in the place of an errand's. */
  async function followTab(tabId: number, by: number): Promise<void> {
    for (const { key } of await underWay.errandsIn(tabId)) {
      await store.update(errandOf(key), (errand) =>
        errand?.tabId === tabId ? { ...errand, tabId: by } : errand,
      );
    }
  }

  /**
   * Tells the errand under way in a tab what happened; the answer is what is left for the page to do,
   * or `undefined` where no errand is under way.
   */
  async function tell(
    tabId: number,
    key: SettingKey,
    event: ErrandEvent,
  ): Promise<Effect[] | undefined> {
    return (await underWay.errandIn(tabId, key)) && tellFound(tabId, key, event);
  }

  function tellFound(
    tabId: number,
    key: SettingKey,
    event: ErrandEvent,
  ): Promise<Effect[] | undefined> {
    return tellOne(key, event, (errand) => errand.tabId === tabId);
  }

  async function tellOne(
    key: SettingKey,
    event: ErrandEvent,
    concerns: (errand: Errand) => boolean,
  ): Promise<Effect[] | undefined> {
    const advanced = await readings.advanceErrand(key, event, concerns);
    return advanced && perform(key, advanced);
  }

  /** Tells every errand under way in a tab. */
  async function tellAll(tabId: number, event: ErrandEvent): Promise<void> {
    for (const { key } of await underWay.errandsIn(tabId)) await tellFound(tabId, key, event);
  }

  /** Tells every errand under way that goes on in a service's pages. */
  async function tellOfServices(services: readonly Service[], event: ErrandEvent): Promise<void> {
    for (const { key, id } of await underWay.all()) {
      if (services.includes(statuses.entryOf(key).service)) {
        await tellOne(key, event, (errand) => errand.id === id);
      }
    }
  }

  /** A page on which some settings stand: an errand of one of them has arrived, one of another was left. */
  async function tellArrived(tabId: number, here: readonly Entry[], load: string): Promise<void> {
    for (const { key, arrived } of await underWay.errandsIn(tabId)) {
      if (here.some((entry) => entry.key === key))
        await tellFound(tabId, key, { type: 'arrived', load });
      else if (arrived) await tellFound(tabId, key, { type: 'stopped', reason: 'wrong-page' });
    }
  }

  async function ring(alarm: string): Promise<void> {
    if (!alarm.startsWith(ALARM)) return;
    const key = alarm.slice(ALARM.length);
    if (!statuses.isListed(key)) return alarms.clearAlarm(alarm);
    // Where the browser did not tell that our access is gone, this is the first to notice.
    const { service } = statuses.entryOf(key);
    const type = (await siteAccess.mayEnter([service])) ? 'overdue' : 'access-lost';
    const advanced = await readings.advanceErrand(key, { type }, () => true);
    // A background that was killed over the end of an errand leaves its alarm behind.
    return advanced ? void (await perform(key, advanced)) : silence(alarm, errandOf(key));
  }

  /** A new session has begun: of errands that ended before it nobody is told any more. */
  async function forgetEnded(): Promise<void> {
    await store.change(async (draft) => {
      for (const { key } of statuses.entries) {
        const errand = await draft.read(errandOf(key));
        draft.put(errandOf(key), errand?.step === 'ended' ? null : errand);
      }
    });
  }

  /** The background has started: what is not of its session ends, and the rest goes on. */
  async function pickUp(now: string): Promise<void> {
    for (const errand of await underWay.all()) {
      const { key, tabId } = errand;
      const isIt = ({ id }: Errand) => id === errand.id;
      if (errand.session !== now) await tellOne(key, { type: 'restarted' }, isIt);
      else if (!(await tabs.isOpen(tabId))) await tellOne(key, { type: 'tab-closed' }, isIt);
      else {
        await ringAtDeadline(key, errand.startedAt);
        await tellOne(key, { type: 'resumed' }, isIt);
      }
    }
  }

  function alarmOf(key: SettingKey): string {
    return `${ALARM}${key}`;
  }

  function ringAtDeadline(key: SettingKey, startedAt: number): Promise<void> {
    // By a clock that was set back it would be a year away.
    const since = Math.min(startedAt, clock.now());
    return alarms.ringFrom(alarmOf(key), since + ERRAND_DEADLINE_MS);
  }

  /** Does what the effects say, but for what is kept already and what only the page can do. */
  async function perform(key: SettingKey, { errand, effects }: Advance): Promise<Effect[]> {
    const { setting } = statuses.entryOf(key);
    const left: Effect[] = [];
    for (const effect of effects) {
      switch (effect.do) {
        case 'store':
          break;
        case 'reload':
          // A form that was not saved must not come back as it was left.
          await tabs.reloadTab(errand.tabId, saveStepOf(setting) !== undefined);
          break;
        case 'open-list':
          if (setting.listing) await tabs.sendTabTo(errand.tabId, setting.listing.open);
          break;
        case 'press':
          left.push(effect);
          break;
      }
    }
    if (errand.step === 'ended') {
      await silence(alarmOf(key), errandOf(key));
      await onEnded(errand);
    }
    show.soon();
    return left;
  }
}

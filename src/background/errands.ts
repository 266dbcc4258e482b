import { type AccountScope, sameScope } from '../core/account/scope.ts';
import type { Errand, ErrandKind, Outcome } from '../core/errand/errand.schema.ts';
import {
  type Advance,
  type Effect,
  ERRAND_DEADLINE_MS,
  type ErrandEvent,
  NO_LOAD,
  NOT_READ_IN_TIME,
} from '../core/errand/errand.ts';
import { sprungBackSoFar } from '../core/errand/springs-back.ts';
import { goesOn, isLost, restarted, targetOf } from '../core/errand/start.ts';
import { notedByUs } from '../core/reading/provenance.ts';
import type { Entry, SettingKey } from '../core/recipe/setting-key.ts';
import { errandOf, type Unfinished, unfinished } from '../core/store/items.ts';
import type { Ports } from './ports.ts';
import type { Readings } from './readings.ts';
import type { Show } from './show.ts';
import type { Silence } from './silence.ts';
import type { Statuses } from './statuses.ts';
import type { Store } from './store.ts';
import type { UnderWay } from './under-way.ts';

const ALARM = 'errand/';

export type Errands = ReturnType<typeof createErrands>;

interface Needs extends Pick<Ports, 'alarms' | 'chance' | 'clock' | 'permissions' | 'tabs'> {
  readonly store: Store;
  readonly statuses: Statuses;
  readonly underWay: UnderWay;
  readonly readings: Readings;
  readonly show: Show;
  readonly silence: Silence;
  /** Told of every errand that ends. */
  readonly onEnded: (key: SettingKey, outcome: Outcome) => Promise<void>;
}

export function createErrands({
  store,
  statuses,
  underWay,
  readings,
  show,
  silence,
  onEnded,
  alarms,
  chance,
  clock,
  permissions,
  tabs,
}: Needs) {
  return { start, followTab, tell, tellAll, tellEvery, tellArrived, ring, endRestarted, pickUp };

  /**
   * Starts an errand, or brings forward the tab of the one that is under way and will not be replaced.
   * @param inTab a tab that is about to go to the setting's page; otherwise one is opened for the person
   */
  async function start(
    { key, service, setting }: Entry,
    scope: AccountScope,
    kind: ErrandKind,
    inTab?: number,
  ): Promise<void> {
    const patterns = setting.paths.map((path) => `${service.origin}${path}*`);
    const startedAt = clock.now();
    const target = targetOf(kind, setting.protectedWhen);

    const found = await store.read(errandOf(key));
    if (!found || !goesOn(found, kind, startedAt)) {
      await store.update(unfinished, (all) => [
        ...all.filter((one) => one.key !== key),
        { key, scope, kind, target, startedAt },
      ]);
    }
    // The tab opens while the store is held, so that its page finds the errand when it arrives.
    await store
      .update(errandOf(key), async (before): Promise<Errand> => {
        if (before && goesOn(before, kind, startedAt)) {
          if (inTab === undefined) await tabs.focusTab(before.tabId);
          return before;
        }
        // Before anything is opened: whatever becomes of the background, the errand ends.
        await ringAtDeadline(key, startedAt);
        const own = before && sameScope(before.scope, scope) ? before : null;
        const sprungBack = sprungBackSoFar(own);
        const tabId = inTab ?? (await tabs.openTab(setting.open, patterns, scope.container));
        return {
          id: chance.id(),
          key,
          scope,
          kind,
          target,
          tabId,
          step: 'opening',
          loads: 1,
          startedAt,
          arrived: false,
          hasList: setting.listing !== undefined,
          load: NO_LOAD,
          ...(sprungBack && { sprungBack }),
        };
      })
      .catch(async (error: unknown) => {
        await forget(key, startedAt);
        await silence(alarmOf(key), errandOf(key));
        throw error;
      });
    await show.refresh();
  }

  /** The browser put another tab in the place of an errand's. */
  async function followTab(tabId: number, by: number): Promise<void> {
    for (const { key } of await underWay.errandsIn(tabId)) {
      await store.update(errandOf(key), (errand) =>
        errand?.tabId === tabId ? { ...errand, tabId: by } : errand,
      );
    }
  }

  async function forget(key: SettingKey, startedAt: number): Promise<void> {
    await store.update(unfinished, (all) =>
      all.filter((one) => one.key !== key || one.startedAt !== startedAt),
    );
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

  async function tellFound(
    tabId: number,
    key: SettingKey,
    event: ErrandEvent,
  ): Promise<Effect[] | undefined> {
    const advanced = await readings.advanceErrand(key, event, (errand) => errand.tabId === tabId);
    return advanced && perform(key, advanced);
  }

  /** Tells every errand under way in a tab. */
  async function tellAll(tabId: number, event: ErrandEvent): Promise<void> {
    for (const { key } of await underWay.errandsIn(tabId)) await tellFound(tabId, key, event);
  }

  /** Tells every errand under way. */
  async function tellEvery(event: ErrandEvent): Promise<void> {
    for (const { key } of await begunBefore()) {
      const advanced = await readings.advanceErrand(key, event, () => true);
      if (advanced) await perform(key, advanced);
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
    const type = (await permissions.hasSiteAccess()) ? 'overdue' : 'access-lost';
    const advanced = await readings.advanceErrand(key, { type }, () => true);
    // A background that was killed over the end of an errand leaves its alarm behind.
    return advanced ? void (await perform(key, advanced)) : silence(alarm, errandOf(key));
  }

  /** The browser was restarted, or the extension updated: what was under way then has ended with it. */
  async function endRestarted(): Promise<void> {
    for (const begun of await begunBefore()) {
      await endAsRestarted(begun, (found) => isLost(found, begun) || found?.step !== 'ended');
    }
    await store.update(unfinished, () => []);
  }

  /** The background has started: what the one before it was killed over ends, and the rest goes on. */
  async function pickUp(): Promise<void> {
    for (const begun of await begunBefore()) {
      const { key, startedAt } = begun;
      const errand = await endAsRestarted(begun, (found) => isLost(found, begun));
      if (!errand || errand.step === 'ended') {
        await forget(key, startedAt);
        await show.refresh();
      } else if (!(await tabs.isOpen(errand.tabId))) {
        await tell(errand.tabId, key, { type: 'tab-closed' });
      } else await ringAtDeadline(key, errand.startedAt);
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

  async function begunBefore(): Promise<Unfinished[]> {
    const begun = await store.read(unfinished);
    return begun.filter(({ key }) => statuses.isListed(key));
  }

  async function endAsRestarted(
    begun: Unfinished,
    isToEnd: (found: Errand | null) => boolean,
  ): Promise<Errand | null> {
    const known = { ...begun, id: chance.id() };
    const errand = await store.update(errandOf(begun.key), (found) =>
      isToEnd(found) ? restarted(known, clock.now()) : found,
    );
    // It may have been switched back on: that it was read as off before says nothing any more.
    const mayHaveUndone = errand?.id === known.id && errand.kind === 'undo';
    if (mayHaveUndone) {
      await readings.keep(begun.key, begun.scope, { reading: NOT_READ_IN_TIME, ...notedByUs });
    }
    return errand;
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
          await tabs.reloadTab(errand.tabId);
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
      await forget(key, errand.startedAt);
      if (errand.outcome) await onEnded(key, errand.outcome);
    }
    await show.refresh();
    return left;
  }
}

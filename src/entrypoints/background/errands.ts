import { clearAlarm, setAlarm } from '../../browser/alarms.ts';
import { read, update } from '../../browser/storage.ts';
import { focusTab, isReachable, openTab, reloadTab, sendTabTo } from '../../browser/tabs.ts';
import { services } from '../../catalogue/index.ts';
import { placeOf } from '../../core/address.ts';
import {
  type Advance,
  advance,
  type Effect,
  ERRAND_DEADLINE_MS,
  type Errand,
  type ErrandEvent,
  type ErrandKind,
  goesOn,
  NO_LOAD,
} from '../../core/errand.ts';
import { nextFinding, type Observation } from '../../core/finding.ts';
import type { Entry, SettingKey } from '../../core/setting-key.ts';
import { errandOf, findingOf } from '../../core/stored.ts';
import { refresh } from './refresh.ts';
import { entries, entryOf } from './statuses.ts';

const ALARM = 'errand/';

/** Starts an errand, or brings forward the tab of the one that is under way and will not be replaced. */
export async function startErrand({ key, service, setting }: Entry, kind: ErrandKind) {
  const patterns = setting.paths.map((path) => `${service.origin}${path}*`);
  const startedAt = Date.now();

  // The tab opens while the store is held, so that its page finds the errand when it arrives.
  await update(errandOf(key), async (before): Promise<Errand> => {
    if (before && goesOn(before, kind, startedAt)) {
      await focusTab(before.tabId);
      return before;
    }
    const tabId = await openTab(setting.open, patterns);
    return {
      id: crypto.randomUUID(),
      key,
      kind,
      target: setting.protectedWhen,
      tabId,
      step: 'opening',
      loads: 1,
      startedAt,
      arrived: false,
      hasList: setting.listing !== undefined,
      load: NO_LOAD,
    };
  });
  await setAlarm(`${ALARM}${key}`, startedAt + ERRAND_DEADLINE_MS);
  await refresh();
}

/** The errand under way for a setting in a tab. */
export async function errandIn(tabId: number, key: SettingKey): Promise<Errand | undefined> {
  const errand = await read(errandOf(key));
  return errand && errand.step !== 'ended' && errand.tabId === tabId ? errand : undefined;
}

/**
 * Tells the errand under way in a tab what happened; the answer is what is left for the page to do,
 * or `undefined` where no errand is under way.
 */
export async function tell(
  tabId: number,
  key: SettingKey,
  event: ErrandEvent,
): Promise<Effect[] | undefined> {
  const advanced = await advanceStored(key, event, (errand) => errand.tabId === tabId);
  return advanced && perform(key, advanced);
}

export async function tellAll(tabId: number, event: ErrandEvent): Promise<void> {
  for (const { key } of entries) await tell(tabId, key, event);
}

export async function ring(alarm: string): Promise<void> {
  if (!alarm.startsWith(ALARM)) return;
  const key = alarm.slice(ALARM.length);
  if (!entries.some((entry) => entry.key === key)) return;
  const advanced = await advanceStored(key, { type: 'overdue' }, () => true);
  if (advanced) await perform(key, advanced);
}

/** A tab with an errand has finished loading somewhere. */
export async function tabLoaded(tabId: number, { origin, pathname }: URL): Promise<void> {
  for (const { key } of entries) {
    if (!(await errandIn(tabId, key))) continue;
    const place = placeOf(services, origin, pathname);
    if (place.kind === 'wall') await tell(tabId, key, { type: 'stopped', reason: place.reason });
    else if (place.kind === 'elsewhere') {
      await tell(tabId, key, { type: 'stopped', reason: 'wrong-page' });
    } else if (!(await isReachable(tabId))) {
      await tell(tabId, key, { type: 'stopped', reason: 'unreachable' });
    }
  }
}

export async function keep(key: SettingKey, observation: Observation): Promise<void> {
  await update(findingOf(key), (before) => nextFinding(before, observation, Date.now()));
}

/** In one go: an errand that ends meanwhile is not told, and nothing that it should have kept is lost. */
async function advanceStored(
  key: SettingKey,
  event: ErrandEvent,
  concerns: (errand: Errand) => boolean,
): Promise<Advance | undefined> {
  let result: Advance | undefined;
  await update(errandOf(key), (errand) => {
    if (!errand || errand.step === 'ended' || !concerns(errand)) return errand;
    result = advance(errand, event, Date.now());
    return result.errand;
  });
  return result;
}

/** Does what the effects say, but for what only the page can do. */
async function perform(key: SettingKey, { errand, effects }: Advance): Promise<Effect[]> {
  const { setting } = entryOf(key);
  const left: Effect[] = [];
  for (const effect of effects) {
    switch (effect.do) {
      case 'store':
        await keep(key, effect);
        break;
      case 'reload':
        await reloadTab(errand.tabId);
        break;
      case 'open-list':
        if (setting.listing) await sendTabTo(errand.tabId, setting.listing.open);
        break;
      case 'press':
        left.push(effect);
        break;
    }
  }
  if (errand.step === 'ended') await clearAlarm(`${ALARM}${key}`);
  await refresh();
  return left;
}

import { clearAlarm, setAlarm } from '../../browser/alarms.ts';
import { read, update } from '../../browser/storage.ts';
import { focusTab, openTab, reloadTab, sendTabTo } from '../../browser/tabs.ts';
import { type AccountScope, sameScope } from '../../core/account-scope.ts';
import { causeOf } from '../../core/cause.ts';
import {
  type Advance,
  advance,
  type Effect,
  ERRAND_DEADLINE_MS,
  type Errand,
  type ErrandEvent,
  type ErrandKind,
  NO_LOAD,
  type Outcome,
} from '../../core/errand.ts';
import { goesOn, hasSprungBack, restarted, targetOf } from '../../core/errand-start.ts';
import { nextFinding } from '../../core/finding.ts';
import { observe } from '../../core/history.ts';
import type { Observation } from '../../core/observation.ts';
import type { Reading } from '../../core/reading.ts';
import type { Entry, SettingKey } from '../../core/setting-key.ts';
import { errandOf, findingOf, historyOf, unfinished } from '../../core/stored.ts';
import { noteContainer } from './accounts.ts';
import { refresh } from './refresh.ts';
import { entries, entryOf } from './statuses.ts';

const ALARM = 'errand/';

/** Told of every errand that ends; set once, where the background is wired. */
let onEnded: (key: SettingKey, outcome: Outcome) => Promise<void> = async () => {};

export function onErrandEnded(told: typeof onEnded): void {
  onEnded = told;
}

/**
 * Starts an errand, or brings forward the tab of the one that is under way and will not be replaced.
 * @param inTab a tab that is about to go to the setting's page; otherwise one is opened for the person
 */
export async function startErrand(
  { key, service, setting }: Entry,
  scope: AccountScope,
  kind: ErrandKind,
  inTab?: number,
): Promise<void> {
  const patterns = setting.paths.map((path) => `${service.origin}${path}*`);
  const startedAt = Date.now();
  const target = targetOf(kind, setting.protectedWhen);

  await update(unfinished, (all) => [
    ...all.filter((one) => one.key !== key),
    { key, scope, kind, target, startedAt },
  ]);
  // The tab opens while the store is held, so that its page finds the errand when it arrives.
  await update(errandOf(key), async (before): Promise<Errand> => {
    if (before && goesOn(before, kind, startedAt)) {
      if (inTab === undefined) await focusTab(before.tabId);
      return before;
    }
    const tabId = inTab ?? (await openTab(setting.open, patterns, scope.container));
    return {
      id: crypto.randomUUID(),
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
      ...(hasSprungBack(before, kind) && { sprangBack: true }),
    };
  });
  await setAlarm(`${ALARM}${key}`, startedAt + ERRAND_DEADLINE_MS);
  await refresh();
}

async function forget(key: SettingKey): Promise<void> {
  await update(unfinished, (all) => all.filter((one) => one.key !== key));
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

/** Whether any errand is under way in a tab. */
export async function hasErrand(tabId: number): Promise<boolean> {
  for (const { key } of entries) if (await errandIn(tabId, key)) return true;
  return false;
}

export interface Read {
  readonly reading: Reading;
  readonly fresh: boolean;
  readonly touched: boolean;
}

/** Keeps what was read, and that it was read. The history first: what is told twice stands in it once. */
export async function keep(
  key: SettingKey,
  scope: AccountScope,
  { reading, fresh, touched }: Read,
): Promise<void> {
  const { protectedWhen } = entryOf(key).setting;
  const errand = await read(errandOf(key));
  const own = errand && sameScope(errand.scope, scope) ? errand : null;
  const cause = causeOf(reading, touched, own, await read(findingOf(key, scope)));
  const observation: Observation = { reading, fresh, cause, at: Date.now() };
  await noteContainer(scope.container);
  await update(historyOf(key, scope), (before) => observe(before, observation));
  await update(findingOf(key, scope), (before) => nextFinding(before, observation, protectedWhen));
}

/** The browser was restarted, or the extension updated: what was under way then has ended with it. */
export async function endRestarted(): Promise<void> {
  for (const { key, scope, kind, target, startedAt } of await read(unfinished)) {
    if (!entries.some((entry) => entry.key === key)) continue;
    await update(
      errandOf(key),
      (before) =>
        before ??
        restarted({ id: crypto.randomUUID(), key, scope, kind, target, startedAt }, Date.now()),
    );
  }
  await update(unfinished, () => []);
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
        await keep(key, errand.scope, effect);
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
  if (errand.step === 'ended') {
    await clearAlarm(`${ALARM}${key}`);
    await forget(key);
    if (errand.outcome) await onEnded(key, errand.outcome);
  }
  await refresh();
  return left;
}

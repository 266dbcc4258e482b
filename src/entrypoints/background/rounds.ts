import { clearAlarm, setAlarm } from '../../browser/alarms.ts';
import { read, update } from '../../browser/storage.ts';
import { closeTab, openBlankTab, sendTabTo } from '../../browser/tabs.ts';
import { services } from '../../catalogue/index.ts';
import type { AccountScope } from '../../core/account-scope.ts';
import type { Outcome } from '../../core/errand.ts';
import { Refused } from '../../core/protocol.ts';
import {
  advanceRound,
  interruptRound,
  type RoundAdvance,
  type RoundEffect,
  type RoundEvent,
  startRound,
} from '../../core/round.ts';
import { mayStart } from '../../core/round-progress.ts';
import type { Round, RoundKind, Stop } from '../../core/round-schema.ts';
import type { SettingKey } from '../../core/setting-key.ts';
import { round as roundItem } from '../../core/stored.ts';
import { startErrand } from './errands.ts';
import { refresh } from './refresh.ts';
import { entryOf } from './statuses.ts';

export const ROUND_ALARM = 'round';
/** A browser may round an alarm up to half a minute; what is due sooner rings by a timer as well. */
const ALARM_GRAIN_MS = 30_000;

/** @throws Refused while another round is under way */
export async function beginRound(
  kind: RoundKind,
  scope: AccountScope,
  stops: readonly Stop[],
): Promise<void> {
  const [service] = services;
  if (!service) throw new Refused('malformed');

  let begun: RoundAdvance | undefined;
  await update(roundItem, (before) => {
    if (!mayStart(before)) return before;
    const orders = { id: crypto.randomUUID(), kind, scope, stops: [...stops], ...service.rounds };
    begun = startRound(orders, Date.now());
    return begun.round;
  });
  if (!begun) throw new Refused('refused');
  await perform(begun);
}

/** Events of a tab concern a round only where it is the round's own. */
export async function tellRoundIn(tabId: number, event: RoundEvent): Promise<void> {
  const round = await read(roundItem);
  if (round?.tabId === tabId) await tellRound(event);
}

export async function tellRound(event: RoundEvent): Promise<void> {
  let advanced: RoundAdvance | undefined;
  await update(roundItem, (round) => {
    if (!round || round.step === 'ended') return round;
    advanced = advanceRound(round, event, Date.now());
    return advanced.round;
  });
  if (advanced) await perform(advanced);
}

export function tellRoundOfErrand(key: SettingKey, outcome: Outcome): Promise<void> {
  return tellRound({ type: 'errand-ended', key, outcome, random: Math.random() });
}

export function ringRound(): Promise<void> {
  return tellRound({ type: 'due', random: Math.random() });
}

export async function endRoundOfBefore(): Promise<void> {
  await update(roundItem, (round) => round && interruptRound(round, Date.now()));
}

export async function forgetRound(): Promise<void> {
  await update(roundItem, (round) => (mayStart(round) ? null : round));
}

async function perform({ round, effects }: RoundAdvance): Promise<void> {
  for (const effect of effects) await performOne(round, effect);
  if (round.step === 'ended') await clearAlarm(ROUND_ALARM);
  await refresh();
}

async function performOne(round: Round, effect: RoundEffect): Promise<void> {
  switch (effect.do) {
    case 'open': {
      // The errand that its page will look for is there before the page is.
      const tabId = await openBlankTab(round.scope.container);
      await tellRound({ type: 'opened', tabId });
      return sendTabTo(tabId, effect.address);
    }
    case 'go':
      if (round.tabId !== undefined) await sendTabTo(round.tabId, effect.address);
      return;
    case 'start-errand':
      if (round.tabId !== undefined) {
        await startErrand(entryOf(effect.key), round.scope, 'opt-out', round.tabId);
      }
      return;
    case 'wake-at':
      return wakeAt(effect.at);
    case 'close-tab':
      if (round.tabId !== undefined) await closeTab(round.tabId);
  }
}

async function wakeAt(at: number): Promise<void> {
  await setAlarm(ROUND_ALARM, at);
  const inMs = at - Date.now();
  if (inMs < ALARM_GRAIN_MS) setTimeout(() => void ringRound(), Math.max(0, inMs));
}

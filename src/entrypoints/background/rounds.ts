import { ringFrom } from '../../browser/alarms.ts';
import { change, read, update } from '../../browser/storage.ts';
import { closeTab, isOpen, openBlankTab, sendTabTo, shownIn } from '../../browser/tabs.ts';
import { services } from '../../catalogue/index.ts';
import type { AccountScope } from '../../core/account/scope.ts';
import type { Round, RoundKind, Stop } from '../../core/batch/batch.schema.ts';
import {
  advanceRound,
  interruptRound,
  type RoundAdvance,
  type RoundEffect,
  type RoundEvent,
  startRound,
} from '../../core/batch/batch.ts';
import { mayStart, progressOf } from '../../core/batch/progress.ts';
import type { Outcome } from '../../core/errand/errand.schema.ts';
import { Refused } from '../../core/messages/router.ts';
import type { SettingKey } from '../../core/recipe/setting-key.ts';
import { errandOf, roundHere, round as roundItem } from '../../core/store/items.ts';
import { startErrand, tellAll } from './errands.ts';
import { refresh } from './refresh.ts';
import { silence } from './silence.ts';
import { entryOf } from './statuses.ts';
import { isRoundIn } from './under-way.ts';
import { begin } from './work.ts';

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
  await change(async (draft) => {
    if (!mayStart(await draft.read(roundItem))) return;
    const orders = { id: crypto.randomUUID(), kind, scope, stops: [...stops], ...service.rounds };
    begun = startRound(orders, Date.now());
    // Before it is written: whatever becomes of the background, the round goes on.
    await ringFrom(ROUND_ALARM, begun.round.nextAt);
    draft.put(roundItem, begun.round);
    draft.put(roundHere, begun.round.id);
  });
  if (!begun) throw new Refused('refused');
  await perform(begun);
}

/** Events of a tab concern a round only where it is the round's own. */
export async function tellRoundIn(tabId: number, event: RoundEvent): Promise<void> {
  if (await isRoundIn(tabId)) await tellRound(event);
}

/** @returns whether one is under way that could be told */
export async function tellRound(event: RoundEvent): Promise<boolean> {
  let advanced: RoundAdvance | undefined;
  await change(async (draft) => {
    const round = await draft.read(roundItem);
    if (!round || round.step === 'ended') return;
    const isHere = (await draft.read(roundHere)) === round.id;
    advanced = isHere
      ? advanceRound(round, event, Date.now())
      : { round: interruptRound(round, Date.now()), effects: [] };
    draft.put(roundItem, advanced.round);
  });
  if (advanced) await perform(advanced);
  return advanced !== undefined;
}

export async function tellRoundOfErrand(key: SettingKey, outcome: Outcome): Promise<void> {
  await tellRound({ type: 'errand-ended', key, outcome, random: Math.random() });
}

export async function ringRound(): Promise<void> {
  // A background that was killed over the end of a round leaves its alarm behind.
  if (!(await tellDue())) await silence(ROUND_ALARM, roundItem);
}

function tellDue(): Promise<boolean> {
  return tellRound({ type: 'due', random: Math.random() });
}

/** The background has started: what the one before it did not live to hear is told, or it goes on. */
export async function pickUpRound(): Promise<void> {
  const round = await read(roundItem);
  if (!round || round.step === 'ended') return;
  for (const key of progressOf(round).current?.keys ?? []) {
    const errand = await read(errandOf(key));
    const isOfStop = errand && errand.startedAt >= round.stopStartedAt;
    if (isOfStop && errand.outcome) await tellRoundOfErrand(key, errand.outcome);
  }
  // A pause may have ended while nobody was there to notice.
  await tellDue();
}

export async function forgetRound(): Promise<void> {
  await update(roundItem, (round) => (mayStart(round) ? null : round));
}

async function perform({ round, effects }: RoundAdvance): Promise<void> {
  for (const effect of effects) await performOne(round, effect);
  if (round.step === 'ended') await silence(ROUND_ALARM, roundItem);
  await refresh();
}

async function performOne(round: Round, effect: RoundEffect): Promise<void> {
  switch (effect.do) {
    case 'open': {
      // The errand that its page will look for is there before the page is.
      const tabId = await openBlankTab(round.scope.container).catch(async (error: unknown) => {
        await forgetUnopened(round);
        throw error;
      });
      await tellRound({ type: 'opened', tabId });
      // Cancelled while it opened: nobody waits for it, and it would stay behind empty.
      return (await isRoundIn(tabId)) ? goTo(tabId, effect.address) : closeTab(tabId);
    }
    case 'go':
      if (round.tabId !== undefined) await goOn(round.tabId, effect.address);
      return;
    case 'start-errand':
      if (round.tabId !== undefined) {
        await startErrand(entryOf(effect.key), round.scope, 'opt-out', round.tabId);
      }
      return;
    case 'wake-at':
      return wakeAt(effect.at);
    case 'close-tab':
      if (round.tabId !== undefined && (await shownIn(round.tabId))) await closeTab(round.tabId);
  }
}

/** Where no tab opens, nothing has begun. */
async function forgetUnopened({ id }: Round): Promise<void> {
  await update(roundItem, (found) => (found?.id === id ? null : found));
  await silence(ROUND_ALARM, roundItem);
  await refresh();
}

/** The browser put another tab in the place of the round's. */
export async function followTabOfRound(tabId: number, by: number): Promise<void> {
  if (!(await isRoundIn(tabId))) return;
  await update(roundItem, (round) => (round?.tabId === tabId ? { ...round, tabId: by } : round));
}

/** A tab in which the person went to another site is theirs, also where nobody heard of it. */
async function goOn(tabId: number, address: string): Promise<void> {
  if ((await isOpen(tabId)) && !(await shownIn(tabId))) {
    const left = { type: 'stopped', reason: 'wrong-page', isLeft: true } as const;
    await tellRound({ ...left, random: Math.random() });
  } else await goTo(tabId, address);
}

/** That its tab has closed may have been told to a background that was killed over it. */
async function goTo(tabId: number, address: string): Promise<void> {
  if (!(await sendTabTo(tabId, address))) await tabClosed(tabId);
}

/** The errand first: its outcome is part of what came of the round. */
export async function tabClosed(tabId: number): Promise<void> {
  await tellAll(tabId, { type: 'tab-closed' });
  await tellRoundIn(tabId, { type: 'tab-closed' });
}

async function wakeAt(at: number): Promise<void> {
  await ringFrom(ROUND_ALARM, at);
  const inMs = at - Date.now();
  if (inMs < ALARM_GRAIN_MS) setTimeout(() => begin(ringRound), Math.max(0, inMs));
}

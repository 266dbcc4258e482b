/*
 * A round is one click of the person that concerns many settings: check everything, or turn off
 * everything that is on. It walks from stop to stop in one tab of its own. Pure, like an errand:
 * round + event → round + effects. A background that is killed between any two events loses nothing;
 * one that is killed before it did what the effects say is helped by `due`, told at its next start.
 *
 *   opening ──opened──▶ visiting ──all read, errand ended, overdue──▶ pausing ──due──▶ visiting …
 *      └──overdue, unreachable──▶ pausing ──due──▶ opening (the tab is still to be opened)
 *
 *   after the last stop ──▶ finished              the person's click ──▶ cancelled
 *   a reason of `stopAt` ──▶ handed-over          tab closed, browser restarted ──▶ that end
 *
 * Each stop loads one page, and for each setting at most one errand is started. To turn off, an
 * errand loads what it needs by itself, and it alone is asked what came of it.
 *
 * `due` does nothing before `nextAt` but to be told once more, so it may ring early and often. Where
 * the clock was set back, `nextAt` can be further away than the longest wait there is: that wait then
 * begins anew. Where the clock leapt ahead, one stop is overdue or one pause is over; what follows is
 * measured from the new time. Nothing else asks the clock.
 */

import type { Outcome } from '../errand/errand.schema.ts';
import { ERRAND_DEADLINE_MS } from '../errand/errand.ts';
import type { Reading, UnknownReason } from '../reading/reading.ts';
import type { SettingKey } from '../recipe/setting-key.ts';
import type { Round, RoundEnd, RoundResult, Stop } from './batch.schema.ts';

/** Longer than a page takes to load, to settle, and to say that it cannot be read. */
export const STOP_DEADLINE_MS = 30_000;
/** An errand that is overdue ends by itself, and is to be heard before the round goes on. */
export const TURN_OFF_DEADLINE_MS = ERRAND_DEADLINE_MS + 10_000;

/** `random`: from 0 up to 1, without 1. It places the pause that may follow. */
export type RoundEvent =
  | { readonly type: 'opened'; readonly tabId: number }
  | {
      readonly type: 'read';
      readonly key: SettingKey;
      readonly reading: Reading;
      readonly random: number;
    }
  | {
      readonly type: 'errand-ended';
      readonly key: SettingKey;
      readonly outcome: Outcome;
      readonly random: number;
    }
  | {
      readonly type: 'stopped';
      readonly reason: UnknownReason;
      /** The stop's page had come, or had been left behind: it does not go by itself. */
      readonly isLeft: boolean;
      readonly random: number;
    }
  /** A page has come on which some settings stand. */
  | { readonly type: 'arrived'; readonly keys: readonly SettingKey[] }
  | { readonly type: 'tab-closed' }
  | { readonly type: 'access-lost' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'due'; readonly random: number };

/**
 * To be done in their order: whatever cuts them off, the round wakes again, and an errand is there
 * before the page that it waits for.
 */
export type RoundEffect =
  | { readonly do: 'open'; readonly address: string }
  | { readonly do: 'go'; readonly address: string }
  | { readonly do: 'start-errand'; readonly key: SettingKey }
  | { readonly do: 'wake-at'; readonly at: number }
  | { readonly do: 'close-tab' };

export interface RoundAdvance {
  readonly round: Round;
  readonly effects: readonly RoundEffect[];
}

export function startRound(
  orders: Pick<Round, 'id' | 'kind' | 'scope' | 'session' | 'stops' | 'pauseMs' | 'stopAt'>,
  now: number,
): RoundAdvance {
  const times = { startedAt: now, stopStartedAt: now, nextAt: now };
  return nextStop({ ...orders, ...times, index: 0, step: 'opening', results: {} }, now);
}

export function advanceRound(round: Round, event: RoundEvent, now: number): RoundAdvance {
  if (round.step === 'ended') return unchanged(round);

  switch (event.type) {
    case 'opened':
      return opened(round, event.tabId);
    case 'arrived':
      return arrived(round, event.keys);
    case 'read':
      return afterReading(round, event, now);
    case 'errand-ended':
      return afterErrand(round, event, now);
    case 'stopped':
      return stopped(round, event, now);
    case 'tab-closed':
      return endRound(round, { code: 'tab-closed' }, now);
    case 'access-lost':
      return endRound(round, { code: 'no-access' }, now);
    case 'cancelled':
      return endRound(round, { code: 'cancelled' }, now);
    case 'due':
      return afterRing(round, event, now);
  }
}

/** The browser was restarted: the tab of a round that was under way is gone, or no longer its own. */
export function interruptRound(round: Round, now: number): Round {
  return round.step === 'ended' ? round : endRound(round, { code: 'interrupted' }, now).round;
}

function nextStop(round: Round, now: number): RoundAdvance {
  const stop = round.stops[round.index];
  if (!stop) return endRound(round, { code: 'finished' }, now);

  const { arrived: _, ...left } = round;
  const begun = { ...left, stopStartedAt: now, nextAt: now + deadlineOf(round) };
  const wake = { do: 'wake-at', at: begun.nextAt } as const;
  const { address } = stop;
  return round.tabId === undefined
    ? { round: { ...begun, step: 'opening' }, effects: [wake, { do: 'open', address }] }
    : {
        round: { ...begun, step: 'visiting' },
        effects: [wake, ...errandsAt(begun), { do: 'go', address }],
      };
}

function opened(round: Round, tabId: number): RoundAdvance {
  if (round.tabId !== undefined) return unchanged(round);
  // It opened after its stop was given up: the next one need not open another.
  if (round.step === 'pausing') return unchanged({ ...round, tabId });
  return { round: { ...round, step: 'visiting', tabId }, effects: errandsAt(round) };
}

function arrived(round: Round, keys: readonly SettingKey[]): RoundAdvance {
  const isHere = keys.some((key) => isVisited(round, key));
  return unchanged(isHere ? { ...round, arrived: true } : round);
}

function afterReading(
  round: Round,
  { key, reading, random }: Extract<RoundEvent, { type: 'read' }>,
  now: number,
): RoundAdvance {
  if (reading.state !== 'unknown') return goOn(noted(round, key, 'read'), random, now);
  if (round.stopAt.includes(reading.reason)) return handOver(round, reading.reason, now);
  return goOn(noted(round, key, 'unread'), random, now);
}

function noted(round: Round, key: SettingKey, result: 'read' | 'unread'): Round {
  if (round.kind !== 'check' || round.results[key] === 'read') return round;
  // A page that was given up may still be read while the round pauses on it.
  const wasGivenUp = round.results[key] === 'unread';
  return wasGivenUp || isVisited(round, key) ? withResult(round, key, result) : round;
}

function afterErrand(
  round: Round,
  { key, outcome, random }: Extract<RoundEvent, { type: 'errand-ended' }>,
  now: number,
): RoundAdvance {
  if (round.kind !== 'turn-off' || !isVisited(round, key)) return unchanged(round);

  const told = withResult(round, key, outcome.code);
  const { code, reason } = outcome;
  if (reason && round.stopAt.includes(reason)) return handOver(told, reason, now);
  // The person went elsewhere in it: the tab is theirs.
  if (code === 'left-page') return handOver(told, 'wrong-page', now);
  if (code === 'tab-closed' || code === 'no-access') return endRound(told, { code }, now);
  return goOn(told, random, now);
}

function stopped(
  round: Round,
  { reason, isLeft, random }: Extract<RoundEvent, { type: 'stopped' }>,
  now: number,
): RoundAdvance {
  if (round.stopAt.includes(reason)) return handOver(round, reason, now);
  // The person went elsewhere in it: the tab is theirs.
  if (reason === 'wrong-page' && isLeft) return handOver(round, reason, now);
  const isHere = round.step === 'opening' || (round.step === 'visiting' && round.kind === 'check');
  return isHere ? leaveStop(round, random, now) : unchanged(round);
}

function afterRing(
  round: Round,
  { random }: Extract<RoundEvent, { type: 'due' }>,
  now: number,
): RoundAdvance {
  if (now >= round.nextAt) {
    return round.step === 'pausing' ? nextStop(round, now) : leaveStop(round, random, now);
  }
  const longest = round.step === 'pausing' ? round.pauseMs.max : deadlineOf(round);
  const nextAt = Math.min(round.nextAt, now + longest);
  return {
    round: nextAt === round.nextAt ? round : { ...round, nextAt },
    effects: [{ do: 'wake-at', at: nextAt }],
  };
}

/** Leaves a stop of which all is known. */
function goOn(round: Round, random: number, now: number): RoundAdvance {
  const { stops, index, results } = round;
  const isKnown = stops[index]?.keys.every((key) => results[key] !== undefined) ?? false;
  return isKnown ? leaveStop(round, random, now) : unchanged(round);
}

function leaveStop(round: Round, random: number, now: number): RoundAdvance {
  const { stops, index, pauseMs } = round;
  const results = { ...unreadOf(stops.slice(index, index + 1)), ...round.results };
  const left = { ...round, results, index: index + 1 };
  if (left.index >= stops.length) return endRound(left, { code: 'finished' }, now);

  const nextAt = now + Math.round(pauseMs.min + random * (pauseMs.max - pauseMs.min));
  return { round: { ...left, step: 'pausing', nextAt }, effects: [{ do: 'wake-at', at: nextAt }] };
}

function handOver(round: Round, reason: UnknownReason, now: number): RoundAdvance {
  return endRound(round, { code: 'handed-over', reason }, now);
}

function endRound(round: Round, end: RoundEnd, now: number): RoundAdvance {
  const results = { ...unreadOf(round.stops), ...round.results };
  const isOver = end.code === 'finished' || end.code === 'cancelled';
  // An errand may still be at work in the tab of a round that turns off, and its page shows the end.
  const closes = isOver && round.kind === 'check' && round.tabId !== undefined;
  return {
    round: { ...round, step: 'ended', results, end, endedAt: now },
    effects: closes ? [{ do: 'close-tab' }] : [],
  };
}

function errandsAt({ kind, stops, index }: Round): RoundEffect[] {
  if (kind !== 'turn-off') return [];
  return (stops[index]?.keys ?? []).map((key) => ({ do: 'start-errand', key }));
}

function unreadOf(stops: readonly Stop[]): Round['results'] {
  return Object.fromEntries(
    stops.flatMap(({ keys }) => keys.map((key) => [key, 'unread'] as const)),
  );
}

function withResult(round: Round, key: SettingKey, result: RoundResult): Round {
  return { ...round, results: { ...round.results, [key]: result } };
}

function isVisited({ step, stops, index }: Round, key: SettingKey): boolean {
  return step === 'visiting' && (stops[index]?.keys.includes(key) ?? false);
}

function deadlineOf({ kind }: Round): number {
  return kind === 'check' ? STOP_DEADLINE_MS : TURN_OFF_DEADLINE_MS;
}

function unchanged(round: Round): RoundAdvance {
  return { round, effects: [] };
}

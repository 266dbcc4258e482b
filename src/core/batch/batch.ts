/*
 * A batch is one click of the person that concerns many settings: check everything, or turn off
 * everything that is on. It walks from stop to stop in one tab of its own. Pure, like an errand:
 * batch + event → batch + effects. A background that is killed between any two events loses nothing;
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

import { type AccountScope, sameScope } from '../account/scope.ts';
import type { Outcome } from '../errand/errand.schema.ts';
import { ERRAND_DEADLINE_MS } from '../errand/errand.ts';
import type { Reading, UnknownReason } from '../reading/reading.ts';
import { serviceIdOf } from '../recipe/entry.ts';
import type { SettingKey } from '../recipe/setting-key.ts';
import type { Batch, BatchEnd, BatchResult, Stop } from './batch.schema.ts';

/** Longer than a page takes to load, to settle, and to say that it cannot be read. */
export const STOP_DEADLINE_MS = 30_000;
/** An errand that is overdue ends by itself, and is to be heard before the batch goes on. */
export const TURN_OFF_DEADLINE_MS = ERRAND_DEADLINE_MS + 10_000;

/** `random`: from 0 up to 1, without 1. It places the pause that may follow. */
export type BatchEvent =
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
      readonly scope: AccountScope;
      readonly outcome: Outcome;
      readonly random: number;
    }
  | {
      readonly type: 'stopped';
      readonly reason: UnknownReason;
      /** The stop's page had come, or had been left behind: it does not go by itself. */
      readonly isLeft: boolean;
      /** The id of the service that shows it, where one does. */
      readonly service?: string;
      readonly random: number;
    }
  /** A page has come on which some settings stand. */
  | { readonly type: 'arrived'; readonly keys: readonly SettingKey[] }
  | { readonly type: 'tab-closed' }
  | { readonly type: 'access-lost'; readonly service: string }
  | { readonly type: 'cancelled' }
  | { readonly type: 'due'; readonly random: number };

/**
 * To be done in their order: whatever cuts them off, the batch wakes again, and an errand is there
 * before the page that it waits for.
 */
export type BatchEffect =
  | { readonly do: 'open'; readonly address: string }
  | { readonly do: 'go'; readonly address: string }
  | { readonly do: 'start-errand'; readonly key: SettingKey }
  | { readonly do: 'wake-at'; readonly at: number }
  | { readonly do: 'close-tab' };

export interface BatchAdvance {
  readonly batch: Batch;
  readonly effects: readonly BatchEffect[];
}

export function startBatch(
  orders: Pick<Batch, 'id' | 'kind' | 'scope' | 'session' | 'stops' | 'pauseMs' | 'stopAt'>,
  now: number,
): BatchAdvance {
  const times = { startedAt: now, stopStartedAt: now, nextAt: now };
  return nextStop({ ...orders, ...times, index: 0, step: 'opening', results: {} }, now);
}

export function advanceBatch(batch: Batch, event: BatchEvent, now: number): BatchAdvance {
  if (batch.step === 'ended') return unchanged(batch);

  switch (event.type) {
    case 'opened':
      return opened(batch, event.tabId);
    case 'arrived':
      return arrived(batch, event.keys);
    case 'read':
      return afterReading(batch, event, now);
    case 'errand-ended':
      return afterErrand(batch, event, now);
    case 'stopped':
      return stopped(batch, event, now);
    case 'tab-closed':
      return endBatch(batch, { code: 'tab-closed' }, now);
    case 'access-lost':
      return endBatch(batch, { code: 'no-access', service: event.service }, now);
    case 'cancelled':
      return endBatch(batch, { code: 'cancelled' }, now);
    case 'due':
      return afterRing(batch, event, now);
  }
}

/** The browser was restarted: the tab of a batch that was under way is gone, or no longer its own. */
export function interruptBatch(batch: Batch, now: number): Batch {
  return batch.step === 'ended' ? batch : endBatch(batch, { code: 'interrupted' }, now).batch;
}

function nextStop(batch: Batch, now: number): BatchAdvance {
  const stop = batch.stops[batch.index];
  if (!stop) return endBatch(batch, { code: 'finished' }, now);

  const { arrived: _, ...left } = batch;
  const begun = { ...left, stopStartedAt: now, nextAt: now + deadlineOf(batch) };
  const wake = { do: 'wake-at', at: begun.nextAt } as const;
  const { address } = stop;
  return batch.tabId === undefined
    ? { batch: { ...begun, step: 'opening' }, effects: [wake, { do: 'open', address }] }
    : {
        batch: { ...begun, step: 'visiting' },
        effects: [wake, ...errandsAt(begun), { do: 'go', address }],
      };
}

function opened(batch: Batch, tabId: number): BatchAdvance {
  if (batch.tabId !== undefined) return unchanged(batch);
  // It opened after its stop was given up: the next one need not open another.
  if (batch.step === 'pausing') return unchanged({ ...batch, tabId });
  return { batch: { ...batch, step: 'visiting', tabId }, effects: errandsAt(batch) };
}

function arrived(batch: Batch, keys: readonly SettingKey[]): BatchAdvance {
  const isHere = keys.some((key) => isVisited(batch, key));
  return unchanged(isHere ? { ...batch, arrived: true } : batch);
}

function afterReading(
  batch: Batch,
  { key, reading, random }: Extract<BatchEvent, { type: 'read' }>,
  now: number,
): BatchAdvance {
  if (reading.state !== 'unknown') return goOn(noted(batch, key, 'read'), random, now);
  if (batch.stopAt.includes(reading.reason))
    return handOver(batch, reading.reason, now, serviceIdOf(key));
  return goOn(noted(batch, key, 'unread'), random, now);
}

function noted(batch: Batch, key: SettingKey, result: 'read' | 'unread'): Batch {
  if (batch.kind !== 'check' || batch.results[key] === 'read') return batch;
  // A page that was given up may still be read while the batch pauses on it.
  const wasGivenUp = batch.results[key] === 'unread';
  return wasGivenUp || isVisited(batch, key) ? withResult(batch, key, result) : batch;
}

function afterErrand(
  batch: Batch,
  { key, scope, outcome, random }: Extract<BatchEvent, { type: 'errand-ended' }>,
  now: number,
): BatchAdvance {
  // The same setting may have been switched for another account meanwhile.
  const isOurs = batch.kind === 'turn-off' && sameScope(scope, batch.scope);
  if (!isOurs || !isVisited(batch, key)) return unchanged(batch);

  const told = withResult(batch, key, outcome.code);
  const { code, reason } = outcome;
  if (reason && batch.stopAt.includes(reason)) return handOver(told, reason, now, serviceIdOf(key));
  // The person went elsewhere in it: the tab is theirs.
  if (code === 'left-page') return handOver(told, 'wrong-page', now);
  if (code === 'tab-closed' || code === 'no-access') return endBatch(told, { code }, now);
  return goOn(told, random, now);
}

function stopped(
  batch: Batch,
  { reason, isLeft, service, random }: Extract<BatchEvent, { type: 'stopped' }>,
  now: number,
): BatchAdvance {
  if (batch.stopAt.includes(reason)) return handOver(batch, reason, now, service);
  // The person went elsewhere in it: the tab is theirs.
  if (reason === 'wrong-page' && isLeft) return handOver(batch, reason, now);
  const isHere = batch.step === 'opening' || (batch.step === 'visiting' && batch.kind === 'check');
  return isHere ? leaveStop(batch, random, now) : unchanged(batch);
}

function afterRing(
  batch: Batch,
  { random }: Extract<BatchEvent, { type: 'due' }>,
  now: number,
): BatchAdvance {
  if (now >= batch.nextAt) {
    return batch.step === 'pausing' ? nextStop(batch, now) : leaveStop(batch, random, now);
  }
  const longest = batch.step === 'pausing' ? batch.pauseMs.max : deadlineOf(batch);
  const nextAt = Math.min(batch.nextAt, now + longest);
  return {
    batch: nextAt === batch.nextAt ? batch : { ...batch, nextAt },
    effects: [{ do: 'wake-at', at: nextAt }],
  };
}

/** Leaves a stop of which all is known. */
function goOn(batch: Batch, random: number, now: number): BatchAdvance {
  const { stops, index, results } = batch;
  const isKnown = stops[index]?.keys.every((key) => results[key] !== undefined) ?? false;
  return isKnown ? leaveStop(batch, random, now) : unchanged(batch);
}

function leaveStop(batch: Batch, random: number, now: number): BatchAdvance {
  const { stops, index, pauseMs } = batch;
  const results = { ...unreadOf(stops.slice(index, index + 1)), ...batch.results };
  const left = { ...batch, results, index: index + 1 };
  if (left.index >= stops.length) return endBatch(left, { code: 'finished' }, now);

  const nextAt = now + Math.round(pauseMs.min + random * (pauseMs.max - pauseMs.min));
  return { batch: { ...left, step: 'pausing', nextAt }, effects: [{ do: 'wake-at', at: nextAt }] };
}

function handOver(
  batch: Batch,
  reason: UnknownReason,
  now: number,
  service?: string,
): BatchAdvance {
  return endBatch(batch, { code: 'handed-over', reason, ...(service && { service }) }, now);
}

function endBatch(batch: Batch, end: BatchEnd, now: number): BatchAdvance {
  const results = { ...unreadOf(batch.stops), ...batch.results };
  const isOver = end.code === 'finished' || end.code === 'cancelled';
  // An errand may still be at work in the tab of a batch that turns off, and its page shows the end.
  const closes = isOver && batch.kind === 'check' && batch.tabId !== undefined;
  return {
    batch: { ...batch, step: 'ended', results, end, endedAt: now },
    effects: closes ? [{ do: 'close-tab' }] : [],
  };
}

function errandsAt({ kind, stops, index }: Batch): BatchEffect[] {
  if (kind !== 'turn-off') return [];
  return (stops[index]?.keys ?? []).map((key) => ({ do: 'start-errand', key }));
}

function unreadOf(stops: readonly Stop[]): Batch['results'] {
  return Object.fromEntries(
    stops.flatMap(({ keys }) => keys.map((key) => [key, 'unread'] as const)),
  );
}

function withResult(batch: Batch, key: SettingKey, result: BatchResult): Batch {
  return { ...batch, results: { ...batch.results, [key]: result } };
}

function isVisited({ step, stops, index }: Batch, key: SettingKey): boolean {
  return step === 'visiting' && (stops[index]?.keys.includes(key) ?? false);
}

function deadlineOf({ kind }: Batch): number {
  return kind === 'check' ? STOP_DEADLINE_MS : TURN_OFF_DEADLINE_MS;
}

function unchanged(batch: Batch): BatchAdvance {
  return { batch, effects: [] };
}

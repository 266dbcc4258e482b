import { isReachable } from '../../browser/tabs.ts';
import { services } from '../../catalogue/index.ts';
import { placeOf } from '../../core/address.ts';
import type { UnknownReason } from '../../core/reading.ts';
import { hasErrand, tellAll } from './errands.ts';
import { tellRoundIn } from './rounds.ts';

/** A tab has finished loading somewhere: what is under way in it may not go on there. */
export async function tabLoaded(tabId: number, address: URL): Promise<void> {
  const reason = await whyNotHere(tabId, address);
  if (reason) await tellStopped(tabId, reason);
}

/** The errand first: its outcome is part of what came of the round. */
export async function tellStopped(tabId: number, reason: UnknownReason): Promise<void> {
  await tellAll(tabId, { type: 'stopped', reason });
  await tellRoundIn(tabId, { type: 'stopped', reason, random: Math.random() });
}

export async function tabClosed(tabId: number): Promise<void> {
  await tellAll(tabId, { type: 'tab-closed' });
  await tellRoundIn(tabId, { type: 'tab-closed' });
}

async function whyNotHere(
  tabId: number,
  { origin, pathname }: URL,
): Promise<UnknownReason | undefined> {
  const place = placeOf(services, origin, pathname);
  if (place.kind === 'wall') return place.reason;
  if (place.kind === 'elsewhere') return 'wrong-page';
  // Only where something is under way is a page asked.
  if (!(await hasErrand(tabId))) return undefined;
  return (await isReachable(tabId)) ? undefined : 'unreachable';
}

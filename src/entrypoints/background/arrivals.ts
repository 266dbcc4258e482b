import { onPageDeath } from '../../browser/page-death.ts';
import { hasSiteAccess } from '../../browser/permissions.ts';
import { update } from '../../browser/storage.ts';
import { isReachable, type LoadedTab, openTabsAt } from '../../browser/tabs.ts';
import { services } from '../../catalogue/index.ts';
import type { UnknownReason } from '../../core/reading/reading.ts';
import { isSettingsPage, placeOf } from '../../core/recipe/address.ts';
import { readersPlaced } from '../../core/store/items.ts';
import { followTab, tellAll } from './errands.ts';
import { lookAfter } from './readers.ts';
import { followTabOfRound, tellRoundIn } from './rounds.ts';
import { noteSignOut } from './sign-out.ts';
import { hasArrivedIn, isRoundIn, scopeIn, underWayIn } from './under-way.ts';
import { begin } from './work.ts';

/** A tab has come somewhere: what is under way in it may not go on there, and a settings page is read. */
export async function tabLoaded({ id, address, container }: LoadedTab): Promise<void> {
  const { origin, pathname } = address;
  const place = placeOf(services, origin, pathname);
  if (place.kind === 'wall') return reachedWall({ tabId: id, container }, place.reason);
  if (isSettingsPage(services, address.href)) await lookAfter(id);
  if (place.kind === 'elsewhere') return tellStopped(id, 'wrong-page');
  // Only where something is under way is a page asked.
  if ((await isAwaited(id)) && !(await isReachable(id))) await tellStopped(id, 'unreachable');
}

/** The page of what is under way in a tab has come: if its process dies, that is told at once. */
export async function holdOn(tabId: number): Promise<void> {
  if (!(await isAwaited(tabId))) return;
  onPageDeath(tabId, () => begin(() => tellStopped(tabId, 'unreachable')));
}

async function isAwaited(tabId: number): Promise<boolean> {
  return (await underWayIn(tabId)).length > 0 || (await isRoundIn(tabId));
}

/** The same of the pages that are open: nobody told us that they came. Behind others, a sign-in page may be old. */
export async function lookAtAll(): Promise<void> {
  const tabs = await openTabsAt(services.map(({ origin }) => `${origin}/*`));
  const telling = tabs.filter(
    ({ isActive, address }) => isActive || isSettingsPage(services, address.href),
  );
  await Promise.all(telling.map(tabLoaded));
}

/** Once in the life of an installed extension: what is kept for the session goes with it. */
export async function lookAtAllOnce(): Promise<void> {
  let isFirst = false;
  await update(readersPlaced, (placed) => {
    isFirst = !placed;
    return true;
  });
  // Not waited for: a page that never ends to load would hold up a deletion of everything.
  if (isFirst) void lookAtAll();
}

/**
 * A tab shows what we may not see: the person has gone to another site. A new tab is empty first, so only
 * one whose page had come before was left.
 */
export async function leftService(tabId: number): Promise<void> {
  const left = (await underWayIn(tabId)).filter(({ arrived }) => arrived);
  const isLeft = left.length > 0 || (await hasArrivedIn(tabId));
  // Without access no page is seen, wherever it is: that is told by itself.
  if (isLeft && (await hasSiteAccess())) await tellStopped(tabId, 'wrong-page');
}

export async function tabReplaced(tabId: number, by: number): Promise<void> {
  await followTab(tabId, by);
  await followTabOfRound(tabId, by);
}

export async function reachedWall(
  tab: { readonly tabId: number; readonly container: string },
  reason: 'signed-out' | 'challenge',
): Promise<void> {
  await tellStopped(tab.tabId, reason);
  if (reason === 'signed-out') await noteSignOut(await scopeIn(tab.container));
}

/** The errand first: its outcome is part of what came of the round. */
export async function tellStopped(tabId: number, reason: UnknownReason): Promise<void> {
  // As it was before the errand ended over it, and the round went on.
  const isLeft = await hasArrivedIn(tabId);
  await tellAll(tabId, { type: 'stopped', reason });
  await tellRoundIn(tabId, { type: 'stopped', reason, isLeft, random: Math.random() });
}

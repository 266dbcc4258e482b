import type { UnknownReason } from '../core/reading/reading.ts';
import {
  hostsOf,
  type Interstitial,
  isSettingsPage,
  servicePageAt,
} from '../core/recipe/address.ts';
import type { Service } from '../core/recipe/recipe.ts';
import type { Batches } from './batches.ts';
import type { Errands } from './errands.ts';
import type { LoadedTab, Ports } from './ports.ts';
import type { Readers } from './readers.ts';
import type { SignOut } from './sign-out.ts';
import type { SiteAccess } from './site-access.ts';
import type { Catalogue, Statuses } from './statuses.ts';
import type { UnderWay } from './under-way.ts';
import type { Work } from './work.ts';

export type Arrivals = ReturnType<typeof createArrivals>;

interface Needs extends Pick<Ports, 'chance' | 'pages' | 'tabs'> {
  readonly catalogue: Catalogue;
  readonly errands: Errands;
  readonly batches: Batches;
  readonly readers: Readers;
  readonly signOut: SignOut;
  readonly siteAccess: SiteAccess;
  readonly statuses: Statuses;
  readonly underWay: UnderWay;
  readonly work: Work;
}

export function createArrivals({
  catalogue,
  errands,
  batches,
  readers,
  signOut,
  siteAccess,
  statuses,
  underWay,
  work,
  chance,
  pages,
  tabs,
}: Needs) {
  return {
    tabLoaded,
    holdOn,
    lookAtAll,
    leftService,
    tabReplaced,
    reachedInterstitial,
    tellStopped,
  };

  /** A tab has come somewhere: what is under way in it may not go on there, and a settings page is read. */
  async function tabLoaded({ id, address, container }: LoadedTab): Promise<void> {
    const { origin, pathname } = address;
    const page = servicePageAt(catalogue.services, origin, pathname);
    if (page.kind === 'interstitial') return reachedInterstitial({ tabId: id, container }, page);
    await haveRead(id, address);
    if (page.kind === 'elsewhere') return tellStopped(id, 'wrong-page');
    // Only where something is under way is a page asked.
    if ((await isAwaited(id)) && !(await tabs.isReachable(id)))
      await tellStopped(id, 'unreachable');
  }

  /** The page of what is under way in a tab has come: if its process dies, that is told at once. */
  async function holdOn(tabId: number): Promise<void> {
    if (!(await isAwaited(tabId))) return;
    pages.onPageDeath(tabId, () => work.begin(() => tellStopped(tabId, 'unreachable')));
  }

  async function isAwaited(tabId: number): Promise<boolean> {
    return (await underWay.errandsIn(tabId)).length > 0 || (await underWay.isBatchIn(tabId));
  }

  /** The same of the pages that are open. They may have come while no background was there, or under one that died. */
  async function lookAtAll(): Promise<void> {
    const open = await tabs.openTabsAt(catalogue.services.flatMap(hostsOf));
    await Promise.all(open.map(lookAt));
  }

  async function lookAt({ id, address, container }: LoadedTab): Promise<void> {
    const page = servicePageAt(catalogue.services, address.origin, address.pathname);
    if (page.kind === 'interstitial') {
      // Whoever has signed in since is not signed out by it.
      const loadedAt = await pages.loadedAt(id);
      if (loadedAt !== undefined)
        await reachedInterstitial({ tabId: id, container }, page, loadedAt);
    }
    await haveRead(id, address);
  }

  async function haveRead(tabId: number, { href }: URL): Promise<void> {
    if (isSettingsPage(catalogue.services, href)) await readers.lookAfter(tabId);
  }

  /**
   * A tab shows what we may not see: the person has gone to another site. A new tab is empty first, so only
   * one whose page had come before was left.
   */
  async function leftService(tabId: number): Promise<void> {
    const left = (await underWay.errandsIn(tabId)).filter(({ arrived }) => arrived);
    const isLeft = left.length > 0 || (await underWay.hasArrivedIn(tabId));
    if (!isLeft) return;
    const keys = await underWay.keysIn(tabId);
    // Without access no page is seen, wherever it is: that is told by itself.
    if (await siteAccess.mayEnter(statuses.servicesOf(keys)))
      await tellStopped(tabId, 'wrong-page');
  }

  async function tabReplaced(tabId: number, by: number): Promise<void> {
    await errands.followTab(tabId, by);
    await batches.followTab(tabId, by);
  }

  async function reachedInterstitial(
    tab: { readonly tabId: number; readonly container: string },
    { service, reason }: Interstitial,
    seenAt?: number,
  ): Promise<void> {
    await tellStopped(tab.tabId, reason, service);
    if (reason !== 'signed-out') return;
    await signOut.note(service, await underWay.scopeIn(tab.container), seenAt);
  }

  /** The errand first: its outcome is part of what came of the batch. */
  async function tellStopped(
    tabId: number,
    reason: UnknownReason,
    service?: Service,
  ): Promise<void> {
    // As it was before the errand ended over it, and the batch went on.
    const isLeft = await underWay.hasArrivedIn(tabId);
    await errands.tellAll(tabId, { type: 'stopped', reason });
    const by = service && { service: service.id };
    const random = chance.fraction();
    await batches.tellIn(tabId, { type: 'stopped', reason, isLeft, random, ...by });
  }
}

/*
 * What the background does: `createBackground` puts it together on its ports, and is told what happens.
 * Nothing here asks a browser or a clock by itself.
 */
import { type Access, createAccess } from './access.ts';
import { type Arrivals, createArrivals } from './arrivals.ts';
import { BATCH_ALARM, type Batches, createBatches } from './batches.ts';
import { DAILY, setDaily } from './daily.ts';
import { createEarlierErrands } from './earlier-errands.ts';
import { createErrands, type Errands } from './errands.ts';
import { createHandlers } from './handlers/index.ts';
import { createNotifications } from './notifications.ts';
import { createPeople, type People } from './people.ts';
import type { LoadedTab, Ports } from './ports.ts';
import { createReaders, type Readers } from './readers.ts';
import { createReadings, type Readings } from './readings.ts';
import { createSession, type Session } from './session.ts';
import { createSetAside, type SetAside } from './set-aside.ts';
import { createShow, type Show } from './show.ts';
import { createSignOut, type SignOut } from './sign-out.ts';
import { createSilence } from './silence.ts';
import { createSiteAccess, type SiteAccess } from './site-access.ts';
import { createStates } from './state.ts';
import { type Catalogue, createStatuses, type Statuses } from './statuses.ts';
import { createStore, type Store } from './store.ts';
import { createUnderWay, type UnderWay } from './under-way.ts';
import { createUnkept } from './unkept.ts';
import { createWork, type Work } from './work.ts';

/** The parts of a background, each on its ports. */
export interface App extends Ports {
  readonly catalogue: Catalogue;
  readonly store: Store;
  readonly work: Work;
  readonly session: Session;
  readonly siteAccess: SiteAccess;
  readonly statuses: Statuses;
  readonly underWay: UnderWay;
  readonly readings: Readings;
  readonly show: Show;
  readonly errands: Errands;
  readonly batches: Batches;
  readonly signOut: SignOut;
  readonly readers: Readers;
  readonly arrivals: Arrivals;
  readonly access: Access;
  readonly people: People;
  readonly setAside: SetAside;
}

export type Background = ReturnType<typeof createBackground>;

/** A background that has just been woken. Nothing is done before it is told of something. */
export function createBackground(ports: Ports, catalogue: Catalogue) {
  const app = assemble(ports, catalogue);
  const { work, session, errands, batches, arrivals, access, setAside, show } = app;
  const earlierErrands = createEarlierErrands(app);
  const { begin } = work;
  return {
    handlers: work.atWorkAll(createHandlers(app)),
    wake,
    started: () => begin(show.refresh),
    policyChanged: () => begin(() => Promise.all([show.tellBanners(), show.refresh()])),
    permissionsChanged: () => begin(access.changed),
    rang: (alarm: string) => begin(() => ring(alarm)),
    tabs: {
      loaded: (tab: LoadedTab) => begin(() => arrivals.tabLoaded(tab)),
      unseen: (tabId: number) => begin(() => arrivals.leftService(tabId)),
      closed: (tabId: number) => begin(() => batches.tabClosed(tabId)),
      replaced: (tabId: number, by: number) => begin(() => arrivals.tabReplaced(tabId, by)),
    },
  };

  /** Before any message is heard: what is under way then was begun by a background that is gone. */
  function wake(): void {
    // At every wake, as an alarm may go with the browser, or wait for a day that a wrong clock told.
    begin(() => setDaily(ports));
    begin(access.registerReaders);
    begin(pickUp);
  }

  async function pickUp(): Promise<void> {
    const { id, isNew } = await session.begin();
    await earlierErrands.end();
    if (isNew) await errands.forgetEnded();
    await errands.pickUp(id);
    await batches.pickUp();
    // Not waited for: a page that never ends to load would hold up a deletion of everything.
    void arrivals.lookAtAll();
    await show.catchUp();
  }

  async function ring(alarm: string): Promise<void> {
    if (alarm === DAILY) await newDay();
    else if (alarm === BATCH_ALARM) await batches.ring();
    else await errands.ring(alarm);
  }

  async function newDay(): Promise<void> {
    await show.refresh();
    await setAside.removeOld();
  }
}

function assemble(ports: Ports, catalogue: Catalogue): App {
  const store = createStore(ports);
  const work = createWork(ports);
  const statuses = createStatuses({ store, catalogue });
  const session = createSession({ ...ports, store });
  const siteAccess = createSiteAccess({ ...ports, catalogue });
  const underWay = createUnderWay({ ...ports, store, statuses });
  const unkept = createUnkept({ ...ports, store, statuses });
  const readings = createReadings({ ...ports, store, statuses, unkept });
  const silence = createSilence({ ...ports, store });
  const notifications = createNotifications({ ...ports, store });
  const state = createStates({ ...ports, store, siteAccess, statuses, catalogue });
  const show = createShow({
    ...ports,
    store,
    work,
    state,
    statuses,
    notifications,
    unkept,
    catalogue,
  });
  const base = {
    ...ports,
    catalogue,
    store,
    work,
    session,
    siteAccess,
    statuses,
    underWay,
    readings,
    silence,
    show,
  };
  const errands = createErrands({
    ...base,
    onEnded: (errand) => batches.tellOfErrand(errand),
  });
  const batches = createBatches({ ...base, errands });
  const signOut = createSignOut(base);
  const readers = createReaders(base);
  const arrivals = createArrivals({ ...base, errands, batches, readers, signOut });
  const access = createAccess({ ...base, arrivals, errands, batches });
  const people = createPeople(base);
  const setAside = createSetAside(base);
  return { ...base, errands, batches, signOut, readers, arrivals, access, people, setAside };
}

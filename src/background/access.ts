import type { Arrivals } from './arrivals.ts';
import type { Batches } from './batches.ts';
import type { Errands } from './errands.ts';
import type { Ports } from './ports.ts';
import type { Show } from './show.ts';
import type { SiteAccess } from './site-access.ts';

export type Access = ReturnType<typeof createAccess>;

interface Needs extends Pick<Ports, 'locks' | 'pages'> {
  readonly siteAccess: SiteAccess;
  readonly arrivals: Arrivals;
  readonly errands: Errands;
  readonly batches: Batches;
  readonly show: Show;
}

export function createAccess({
  siteAccess,
  arrivals,
  errands,
  batches,
  show,
  locks,
  pages,
}: Needs) {
  return { changed, registerReaders };

  /** The person has given us access to a service's pages, or taken it away, or granted something else. */
  async function changed(): Promise<void> {
    const lacking = await siteAccess.lacking();
    await errands.tellOfServices(lacking, { type: 'access-lost' });
    await batches.tellClosed(lacking);
    show.soon();
    await registerReaders();
    void arrivals.lookAtAll();
  }

  /**
   * Pages of a service that was granted later are read like those that the manifest names. An update takes that
   * back in Chromium, and a background may have died over a change: it is looked after at every wake.
   */
  function registerReaders(): Promise<void> {
    return locks.exclusively('readers', async () => {
      const granted = await siteAccess.granted();
      if (granted) await pages.readOn(granted.flatMap(({ settingsPages }) => settingsPages));
    });
  }
}

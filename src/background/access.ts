import { Refused } from '../core/messages/router.ts';
import type { Arrivals } from './arrivals.ts';
import type { Batches } from './batches.ts';
import type { Errands } from './errands.ts';
import type { Ports } from './ports.ts';
import type { Show } from './show.ts';

export type Access = ReturnType<typeof createAccess>;

interface Needs extends Pick<Ports, 'permissions'> {
  readonly arrivals: Arrivals;
  readonly errands: Errands;
  readonly batches: Batches;
  readonly show: Show;
}

export function createAccess({ arrivals, errands, batches, show, permissions }: Needs) {
  return { needAccess, changed };

  /** @throws Refused where we may not enter the service's pages: nothing is begun that could not end well */
  async function needAccess(): Promise<void> {
    if (!(await permissions.hasSiteAccess())) throw new Refused('no-access');
  }

  /** The person has given us access to the services' pages, or taken it away, or granted something else. */
  async function changed(): Promise<void> {
    if (await permissions.hasSiteAccess()) void arrivals.lookAtAll();
    else {
      await errands.tellEvery({ type: 'access-lost' });
      await batches.tell({ type: 'access-lost' });
    }
    show.soon();
  }
}

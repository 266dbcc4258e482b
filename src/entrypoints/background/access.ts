import { hasSiteAccess } from '../../browser/permissions.ts';
import { Refused } from '../../core/messages/router.ts';
import { lookAtAll } from './arrivals.ts';
import { tellEvery } from './errands.ts';
import { refresh } from './refresh.ts';
import { tellRound } from './rounds.ts';

/** @throws Refused where we may not enter the service's pages: nothing is begun that could not end well */
export async function needAccess(): Promise<void> {
  if (!(await hasSiteAccess())) throw new Refused('no-access');
}

/** The person has given us access to the services' pages, or taken it away, or granted something else. */
export async function accessChanged(): Promise<void> {
  if (await hasSiteAccess()) void lookAtAll();
  else {
    await tellEvery({ type: 'access-lost' });
    await tellRound({ type: 'access-lost' });
  }
  await refresh();
}

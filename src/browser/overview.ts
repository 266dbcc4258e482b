import { REVISION, revisionIn } from '../core/store/revision.ts';
import { dayOf } from '../core/time/day.ts';
import { OVERVIEW, type Overview, opened } from '../core/verdict/overview.ts';
import { browser } from './api.ts';

/** The overview that is kept, if it is of today and of the store as it is. */
export async function keptOverview(now: number): Promise<Overview | undefined> {
  const found = await browser.storage.local.get([OVERVIEW.key, REVISION.key]);
  return opened(found[OVERVIEW.key], { day: dayOf(now), revision: revisionIn(found) });
}

/** Calls back whenever anything stored has changed. */
export function onStoreChanged(changed: () => void): void {
  browser.storage.onChanged.addListener(() => changed());
}

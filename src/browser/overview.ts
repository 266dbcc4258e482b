import { dayOf } from '../core/day.ts';
import {
  isKeptOverview,
  type KeptOverview,
  OVERVIEW,
  type Overview,
  stillHolds,
} from '../core/overview.ts';
import { browser } from './api.ts';

export async function keepOverview(kept: KeptOverview): Promise<void> {
  await browser.storage[OVERVIEW.area].set({ [OVERVIEW.key]: kept });
}

/** The overview that is kept, if it is of today and everything it was made from is still as it was. */
export async function keptOverview(now: number): Promise<Overview | undefined> {
  const found = await browser.storage[OVERVIEW.area].get(OVERVIEW.key);
  const kept: unknown = found[OVERVIEW.key];
  if (!isKeptOverview(kept, dayOf(now))) return undefined;

  const current = await Promise.all(
    kept.basis.map(async ({ area, key }) => (await browser.storage[area].get(key))[key]),
  );
  return stillHolds(kept, current) ? kept.overview : undefined;
}

/** Calls back whenever anything stored has changed. */
export function onStoreChanged(changed: () => void): void {
  browser.storage.onChanged.addListener(() => changed());
}

import { dayOf } from '../core/time/day.ts';
import { OVERVIEW, type Overview, opened, stillHolds } from '../core/verdict/overview.ts';
import { browser } from './api.ts';
import { rawOf } from './raw-store.ts';

/** The overview that is kept, if it is of today and everything it was made from is still as it was. */
export async function keptOverview(now: number): Promise<Overview | undefined> {
  const found = await browser.storage[OVERVIEW.area].get(OVERVIEW.key);
  const dated = await opened(found[OVERVIEW.key], dayOf(now), digestOf);
  if (!dated) return undefined;

  const raw = await rawOf(dated.basis);
  const current = dated.basis.map(raw);
  return stillHolds(dated, current) ? dated.overview : undefined;
}

/** Calls back whenever anything stored has changed. */
export function onStoreChanged(changed: () => void): void {
  browser.storage.onChanged.addListener(() => changed());
}

export async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

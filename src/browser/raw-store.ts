// Apart from `storage.ts`, as the popup carries no schemas.
import type { Area } from '../core/store/item.ts';
import { browser } from './api.ts';

interface Place {
  readonly area: Area;
  readonly key: string;
}

/** Reads many places in one go, and answers for each what it holds; `undefined` for nothing. */
export async function rawOf(places: readonly Place[]): Promise<(place: Place) => unknown> {
  const keysIn = (area: Area) => places.filter((one) => one.area === area).map(({ key }) => key);
  const found = {
    local: await browser.storage.local.get(keysIn('local')),
    session: await browser.storage.session.get(keysIn('session')),
  };
  return ({ area, key }) => found[area][key];
}

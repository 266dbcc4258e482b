import { keepable } from '../core/verdict/keepable-overview.ts';
import { type Dated, OVERVIEW } from '../core/verdict/overview.ts';
import { browser } from './api.ts';
import { digestOf } from './overview.ts';

/** @returns whether there was room for it */
export async function keepOverview(dated: Dated): Promise<boolean> {
  const area = browser.storage[OVERVIEW.area];
  try {
    await area.set({ [OVERVIEW.key]: await keepable(dated, digestOf) });
    return true;
  } catch {
    // Nor is the one from before to be believed, or to take the room of what is read.
    await area.remove(OVERVIEW.key).catch(() => {});
    return false;
  }
}

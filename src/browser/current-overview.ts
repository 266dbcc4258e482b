import type { ListedService } from '../core/verdict/listed-service.ts';
import type { Overview } from '../core/verdict/overview.ts';
import { inTime } from './in-time.ts';
import { keptOverview } from './overview.ts';
import { hasSiteAccess } from './permissions.ts';
import { send } from './send.ts';

/**
 * For views: what is kept where it still holds, and otherwise what the background makes anew.
 * @returns `undefined` where the background cannot say, or does not in time
 */
export async function currentOverview(): Promise<Overview | undefined> {
  try {
    const kept = await keptOverview(Date.now());
    // Of all that it is made from, this alone is not in the store.
    if (kept && (await isStillSo(kept.services))) return kept;
    const reply = await inTime(send('overview.get', {}));
    return reply.ok ? reply.value : undefined;
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

async function isStillSo(services: readonly ListedService[]): Promise<boolean> {
  const same = await Promise.all(
    services.map(
      async ({ hosts, access }) => (await hasSiteAccess(hosts)) === (access === 'granted'),
    ),
  );
  return same.every(Boolean);
}

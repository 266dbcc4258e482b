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
    if (kept && kept.lacksAccess === !(await hasSiteAccess())) return kept;
    const reply = await inTime(send('overview.get', {}));
    return reply.ok ? reply.value : undefined;
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

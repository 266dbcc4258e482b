import type { Sender } from '../core/messages/protocol.ts';
import { Refused } from '../core/messages/router.ts';
import type { Entry } from '../core/recipe/setting-key.ts';

/**
 * A page of one service has no say in another's settings.
 *
 * @throws Refused
 */
export function mustBeOwn({ service }: Entry, { kinds, origin }: Sender): void {
  if (kinds.includes('extension-page')) return;
  if (origin === undefined || !service.origins.includes(origin)) throw new Refused('forbidden');
}

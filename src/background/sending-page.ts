import { NO_CONTAINER } from '../core/account/container.ts';
import type { Sender } from '../core/messages/protocol.ts';
import { Refused } from '../core/messages/router.ts';

/** The page of a service that sent a message. */
export interface SendingPage {
  readonly tabId: number;
  readonly origin: string;
  readonly container: string;
}

/** @throws Refused for a private window: nothing of it is read or kept */
export function pageOf({
  tabId,
  origin,
  container = NO_CONTAINER,
  incognito,
}: Sender): SendingPage {
  if (incognito || tabId === undefined || origin === undefined) throw new Refused('refused');
  return { tabId, origin, container };
}

import { type Handlers, type OnFault, route } from '../core/messages/router.ts';
import { type RawSender, toSender } from '../core/messages/sender.ts';
import type { Service } from '../core/recipe/recipe.ts';
import { browser } from './api.ts';

/** Call once, in the first tick of the background. */
export function serve(handlers: Handlers, services: readonly Service[], onFault: OnFault): void {
  const home = {
    id: browser.runtime.id,
    origin: browser.runtime.getURL('').replace(/\/$/, ''),
  };
  // Not async: an async listener would claim messages that are not ours.
  browser.runtime.onMessage.addListener((message: unknown, sender: RawSender) =>
    route(handlers, message, toSender(sender, home, services), onFault),
  );
}

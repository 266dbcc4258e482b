import { browser } from './api.ts';

/** What the browser keeps for the extension: `session` until it is closed, `local` for good. */
export const areas = { local: browser.storage.local, session: browser.storage.session };

/** What Chromium has beyond the common interface. */
interface Closable {
  setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/** Keeps what is stored for good from the pages' processes as well. Firefox cannot. */
export function closeToPages(): void {
  const local = browser.storage.local as Closable;
  local
    .setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
    .catch((error: unknown) => console.error('the store stays open to pages', error));
}

import { browser } from './api.ts';

/** What the browser keeps for the extension: `session` until it is closed, `local` for good. */
export const areas = { local: browser.storage.local, session: browser.storage.session };

import type { Handlers } from '../../core/messages/router.ts';
import type { App } from '../app.ts';
import { accountHandlers } from './account.ts';
import { errandHandlers } from './errand.ts';
import { pageHandlers } from './page.ts';
import { preferenceHandlers } from './preference.ts';
import { recordHandlers } from './record.ts';

/** What the background does for each message. */
export function createHandlers(app: App): Handlers {
  return {
    ...pageHandlers(app),
    ...errandHandlers(app),
    ...accountHandlers(app),
    ...preferenceHandlers(app),
    ...recordHandlers(app),
  };
}

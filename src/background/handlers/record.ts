import type { Handlers } from '../../core/messages/router.ts';
import { isOfSetAside, setAside } from '../../core/store/items.ts';
import type { App } from '../app.ts';
import { createDeletion } from '../deletion.ts';
import { createEvidenceReports } from '../evidence-reports.ts';
import { createHistories } from '../histories.ts';
import { createReports } from '../reports.ts';

/** What is kept: shown, handed on, or deleted. */
export function recordHandlers(app: App) {
  const { people, readers, show, statuses, store } = app;
  const histories = createHistories(app);
  const reports = createReports(app);
  const evidenceReports = createEvidenceReports(app);
  const deletion = createDeletion(app);
  return {
    async 'overview.get'() {
      return show.refresh();
    },

    async 'tab.unread'({ tabId }) {
      return readers.unreadIn(tabId);
    },

    async 'report.make'({ key }) {
      return reports.make(statuses.entryOf(key), await people.scopeShown());
    },

    async 'evidence.make'({ key }) {
      return evidenceReports.make(statuses.entryOf(key), await people.scopeShown());
    },

    async 'history.get'() {
      return histories.allObservations();
    },

    async 'history.export'({ format }) {
      return histories.exportAs(format);
    },

    async 'history.import'({ text }) {
      return histories.importFrom(text);
    },

    async 'everything.delete'() {
      await deletion.deleteAll();
      return null;
    },

    async 'set-aside.delete'() {
      await store.change(async ({ read, removeWhere }) => {
        const list = await read(setAside);
        await removeWhere((key) => isOfSetAside(key, list));
      });
      show.soon();
      return null;
    },
  } satisfies Partial<Handlers>;
}

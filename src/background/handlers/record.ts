import type { Handlers } from '../../core/messages/router.ts';
import type { App } from '../app.ts';
import { createDeletion } from '../deletion.ts';
import { createEvidenceReports } from '../evidence-reports.ts';
import { createHistories } from '../histories.ts';
import { createReports } from '../reports.ts';

/** What is kept: shown, handed on, or deleted. */
export function recordHandlers(app: App) {
  const { people, readers, setAside, show, statuses } = app;
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

    async 'set-aside.seen'() {
      await setAside.saw();
      show.soon();
      return null;
    },

    async 'set-aside.export'() {
      return setAside.copies();
    },

    async 'set-aside.delete'() {
      await setAside.removeAll();
      show.soon();
      return null;
    },
  } satisfies Partial<Handlers>;
}

import { phrasebookIn } from '../../browser/phrasebooks.ts';
import { readPolicy } from '../../browser/policy.ts';
import { change, read, update } from '../../browser/storage.ts';
import { codes } from '../../catalogue/jurisdictions.ts';
import type { AccountScope } from '../../core/account/scope.ts';
import { stopsToCheck, stopsToTurnOff } from '../../core/batch/batch.schema.ts';
import { mayBeUndone } from '../../core/errand/may-be-undone.ts';
import { forBanner } from '../../core/language/banner-phrasebook.ts';
import type { Sender } from '../../core/messages/protocol.ts';
import { type Handlers, Refused } from '../../core/messages/router.ts';
import { withoutFlipBack } from '../../core/reading/finding.ts';
import { lookedAt } from '../../core/reading/unlisted.ts';
import {
  dismissalOf,
  findingOf,
  isOfSetAside,
  placeOf,
  preferences,
  reminding,
  setAside,
  unlistedOf,
} from '../../core/store/items.ts';
import { preferencesUnder } from '../../core/store/policy.ts';
import { dismissalFor, warningOf } from '../../core/verdict/warning.ts';
import { needAccess } from './access.ts';
import {
  addProfile,
  forgetContainer,
  forgetDismissals,
  removeProfile,
  rename,
  scopeShown,
  showContainer,
  useProfile,
} from './accounts.ts';
import { deleteEverything } from './deletion.ts';
import { startErrand } from './errands.ts';
import { makeEvidenceReport } from './evidence-reports.ts';
import { allObservations, exportAs, importFrom } from './histories.ts';
import { pageHandlers } from './page-handlers.ts';
import { unreadIn } from './readers.ts';
import { noteRules, refresh } from './refresh.ts';
import { makeReport } from './reports.ts';
import { beginRound, forgetRound, tellRound } from './rounds.ts';
import { pageOf } from './sending-page.ts';
import { entries, entryOf, statusAt, statusesAt } from './statuses.ts';
import { scopeIn } from './under-way.ts';

export const handlers: Handlers = {
  ...pageHandlers,

  async 'tab.unread'({ tabId }) {
    return unreadIn(tabId);
  },

  async 'unlisted.seen'({ address }) {
    await update(unlistedOf(await scopeShown()), (before) => lookedAt(before, address));
    await refresh();
    return null;
  },

  async 'report.make'({ key }) {
    return makeReport(entryOf(key), await scopeShown());
  },

  async 'evidence.make'({ key }) {
    return makeEvidenceReport(entryOf(key), await scopeShown());
  },

  async 'errand.start'({ key, kind }, sender) {
    const entry = entryOf(key);
    const scope = await scopeOf(sender);
    const isOwnPage = sender.kinds.includes('extension-page');
    const status = await statusAt(entry, scope, Date.now());
    if (!isOwnPage && !warningOf(status, scope)) throw new Refused('refused');
    if (kind === 'undo' && !mayBeUndone(status.finding)) throw new Refused('refused');
    await needAccess();
    await startErrand(entry, scope, kind);
    return null;
  },

  async 'round.check'() {
    await needAccess();
    await beginRound('check', await scopeShown(), stopsToCheck(entries));
    return null;
  },

  async 'round.turn-off'({ keys }) {
    const chosen = keys.map((key) => entryOf(key).key);
    await needAccess();
    await beginRound('turn-off', await scopeShown(), stopsToTurnOff(entries, chosen));
    return null;
  },

  async 'round.cancel'() {
    await tellRound({ type: 'cancelled' });
    return null;
  },

  async 'round.seen'() {
    await forgetRound();
    await refresh();
    return null;
  },

  async 'flip-back.mine'({ key }) {
    const item = findingOf(key, await scopeShown());
    await update(item, (finding) => finding && withoutFlipBack(finding));
    await refresh();
    return null;
  },

  async 'warning.dismiss'({ key, until }, sender) {
    const scope = await scopeOf(sender);
    const status = await statusAt(entryOf(key), scope, Date.now());
    if (until === 'never') await update(preferences, (value) => ({ ...value, banner: false }));
    else await update(dismissalOf(key, scope), () => dismissalFor(status, Date.now()));
    await refresh();
    return null;
  },

  async 'banner.container'({ isMute }, sender) {
    const { container } = pageOf(sender);
    const { language } = preferencesUnder(await readPolicy(), await read(preferences));
    const phrasebook = await phrasebookIn(language, isMute);
    return { container, ...(phrasebook && { phrasebook: forBanner(phrasebook) }) };
  },

  async 'profile.add'({ name }) {
    await addProfile(name);
    await refresh();
    return null;
  },

  async 'profile.use'({ id }) {
    await useProfile(id);
    await refresh();
    return null;
  },

  async 'profile.rename'(to) {
    await rename('profiles', to);
    await refresh();
    return null;
  },

  async 'profile.remove'({ id }) {
    await removeProfile(id);
    await refresh();
    return null;
  },

  async 'container.show'({ id }) {
    await showContainer(id);
    await refresh();
    return null;
  },

  async 'container.rename'(to) {
    await rename('containers', to);
    await refresh();
    return null;
  },

  async 'container.forget'({ id }) {
    await forgetContainer(id);
    await refresh();
    return null;
  },

  async 'place.choose'({ code }) {
    if (!(codes as readonly string[]).includes(code)) throw new Refused('malformed');
    await update(placeOf(await scopeShown()), () => ({ code, chosenAt: Date.now() }));
    await refresh();
    return null;
  },

  async 'banner.choose'({ banner }) {
    await update(preferences, (value) => ({ ...value, banner }));
    if (banner) await forgetDismissals();
    await refresh();
    return null;
  },

  async 'language.choose'({ language }) {
    await update(preferences, (value) => ({ ...value, language }));
    await refresh();
    return null;
  },

  async 'reminder.choose'({ after }) {
    await update(reminding, (before) => ({ ...before, remindAfter: after }));
    await refresh();
    return null;
  },

  async 'notify.choose'({ notify }) {
    await update(preferences, (value) => ({ ...value, notify }));
    await refresh();
    return null;
  },

  async 'rules.seen'() {
    const scope = await scopeShown();
    await noteRules(scope, await statusesAt(scope, Date.now()));
    await refresh();
    return null;
  },

  async 'history.get'() {
    return allObservations();
  },

  async 'history.export'({ format }) {
    return exportAs(format);
  },

  async 'history.import'({ text }) {
    return importFrom(text);
  },

  async 'everything.delete'() {
    await deleteEverything();
    return null;
  },

  async 'set-aside.seen'() {
    await update(setAside, () => []);
    await refresh();
    return null;
  },

  async 'set-aside.delete'() {
    await change(async ({ read, removeWhere }) => {
      const list = await read(setAside);
      await removeWhere((key) => isOfSetAside(key, list));
    });
    await refresh();
    return null;
  },

  async 'overview.get'() {
    return refresh();
  },
};

/** Whose settings a sender speaks of: a view of what it shows, a page of those in its own container. */
async function scopeOf(sender: Sender): Promise<AccountScope> {
  if (sender.kinds.includes('extension-page')) return scopeShown();
  return scopeIn(pageOf(sender).container);
}

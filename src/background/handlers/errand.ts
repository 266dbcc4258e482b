import type { AccountScope } from '../../core/account/scope.ts';
import { stopsToCheck, stopsToTurnOff } from '../../core/batch/batch.schema.ts';
import { mayBeUndone } from '../../core/errand/may-be-undone.ts';
import { type Handlers, Refused } from '../../core/messages/router.ts';
import { withoutFlipBack } from '../../core/reading/finding.ts';
import type { SettingKey } from '../../core/recipe/setting-key.ts';
import { findingOf, warnings } from '../../core/store/items.ts';
import type { App } from '../app.ts';
import { mustBeOwn } from '../own-service.ts';

/** What is done on a page of a service, by the person’s word. */
export function errandHandlers({
  batches,
  clock,
  errands,
  people,
  show,
  siteAccess,
  statuses,
  store,
}: App) {
  return {
    async 'errand.start'({ key, kind }, sender) {
      const entry = statuses.entryOf(key);
      const scope = await people.scopeOf(sender);
      const isOwnPage = sender.kinds.includes('extension-page');
      mustBeOwn(entry, sender);
      const status = await statuses.statusAt(entry, scope, clock.now());
      if (!isOwnPage && !(await isWarnedOf(key, scope))) throw new Refused('refused');
      if (kind === 'undo' && !mayBeUndone(status.finding)) throw new Refused('refused');
      await siteAccess.need([entry]);
      await errands.start(entry, scope, kind);
      return null;
    },

    async 'batch.check'() {
      const services = await siteAccess.entered();
      const entries = statuses.entries.filter(({ service }) => services.includes(service));
      await siteAccess.need(entries);
      await batches.begin('check', await people.scopeShown(), stopsToCheck(entries));
      return null;
    },

    async 'batch.turn-off'({ keys }) {
      const chosen = keys.map((key) => statuses.entryOf(key));
      await siteAccess.need(chosen);
      await batches.begin(
        'turn-off',
        await people.scopeShown(),
        stopsToTurnOff(
          statuses.entries,
          chosen.map(({ key }) => key),
        ),
      );
      return null;
    },

    async 'batch.cancel'() {
      await batches.tell({ type: 'cancelled' });
      return null;
    },

    async 'batch.seen'() {
      await batches.forget();
      show.soon();
      return null;
    },

    async 'flip-back.mine'({ key }) {
      const item = findingOf(key, await people.scopeShown());
      await store.update(item, (finding) => finding && withoutFlipBack(finding));
      show.soon();
      return null;
    },
  } satisfies Partial<Handlers>;

  /** A banner may act only for a warning that stands: not for one that was sent away, nor in quiet mode. */
  async function isWarnedOf(key: SettingKey, { container }: AccountScope): Promise<boolean> {
    const standing = await store.read(warnings);
    return standing.some((warning) => warning.key === key && warning.container === container);
  }
}

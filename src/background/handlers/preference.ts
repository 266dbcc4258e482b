import { forBanner } from '../../core/language/banner-phrasebook.ts';
import type { Handlers } from '../../core/messages/router.ts';
import { lookedAt } from '../../core/reading/unlisted.ts';
import { servicesAt } from '../../core/recipe/address.ts';
import { serviceIdOf } from '../../core/recipe/entry.ts';
import {
  dismissalOf,
  preferences,
  reminding,
  unlistedOf,
  warnings,
} from '../../core/store/items.ts';
import { preferencesUnder } from '../../core/store/policy.ts';
import { dismissalFor } from '../../core/verdict/dismissal.ts';
import type { App } from '../app.ts';
import { mustBeOwn } from '../own-service.ts';
import { pageOf } from '../sending-page.ts';

/** How the person wants to be told. */
export function preferenceHandlers({
  catalogue,
  clock,
  people,
  readPolicy,
  show,
  statuses,
  store,
  words,
}: App) {
  return {
    async 'warning.dismiss'({ key, until }, sender) {
      const scope = await people.scopeOf(sender);
      const entry = statuses.entryOf(key);
      mustBeOwn(entry, sender);
      const status = await statuses.statusAt(entry, scope, clock.now());
      if (until === 'never')
        await store.update(preferences, (value) => ({ ...value, banner: false }));
      else await store.update(dismissalOf(key, scope), () => dismissalFor(status, clock.now()));
      show.soon();
      return null;
    },

    async 'banner.warnings'({ isMute }, sender) {
      const { container, origin } = pageOf(sender);
      // What one service does is told in its own pages alone.
      const here = servicesAt(catalogue.services, origin).map(({ id }) => id);
      const { of } = await store.snapshot([preferences, warnings]);
      const { language } = preferencesUnder(await readPolicy(), of(preferences));
      const phrasebook = await words.phrasebookIn(language, isMute);
      return {
        warnings: of(warnings).filter(
          (warning) => warning.container === container && here.includes(serviceIdOf(warning.key)),
        ),
        ...(phrasebook && { phrasebook: forBanner(phrasebook) }),
      };
    },

    async 'banner.choose'({ banner }) {
      await store.update(preferences, (value) => ({ ...value, banner }));
      if (banner) await people.forgetDismissals();
      show.soon();
      return null;
    },

    async 'language.choose'({ language }) {
      await store.update(preferences, (value) => ({ ...value, language }));
      await show.tellBanners();
      show.soon();
      return null;
    },

    async 'reminder.choose'({ after }) {
      await store.update(reminding, (before) => ({ ...before, remindAfter: after }));
      show.soon();
      return null;
    },

    async 'notify.choose'({ notify }) {
      await store.update(preferences, (value) => ({ ...value, notify }));
      show.soon();
      return null;
    },

    async 'rules.seen'() {
      await show.noteRules(await people.scopeShown());
      show.soon();
      return null;
    },

    async 'unlisted.seen'({ address }) {
      await store.update(unlistedOf(await people.scopeShown()), (before) =>
        lookedAt(before, address),
      );
      show.soon();
      return null;
    },
  } satisfies Partial<Handlers>;
}

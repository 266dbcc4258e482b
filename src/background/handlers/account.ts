import { type Handlers, Refused } from '../../core/messages/router.ts';
import { placeOf } from '../../core/store/items.ts';
import type { App } from '../app.ts';

/** Who shares the browser, in which containers, and where each lives. */
export function accountHandlers({ catalogue, clock, people, show, store }: App) {
  return {
    async 'profile.add'({ name }) {
      await people.addProfile(name);
      show.soon();
      return null;
    },

    async 'profile.use'({ id }) {
      await people.useProfile(id);
      show.soon();
      return null;
    },

    async 'profile.rename'(to) {
      await people.rename('profiles', to);
      show.soon();
      return null;
    },

    async 'profile.remove'({ id }) {
      await people.removeProfile(id);
      show.soon();
      return null;
    },

    async 'container.show'({ id }) {
      await people.showContainer(id);
      show.soon();
      return null;
    },

    async 'container.rename'(to) {
      await people.rename('containers', to);
      show.soon();
      return null;
    },

    async 'container.forget'({ id }) {
      await people.forgetContainer(id);
      show.soon();
      return null;
    },

    async 'place.choose'({ code }) {
      if (!catalogue.codes.includes(code)) throw new Refused('malformed');
      await store.update(placeOf(await people.scopeShown()), () => ({
        code,
        chosenAt: clock.now(),
      }));
      show.soon();
      return null;
    },
  } satisfies Partial<Handlers>;
}

import { type Orders, ordersAt } from '../../core/messages/orders.ts';
import { type Handlers, Refused } from '../../core/messages/router.ts';
import { isSignedOut } from '../../core/reading/reading.ts';
import { nextUnlisted, pageToLookAt } from '../../core/reading/unlisted.ts';
import { servicePageAt, servicesAt } from '../../core/recipe/address.ts';
import { unlistedOf } from '../../core/store/items.ts';
import type { App } from '../app.ts';
import { pageOf } from '../sending-page.ts';

/** What the script of the settings pages says. */
export function pageHandlers({
  catalogue,
  store,
  errands,
  batches,
  arrivals,
  readings,
  signOut,
  statuses,
  underWay,
  show,
  pages,
  clock,
  chance,
}: App) {
  return {
    async 'page.arrived'({ path, load, provenance }, sender) {
      const { tabId, origin } = pageOf(sender);
      const here = servicePageAt(catalogue.services, origin, path);
      if (here.kind === 'setting' || here.kind === 'list') {
        await errands.tellArrived(tabId, here.entries, load);
        const keys = here.kind === 'setting' ? here.entries.map(({ key }) => key) : [];
        await batches.tellIn(tabId, { type: 'arrived', keys });
      }
      // Of whole page loads the tab itself tells, also where no script of ours runs.
      const inPage = provenance === 'moved-to';
      if (here.kind === 'elsewhere' && inPage) await arrivals.tellStopped(tabId, 'wrong-page');
      if (here.kind === 'interstitial' && inPage)
        await arrivals.reachedInterstitial(pageOf(sender), here);

      await arrivals.holdOn(tabId);
      const orders = ordersAt(catalogue.services, origin, path);
      return { ...orders, ...(await toShow(tabId, orders)) };
    },

    async 'page.read'({ path, load, key, loadedAt, standsSince, ...how }, sender) {
      const { reading } = how;
      const { tabId, origin, container } = pageOf(sender);
      const { controls, rows } = ordersAt(catalogue.services, origin, path);
      const onList = rows.some((row) => row.key === key);
      // A page may speak only of settings that live at its own address.
      if (!onList && !controls.some((control) => control.key === key))
        throw new Refused('forbidden');

      // The clock of a page may be wrong: what has stood since tomorrow would hide every later warning.
      const now = clock.now();
      const since = Math.min(standsSince, now);
      const read = { ...how, loadedAt: Math.min(loadedAt, now), standsSince: since };
      const effects = await errands.tell(tabId, key, { type: 'read', load, ...read });
      // A list that does not answer says nothing against what the setting's own page said.
      const scope = await underWay.scopeIn(container);
      if (!effects && (!onList || reading.state === 'absent')) {
        await readings.keep(key, scope, read);
        show.soon();
      }
      if (isSignedOut(reading)) await signOut.note(statuses.entryOf(key).service, scope);
      // A batch leaves the page, so it waits for all that the page has to say.
      if (read.settled) {
        await batches.tellIn(tabId, { type: 'read', key, reading, random: chance.fraction() });
      }
      const press = effects?.find((effect) => effect.do === 'press');
      return press ? { press: press.target } : {};
    },

    async 'page.pressed'({ load, key, result, saved }, sender) {
      await errands.tell(pageOf(sender).tabId, key, { type: 'pressed', result, saved, load });
      return null;
    },

    async 'page.shown'({ key }, sender) {
      await errands.tell(pageOf(sender).tabId, key, { type: 'shown' });
      return null;
    },

    async 'page.unlisted'({ path, ids }, sender) {
      const { origin, container } = pageOf(sender);
      const service = servicesAt(catalogue.services, origin)[0];
      if (!service) throw new Refused('forbidden');
      const known = service.settings.map(({ probe }) => probe.hook);
      const address = pageToLookAt(service, origin, path);
      const item = unlistedOf(await underWay.scopeIn(container));
      await store.update(item, (before) =>
        nextUnlisted(before, { address, ids, known }, clock.now()),
      );
      show.soon();
      return null;
    },

    async 'page.closer-look'(_, sender) {
      return pages.takeCloserLook(pageOf(sender).tabId);
    },
  } satisfies Partial<Handlers>;

  async function toShow(tabId: number, { controls }: Orders): Promise<Pick<Orders, 'show'>> {
    for (const { key } of controls) {
      const errand = await underWay.errandIn(tabId, key);
      if (errand?.kind === 'guide') return { show: key };
    }
    return {};
  }
}

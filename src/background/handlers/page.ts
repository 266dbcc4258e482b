import type { AccountScope } from '../../core/account/scope.ts';
import { type Orders, ordersAt } from '../../core/messages/orders.ts';
import { type Handlers, Refused } from '../../core/messages/router.ts';
import { isSignedOut, type Reading } from '../../core/reading/reading.ts';
import { nextUnlisted, pageToLookAt } from '../../core/reading/unlisted.ts';
import { servicePageAt, servicesAt } from '../../core/recipe/address.ts';
import type { SettingKey } from '../../core/recipe/setting-key.ts';
import { findingOf, unlistedOf } from '../../core/store/items.ts';
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

      // A page that was loaded tomorrow, by a clock that was wrong, may be as old as any.
      const read = { ...how, load, standsSince, loadedAt: loadedAt > clock.now() ? 0 : loadedAt };
      const effects = await errands.tell(tabId, key, { type: 'read', ...read });
      const scope = await underWay.scopeIn(container);
      if (!effects && (!onList || (await listSpeaks(key, scope, reading)))) {
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

  /** A list says what is not offered, and nothing against what the setting's own page said. */
  async function listSpeaks(
    key: SettingKey,
    scope: AccountScope,
    reading: Reading,
  ): Promise<boolean> {
    if (reading.state === 'absent') return true;
    const isThere = reading.state === 'unknown' && reading.reason === 'wrong-page';
    return isThere && (await store.read(findingOf(key, scope)))?.reading.state === 'absent';
  }

  async function toShow(tabId: number, { controls }: Orders): Promise<Pick<Orders, 'show'>> {
    for (const { key } of controls) {
      const errand = await underWay.errandIn(tabId, key);
      if (errand?.kind === 'guide') return { show: key };
    }
    return {};
  }
}

import { runInTab } from '../../browser/page-scripts.ts';
import { update } from '../../browser/storage.ts';
import { services } from '../../catalogue/index.ts';
import { type Orders, ordersAt } from '../../core/messages/orders.ts';
import { type Handlers, Refused } from '../../core/messages/router.ts';
import { isSignedOut } from '../../core/reading/reading.ts';
import { nextUnlisted, pageToLookAt } from '../../core/reading/unlisted.ts';
import { placeOf } from '../../core/recipe/address.ts';
import { unlistedOf } from '../../core/store/items.ts';
import closerLook from '../closer-look/index.iife.ts?script&iife';
import { holdOn, reachedWall, tellStopped } from './arrivals.ts';
import { tell, tellArrived } from './errands.ts';
import { keep } from './readings.ts';
import { refresh } from './refresh.ts';
import { tellRoundIn } from './rounds.ts';
import { pageOf } from './sending-page.ts';
import { noteSignOut } from './sign-out.ts';
import { errandIn, scopeIn } from './under-way.ts';

/** What the script of the settings pages says. */
export const pageHandlers = {
  async 'page.arrived'({ path, load, provenance }, sender) {
    const { tabId, origin } = pageOf(sender);
    const here = placeOf(services, origin, path);
    if (here.kind === 'setting' || here.kind === 'list') {
      await tellArrived(tabId, here.entries, load);
      const keys = here.kind === 'setting' ? here.entries.map(({ key }) => key) : [];
      await tellRoundIn(tabId, { type: 'arrived', keys });
    }
    // Of whole page loads the tab itself tells, also where no script of ours runs.
    const inPage = provenance === 'moved-to';
    if (here.kind === 'elsewhere' && inPage) await tellStopped(tabId, 'wrong-page');
    if (here.kind === 'wall' && inPage) await reachedWall(pageOf(sender), here.reason);

    await holdOn(tabId);
    const orders = ordersAt(services, origin, path);
    return { ...orders, ...(await toShow(tabId, orders)) };
  },

  async 'page.read'({ path, load, key, ...read }, sender) {
    const { reading } = read;
    const { tabId, origin, container } = pageOf(sender);
    const { controls, rows } = ordersAt(services, origin, path);
    const onList = rows.some((row) => row.key === key);
    // A page may speak only of settings that live at its own address.
    if (!onList && !controls.some((control) => control.key === key)) throw new Refused('forbidden');

    const effects = await tell(tabId, key, { type: 'read', load, ...read });
    // A list that does not answer says nothing against what the setting's own page said.
    const scope = await scopeIn(container);
    if (!effects && (!onList || reading.state === 'absent')) {
      await keep(key, scope, read);
      await refresh();
    }
    if (isSignedOut(reading)) await noteSignOut(scope);
    // A round leaves the page, so it waits for all that the page has to say.
    if (read.settled) {
      await tellRoundIn(tabId, { type: 'read', key, reading, random: Math.random() });
    }
    const press = effects?.find((effect) => effect.do === 'press');
    return press ? { press: press.target } : {};
  },

  async 'page.pressed'({ load, key, result, saved }, sender) {
    await tell(pageOf(sender).tabId, key, { type: 'pressed', result, saved, load });
    return null;
  },

  async 'page.shown'({ key }, sender) {
    await tell(pageOf(sender).tabId, key, { type: 'shown' });
    return null;
  },

  async 'page.unlisted'({ path, ids }, sender) {
    const { origin, container } = pageOf(sender);
    const service = services.find((one) => one.origin === origin);
    if (!service) throw new Refused('forbidden');
    const known = service.settings.map(({ probe }) => probe.hook);
    const address = pageToLookAt(service, path);
    const item = unlistedOf(await scopeIn(container));
    await update(item, (before) => nextUnlisted(before, { address, ids, known }, Date.now()));
    await refresh();
    return null;
  },

  async 'page.closer-look'(_, sender) {
    return runInTab(pageOf(sender).tabId, closerLook);
  },
} satisfies Partial<Handlers>;

async function toShow(tabId: number, { controls }: Orders): Promise<Pick<Orders, 'show'>> {
  for (const { key } of controls) {
    const errand = await errandIn(tabId, key);
    if (errand?.kind === 'guide') return { show: key };
  }
  return {};
}

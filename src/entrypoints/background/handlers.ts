import { runInTab } from '../../browser/page-scripts.ts';
import { read, update } from '../../browser/storage.ts';
import { services } from '../../catalogue/index.ts';
import { codes } from '../../catalogue/jurisdictions.ts';
import { placeOf } from '../../core/address.ts';
import { withoutFlipBack } from '../../core/finding.ts';
import { mayBeUndone } from '../../core/may-be-undone.ts';
import { type Orders, ordersAt } from '../../core/orders.ts';
import { type Handlers, Refused, type Sender } from '../../core/protocol.ts';
import { stopsToCheck, stopsToTurnOff } from '../../core/round-schema.ts';
import {
  dismissalOf,
  findingOf,
  place,
  preferences,
  reminding,
  setAside,
  unlisted,
} from '../../core/stored.ts';
import { lookedAt, nextUnlisted, pageToLookAt } from '../../core/unlisted.ts';
import { dismissalFor, warningOf } from '../../core/warning.ts';
import closerLook from '../closer-look/index.iife.ts?script&iife';
import { tellStopped } from './arrivals.ts';
import { errandIn, keep, startErrand, tell, tellAll } from './errands.ts';
import { noteRules, refresh } from './refresh.ts';
import { makeReport } from './reports.ts';
import { beginRound, forgetRound, tellRound, tellRoundIn } from './rounds.ts';
import { entries, entryOf, statusAt } from './statuses.ts';

export const handlers: Handlers = {
  async 'page.arrived'({ path, load, inPage }, sender) {
    const { tabId, origin } = pageOf(sender);
    const here = placeOf(services, origin, path);
    if (here.kind === 'setting' || here.kind === 'list') {
      await tellAll(tabId, { type: 'arrived', load });
    }
    // Of whole page loads the tab itself tells, also where no script of ours runs.
    if (here.kind === 'elsewhere' && inPage) await tellStopped(tabId, 'wrong-page');

    const orders = ordersAt(services, origin, path);
    return { ...orders, ...(await toShow(tabId, orders)) };
  },

  async 'page.read'({ path, load, key, reading, fresh, touched }, sender) {
    const { tabId, origin } = pageOf(sender);
    const { controls, rows } = ordersAt(services, origin, path);
    const onList = rows.some((row) => row.key === key);
    // A page may speak only of settings that live at its own address.
    if (!onList && !controls.some((control) => control.key === key)) throw new Refused('forbidden');

    const effects = await tell(tabId, key, {
      type: 'read',
      reading,
      fresh,
      touched,
      load,
    });
    // A list that does not answer says nothing against what the setting's own page said.
    if (!effects && (!onList || reading.state === 'absent')) {
      await keep(key, { reading, fresh, touched });
      await refresh();
    }
    await tellRoundIn(tabId, { type: 'read', key, reading, random: Math.random() });
    const press = effects?.find((effect) => effect.do === 'press');
    return press ? { press: press.target } : {};
  },

  async 'page.pressed'({ load, key, result }, sender) {
    await tell(pageOf(sender).tabId, key, { type: 'pressed', result, load });
    return null;
  },

  async 'page.shown'({ key }, sender) {
    await tell(pageOf(sender).tabId, key, { type: 'shown' });
    return null;
  },

  async 'page.unlisted'({ path, ids }, sender) {
    const { origin } = pageOf(sender);
    const service = services.find((one) => one.origin === origin);
    if (!service) throw new Refused('forbidden');
    const known = service.settings.map(({ probe }) => probe.hook);
    const address = pageToLookAt(service, path);
    await update(unlisted, (before) => nextUnlisted(before, { address, ids, known }, Date.now()));
    await refresh();
    return null;
  },

  async 'page.closer-look'(_, sender) {
    return runInTab(pageOf(sender).tabId, closerLook);
  },

  async 'unlisted.seen'({ address }) {
    await update(unlisted, (before) => lookedAt(before, address));
    await refresh();
    return null;
  },

  async 'report.make'({ key }) {
    return makeReport(entryOf(key));
  },

  async 'errand.start'({ key, kind }, sender) {
    const entry = entryOf(key);
    const isOwnPage = sender.kinds.includes('extension-page');
    if (!isOwnPage && !warningOf(await statusAt(entry, Date.now()))) throw new Refused('refused');
    if (kind === 'undo' && !mayBeUndone(await read(findingOf(key)))) throw new Refused('refused');
    await startErrand(entry, kind);
    return null;
  },

  async 'round.check'() {
    await beginRound('check', stopsToCheck(entries));
    return null;
  },

  async 'round.turn-off'({ keys }) {
    const chosen = keys.map((key) => entryOf(key).key);
    await beginRound('turn-off', stopsToTurnOff(entries, chosen));
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
    await update(findingOf(key), (finding) => finding && withoutFlipBack(finding));
    await refresh();
    return null;
  },

  async 'warning.dismiss'({ key, until }) {
    const status = await statusAt(entryOf(key), Date.now());
    if (until === 'never') await update(preferences, (value) => ({ ...value, banner: false }));
    else await update(dismissalOf(key), () => dismissalFor(status, Date.now()));
    await refresh();
    return null;
  },

  async 'place.choose'({ code }) {
    if (!(codes as readonly string[]).includes(code)) throw new Refused('malformed');
    await update(place, () => ({ code, chosenAt: Date.now() }));
    await refresh();
    return null;
  },

  async 'banner.choose'({ banner }) {
    await update(preferences, (value) => ({ ...value, banner }));
    if (banner) for (const { key } of entries) await update(dismissalOf(key), () => null);
    await refresh();
    return null;
  },

  async 'reminder.choose'({ after }) {
    await update(reminding, (before) => ({ ...before, remindAfter: after }));
    await refresh();
    return null;
  },

  async 'rules.seen'() {
    const { statuses } = await refresh();
    await noteRules(statuses);
    await refresh();
    return null;
  },

  async 'set-aside.seen'() {
    await update(setAside, () => []);
    await refresh();
    return null;
  },

  async 'overview.get'() {
    return refresh();
  },
};

/** @throws Refused for a private window: nothing of it is read or kept */
function pageOf({ tabId, origin, incognito }: Sender): { tabId: number; origin: string } {
  if (incognito || tabId === undefined || origin === undefined) throw new Refused('refused');
  return { tabId, origin };
}

async function toShow(tabId: number, { controls }: Orders): Promise<Pick<Orders, 'show'>> {
  for (const { key } of controls) {
    const errand = await errandIn(tabId, key);
    if (errand?.kind === 'guide') return { show: key };
  }
  return {};
}

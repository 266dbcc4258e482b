import { shownScope } from '../core/account/accounts.ts';
import { type AccountScope, sameScope } from '../core/account/scope.ts';
import { wordKey } from '../core/language/words.ts';
import { flippedBackIn } from '../core/reading/flipped-back.ts';
import { unlistedPages } from '../core/reading/unlisted.ts';
import { ruleChanges, type SeenRules, seenNow } from '../core/rules/rule-change.ts';
import { NotStored } from '../core/store/item.ts';
import {
  accounts,
  batch,
  dismissalOf,
  placeOf,
  preferences,
  reminding,
  seenRulesOf,
  setAside,
  unlistedOf,
  warnings,
} from '../core/store/items.ts';
import { namesIn, preferencesUnder, remindingUnder } from '../core/store/policy.ts';
import { isCopySetAside } from '../core/store/set-aside.ts';
import { dayOf } from '../core/time/day.ts';
import { badgeOf } from '../core/verdict/badge.ts';
import { warningStands } from '../core/verdict/dismissal.ts';
import { inUse, isOf, type ListedService } from '../core/verdict/listed-service.ts';
import { OVERVIEW, type Overview } from '../core/verdict/overview.ts';
import { type Reminder, reminderOf } from '../core/verdict/reminder.ts';
import type { SettingStatus } from '../core/verdict/status.ts';
import { unsure, withoutAccess, withoutRoom } from '../core/verdict/unsure.ts';
import { mostAlarming } from '../core/verdict/verdict.ts';
import { type Warning, warningOf } from '../core/verdict/warning.ts';
import { coalesced } from '../core/work/coalesced.ts';
import type { Notifications } from './notifications.ts';
import type { Ports } from './ports.ts';
import type { Account, State, States } from './state.ts';
import type { Catalogue, Statuses } from './statuses.ts';
import type { Store } from './store.ts';
import type { Unkept } from './unkept.ts';
import type { Work } from './work.ts';

export type Show = ReturnType<typeof createShow>;

interface Needs extends Pick<Ports, 'clock' | 'locks' | 'pages' | 'signs' | 'words'> {
  readonly store: Store;
  readonly state: States;
  readonly statuses: Statuses;
  readonly work: Work;
  readonly notifications: Notifications;
  readonly unkept: Unkept;
  readonly catalogue: Catalogue;
}

/** What people see without a page of ours: badge, banner and notifications; and the overview for the views. */
export function createShow({
  store,
  work,
  statuses,
  notifications,
  unkept,
  catalogue,
  clock,
  locks,
  pages,
  state,
  signs,
  words,
}: Needs) {
  /** Brings badge, banner and overview in line with what is stored, and sends what is to be notified. */
  const refresh = coalesced(async (): Promise<Overview> => {
    await unkept.writeAll();
    const overview = await renewed();
    // That a reminder was sent is among what the overview is made from.
    return (await notifications.send(overview)) ? renewed() : overview;
  });
  return { refresh, soon, catchUp, tellBanners, noteRules };

  /** Showing is no part of doing: whoever did something is answered before, and whatever becomes of it. */
  function soon(): void {
    work.begin(refresh);
  }

  /** A background may have died before it showed what it had done. */
  async function catchUp(): Promise<void> {
    if (await store.keptOverview(dayOf(clock.now()))) return;
    soon();
    await tellBanners();
  }

  /** They show something else from now on, or speak another language. */
  function tellBanners(): Promise<void> {
    return pages.tellBanners(catalogue.services.flatMap(({ warnOn }) => warnOn));
  }

  function renewed(): Promise<Overview> {
    return locks.exclusively('refresh', async () => {
      const now = clock.now();
      const seen = await state.read();
      const { known, stored } = seen;
      const services = state.servicesIn(seen);
      const read = state.accountsIn(seen, inUse(services), now);
      const hasLostAccounts = stored.of(setAside).some(({ key }) => key === accounts.key);
      const sure = hasLostAccounts ? read.map(unsureOf) : read;
      const withdrawn = services.filter(({ access }) => access === 'withdrawn');
      const all = withdrawn.length > 0 ? sure.map((one) => unseenOf(one, withdrawn)) : sure;
      const shown = all.find(({ scope }) => sameScope(scope, shownScope(known)));
      const current = shown?.statuses ?? [];

      const reminder = reminderIn(seen, all, now);
      const counting = all.filter((one) => one === shown || wasRead(one));
      await whereThereIsRoom(showWarnings(seen, read, withdrawn, now));
      const seenBefore = stored.of(seenRulesOf(shownScope(known)));
      const changes = ruleChanges(seenBefore, current);
      if (changes.length === 0 && next(seenBefore, current) !== seenBefore) {
        await whereThereIsRoom(noteUnchanged(shownScope(known), current));
      }
      const elsewhere = counting
        .filter((one) => one !== shown)
        .map(({ scope, statuses }) => ({
          container: scope.container,
          verdict: mostAlarming(statuses.map(({ judgement }) => judgement.verdict)) ?? 'unchecked',
          flippedBack: flippedBackIn(statuses),
        }));
      const news = { services, reminder, ruleChanges: changes, elsewhere, hasLostAccounts };
      const overview = await renewOverview(seen, current, news, now);

      const counted = overview.isStoreFull ? counting.map(unsureOf) : counting;
      const badge = badgeOf(
        counted.flatMap((one) => one.statuses),
        counted.flatMap(({ scope }) => unlistedPages(stored.of(unlistedOf(scope)))),
        reminder.due,
      );
      const { text } = await words.localeIn(overview.language);
      await signs.showBadge(badge, text(wordKey('badge', badge.verdict)));
      return overview;
    });
  }

  /** What the rules say now of the services in use is what the person has been told. */
  async function noteRules(scope: AccountScope): Promise<void> {
    const seen = await state.read();
    const all = state.accountsIn(seen, inUse(state.servicesIn(seen)), clock.now());
    const current = all.find((one) => sameScope(one.scope, scope))?.statuses ?? [];
    await store.update(seenRulesOf(scope), (before) => next(before, current));
  }

  /** The same where there is nothing to tell: what has been stored since it was looked at counts. */
  async function noteUnchanged(
    scope: AccountScope,
    statuses: readonly SettingStatus[],
  ): Promise<void> {
    await store.update(seenRulesOf(scope), (seen) =>
      ruleChanges(seen, statuses).length === 0 ? next(seen, statuses) : seen,
    );
  }

  async function renewOverview(
    { known, stored, policy }: State,
    statuses: readonly SettingStatus[],
    news: Pick<Overview, 'services' | 'reminder' | 'ruleChanges' | 'elsewhere' | 'hasLostAccounts'>,
    now: number,
  ): Promise<Overview> {
    const scope = shownScope(known);
    const overview: Overview = {
      accounts: known,
      statuses,
      pages: catalogue.services.flatMap(({ id, pages }) =>
        pages
          .map((page) => ({ ...page, key: `${id}/${page.id}` as const }))
          .filter(({ key }) => isOf(inUse(news.services), key)),
      ),
      unlisted: unlistedPages(stored.of(unlistedOf(scope))),
      place: stored.of(placeOf(scope))?.code,
      ...preferencesUnder(policy, stored.of(preferences)),
      hasSetAside: stored.of(setAside).length > 0,
      keepsSetAside: stored.keys.some(isCopySetAside),
      isStoreFull: false,
      batch: stored.of(batch),
      remindAfter: remindingUnder(policy, stored.of(reminding)).remindAfter,
      managed: namesIn(policy),
      ...news,
    };
    const { version } = OVERVIEW;
    const { revision } = stored;
    const isKept = await store.keepOverview({ version, day: dayOf(now), revision, overview });
    return isKept ? overview : withoutRoom(overview);
  }

  async function showWarnings(
    { stored, policy }: State,
    all: readonly Account[],
    withdrawn: readonly ListedService[],
    now: number,
  ): Promise<void> {
    const chosen = preferencesUnder(policy, stored.of(preferences));
    const standing = all.flatMap(({ scope, statuses }) =>
      statuses.flatMap((status) => {
        const warning = warningOf(status, scope);
        const dismissal = stored.of(dismissalOf(status.key, scope));
        const stands = warning && warningStands(warning, dismissal, chosen, now);
        return stands && !isOf(withdrawn, status.key) ? [warning] : [];
      }),
    );
    // Every write waits for all that pages have said before. What was read has the order of its schema.
    const isNews = JSON.stringify(stored.of(warnings)) !== JSON.stringify(asRead(standing));
    if (isNews) {
      await store.update(warnings, () => standing);
      await tellBanners();
    }

    const patterns = statuses.entries
      .filter(({ key }) => standing.some((warning) => warning.key === key))
      .flatMap(({ service }) => service.warnOn);
    await pages.runBannerOn([...new Set(patterns)]);
  }
}

function asRead(standing: readonly Warning[]): Warning[] {
  return warnings.schema.parse(standing);
}

/** What is made anew each time must not keep the rest from being told. */
async function whereThereIsRoom(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof NotStored)) throw error;
  }
}

function unseenOf({ scope, statuses }: Account, services: readonly ListedService[]): Account {
  const isUnseen = ({ key }: SettingStatus) => isOf(services, key);
  return { scope, statuses: statuses.map((one) => (isUnseen(one) ? withoutAccess(one) : one)) };
}

function unsureOf({ scope, statuses }: Account): Account {
  return { scope, statuses: statuses.map(unsure) };
}

function wasRead({ statuses }: Account): boolean {
  return statuses.some(({ finding }) => finding !== null);
}

function next(seen: SeenRules, statuses: readonly SettingStatus[]): SeenRules {
  const now = seenNow(seen, statuses);
  return JSON.stringify(now) === JSON.stringify(seen) ? seen : now;
}

function reminderIn({ stored, policy }: State, all: readonly Account[], now: number): Reminder {
  const readAts = all.flatMap(({ statuses }) =>
    statuses.flatMap(({ finding }) => (finding ? [finding.readAt] : [])),
  );
  const { remindAfter, remindedAt } = remindingUnder(policy, stored.of(reminding));
  return reminderOf({ remindAfter, readAts, remindedAt }, now);
}

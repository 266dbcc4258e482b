import { showBadge } from '../../browser/badge.ts';
import { runBannerOn } from '../../browser/banner-script.ts';
import { exclusively } from '../../browser/exclusively.ts';
import { text } from '../../browser/i18n.ts';
import { keepOverview } from '../../browser/overview.ts';
import { read, type Snapshot, snapshot, update } from '../../browser/storage.ts';
import { services } from '../../catalogue/index.ts';
import { type AccountScope, sameScope } from '../../core/account-scope.ts';
import { type Accounts, scopesInUse, shownScope } from '../../core/accounts.ts';
import { badgeOf } from '../../core/badge.ts';
import { dayOf } from '../../core/day.ts';
import type { Basis, Overview } from '../../core/overview.ts';
import { type Reminder, reminderOf } from '../../core/reminder.ts';
import { ruleChanges, type SeenRules, seenNow } from '../../core/rule-change.ts';
import type { SettingStatus } from '../../core/status.ts';
import {
  accounts,
  dismissalOf,
  placeOf,
  preferences,
  reminding,
  round,
  type StoredItem,
  seenRulesOf,
  setAside,
  unlistedOf,
  warnings,
} from '../../core/stored.ts';
import { unlistedPages } from '../../core/unlisted.ts';
import { mostAlarming } from '../../core/verdict.ts';
import { warningOf, warningStands } from '../../core/warning.ts';
import { wordKey } from '../../core/words.ts';
import bannerScript from '../banner/index.iife.tsx?script&iife';
import { sendNotices } from './notices.ts';
import { entries, itemsOf, statusIn } from './statuses.ts';

/** What the overview is made from. */
function basisFor(known: Accounts): StoredItem<unknown>[] {
  const ofAll = [accounts, preferences, setAside, round, reminding, seenRulesOf(shownScope(known))];
  const ofEach = scopesInUse(known).flatMap((scope) => [
    unlistedOf(scope),
    ...entries.flatMap((entry) => itemsOf(entry, scope)),
  ]);
  return [...ofAll, ...ofEach].filter(
    (item, index, all) => all.findIndex(({ key }) => key === item.key) === index,
  );
}

interface Look {
  readonly known: Accounts;
  readonly stored: Snapshot;
  /** How much of what was looked at the overview is made from. */
  readonly basis: readonly Basis[];
}

async function look(): Promise<Look> {
  const known = await read(accounts);
  const basis = basisFor(known);
  const dismissals = scopesInUse(known).flatMap((scope) =>
    entries.map(({ key }) => dismissalOf(key, scope)),
  );
  const stored = await snapshot([...basis, ...dismissals]);
  // Between the two looks another profile may have been taken into use.
  const isSame = JSON.stringify(stored.of(accounts)) === JSON.stringify(known);
  return isSame ? { known, stored, basis: stored.basis.slice(0, basis.length) } : look();
}

/** All settings of one account scope. */
interface Account {
  readonly scope: AccountScope;
  readonly statuses: readonly SettingStatus[];
}

function accountsIn({ known, stored }: Look, now: number): Account[] {
  return scopesInUse(known).map((scope) => ({
    scope,
    statuses: entries.map((entry) => statusIn(stored, entry, scope, now)),
  }));
}

/** Brings badge, banner and overview in line with what is stored, and sends what is to be notified. */
export async function refresh(): Promise<Overview> {
  const overview = await renewed();
  // That a reminder was sent is among what the overview is made from.
  return (await sendNotices(overview)) ? renewed() : overview;
}

function renewed(): Promise<Overview> {
  return exclusively('refresh', async () => {
    const now = Date.now();
    const seen = await look();
    const { known, stored } = seen;
    const all = accountsIn(seen, now);
    const shown = all.find(({ scope }) => sameScope(scope, shownScope(known)));
    const statuses = shown?.statuses ?? [];

    const reminder = reminderIn(stored, all, now);
    const counting = all.filter((one) => one === shown || wasRead(one));
    const badge = badgeOf(
      counting.flatMap((one) => one.statuses),
      counting.flatMap(({ scope }) => unlistedPages(stored.of(unlistedOf(scope)))),
      reminder.due,
    );
    await showBadge(badge, text(wordKey('badge', badge.verdict)));
    await showWarnings(stored, all, now);
    const changes = ruleChanges(stored.of(seenRulesOf(shownScope(known))), statuses);
    if (changes.length === 0) await noteUnchanged(shownScope(known), statuses);
    const elsewhere = counting
      .filter((one) => one !== shown)
      .map(({ scope, statuses }) => ({
        container: scope.container,
        verdict: mostAlarming(statuses.map(({ judgement }) => judgement.verdict)) ?? 'unchecked',
      }));
    return renewOverview(seen, statuses, { reminder, ruleChanges: changes, elsewhere }, now);
  });
}

function wasRead({ statuses }: Account): boolean {
  return statuses.some(({ finding }) => finding !== null);
}

/** What the rules say now is what the person has been told. */
export async function noteRules(
  scope: AccountScope,
  statuses: readonly SettingStatus[],
): Promise<void> {
  await update(seenRulesOf(scope), (seen) => next(seen, statuses));
}

/** The same where there is nothing to tell: what has been stored since it was looked at counts. */
async function noteUnchanged(
  scope: AccountScope,
  statuses: readonly SettingStatus[],
): Promise<void> {
  await update(seenRulesOf(scope), (seen) =>
    ruleChanges(seen, statuses).length === 0 ? next(seen, statuses) : seen,
  );
}

function next(seen: SeenRules, statuses: readonly SettingStatus[]): SeenRules {
  const now = seenNow(seen, statuses);
  return JSON.stringify(now) === JSON.stringify(seen) ? seen : now;
}

function reminderIn(stored: Snapshot, all: readonly Account[], now: number): Reminder {
  const readAts = all.flatMap(({ statuses }) =>
    statuses.flatMap(({ finding }) => (finding ? [finding.readAt] : [])),
  );
  const { remindAfter, remindedAt } = stored.of(reminding);
  return reminderOf({ remindAfter, readAts, remindedAt }, now);
}

async function renewOverview(
  { known, stored, basis }: Look,
  statuses: readonly SettingStatus[],
  news: Pick<Overview, 'reminder' | 'ruleChanges' | 'elsewhere'>,
  now: number,
): Promise<Overview> {
  const scope = shownScope(known);
  const overview: Overview = {
    accounts: known,
    statuses,
    serviceName: services.map(({ name }) => name).join(', '),
    pages: services.flatMap(({ id, pages }) =>
      pages.map((page) => ({ ...page, key: `${id}/${page.id}` })),
    ),
    unlisted: unlistedPages(stored.of(unlistedOf(scope))),
    place: stored.of(placeOf(scope))?.code,
    ...stored.of(preferences),
    hasSetAside: stored.of(setAside).length > 0,
    round: stored.of(round),
    remindAfter: stored.of(reminding).remindAfter,
    ...news,
  };
  await keepOverview({ day: dayOf(now), basis, overview });
  return overview;
}

async function showWarnings(stored: Snapshot, all: readonly Account[], now: number): Promise<void> {
  const chosen = stored.of(preferences);
  const standing = all.flatMap(({ scope, statuses }) =>
    statuses.flatMap((status) => {
      const warning = warningOf(status, scope);
      const dismissal = stored.of(dismissalOf(status.key, scope));
      return warning && warningStands(warning, dismissal, chosen, now) ? [warning] : [];
    }),
  );
  // Every write wakes the banners in all pages.
  await update(warnings, (before) =>
    JSON.stringify(before) === JSON.stringify(standing) ? before : standing,
  );

  const patterns = entries
    .filter(({ key }) => standing.some((warning) => warning.key === key))
    .flatMap(({ service }) => service.warnOn);
  await runBannerOn([...new Set(patterns)], bannerScript);
}

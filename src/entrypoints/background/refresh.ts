import { showBadge } from '../../browser/badge.ts';
import { runBannerOn } from '../../browser/banner-script.ts';
import { exclusively } from '../../browser/exclusively.ts';
import { text } from '../../browser/i18n.ts';
import { keepOverview } from '../../browser/overview.ts';
import { type Snapshot, snapshot, update } from '../../browser/storage.ts';
import { services } from '../../catalogue/index.ts';
import { badgeOf } from '../../core/badge.ts';
import { dayOf } from '../../core/day.ts';
import type { Overview } from '../../core/overview.ts';
import { type Reminder, reminderOf } from '../../core/reminder.ts';
import { ruleChanges, seenNow } from '../../core/rule-change.ts';
import type { SettingStatus } from '../../core/status.ts';
import {
  dismissalOf,
  place,
  preferences,
  reminding,
  round,
  seenRules,
  setAside,
  unlisted,
  warnings,
} from '../../core/stored.ts';
import { unlistedPages } from '../../core/unlisted.ts';
import { warningOf, warningStands } from '../../core/warning.ts';
import { wordKey } from '../../core/words.ts';
import bannerScript from '../banner/index.iife.tsx?script&iife';
import { entries, itemsOf, statusIn } from './statuses.ts';

/** What the overview is made from. */
const shown = [
  place,
  preferences,
  setAside,
  unlisted,
  round,
  reminding,
  seenRules,
  ...entries.flatMap(itemsOf),
].filter((item, index, all) => all.findIndex(({ key }) => key === item.key) === index);
const dismissals = entries.map(({ key }) => dismissalOf(key));

/** Brings badge, banner and overview in line with what is stored. */
export function refresh(): Promise<Overview> {
  return exclusively('refresh', async () => {
    const now = Date.now();
    const stored = await snapshot([...shown, ...dismissals]);
    const statuses = entries.map((entry) => statusIn(stored, entry, now));

    const reminder = reminderIn(stored, statuses, now);
    const badge = badgeOf(statuses, unlistedPages(stored.of(unlisted)), reminder.due);
    await showBadge(badge, text(wordKey('badge', badge.verdict)));
    await showWarnings(stored, statuses, now);
    const changes = ruleChanges(stored.of(seenRules), statuses);
    if (changes.length === 0) await noteRules(statuses);
    return renewOverview(stored, statuses, { reminder, ruleChanges: changes }, now);
  });
}

/** What the rules say now is what the person has been told. */
export async function noteRules(statuses: readonly SettingStatus[]): Promise<void> {
  await update(seenRules, (seen) => {
    const next = seenNow(seen, statuses);
    return JSON.stringify(next) === JSON.stringify(seen) ? seen : next;
  });
}

function reminderIn(stored: Snapshot, statuses: readonly SettingStatus[], now: number): Reminder {
  const readAts = statuses.flatMap(({ finding }) => (finding ? [finding.readAt] : []));
  const { remindAfter, remindedAt } = stored.of(reminding);
  return reminderOf({ remindAfter, readAts, remindedAt }, now);
}

async function renewOverview(
  stored: Snapshot,
  statuses: readonly SettingStatus[],
  news: Pick<Overview, 'reminder' | 'ruleChanges'>,
  now: number,
): Promise<Overview> {
  const overview: Overview = {
    statuses,
    serviceName: services.map(({ name }) => name).join(', '),
    pages: services.flatMap(({ id, pages }) =>
      pages.map((page) => ({ ...page, key: `${id}/${page.id}` })),
    ),
    unlisted: unlistedPages(stored.of(unlisted)),
    place: stored.of(place)?.code,
    banner: stored.of(preferences).banner,
    hasSetAside: stored.of(setAside).length > 0,
    round: stored.of(round),
    remindAfter: stored.of(reminding).remindAfter,
    ...news,
  };
  const basis = stored.basis.slice(0, shown.length);
  await keepOverview({ day: dayOf(now), basis, overview });
  return overview;
}

async function showWarnings(
  stored: Snapshot,
  statuses: readonly SettingStatus[],
  now: number,
): Promise<void> {
  const chosen = stored.of(preferences);
  const standing = statuses.flatMap((status) => {
    const warning = warningOf(status);
    const dismissal = stored.of(dismissalOf(status.key));
    return warning && warningStands(warning, dismissal, chosen, now) ? [warning] : [];
  });
  // Every write wakes the banners in all pages.
  await update(warnings, (before) =>
    JSON.stringify(before) === JSON.stringify(standing) ? before : standing,
  );

  const patterns = entries
    .filter(({ key }) => standing.some((warning) => warning.key === key))
    .flatMap(({ service }) => service.warnOn);
  await runBannerOn([...new Set(patterns)], bannerScript);
}

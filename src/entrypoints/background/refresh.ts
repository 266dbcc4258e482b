import { showBadge } from '../../browser/badge.ts';
import { runBannerOn } from '../../browser/banner-script.ts';
import { exclusively } from '../../browser/exclusively.ts';
import { text } from '../../browser/i18n.ts';
import { keepOverview } from '../../browser/overview.ts';
import { basis, read, update } from '../../browser/storage.ts';
import { services } from '../../catalogue/index.ts';
import { badgeOf } from '../../core/badge.ts';
import { dayOf } from '../../core/day.ts';
import type { Basis, Overview } from '../../core/overview.ts';
import type { SettingStatus } from '../../core/status.ts';
import {
  dismissalOf,
  errandOf,
  findingOf,
  place,
  preferences,
  setAside,
  unlisted,
  warnings,
} from '../../core/stored.ts';
import { unlistedPages } from '../../core/unlisted.ts';
import { type Warning, warningOf, warningStands } from '../../core/warning.ts';
import { wordKey } from '../../core/words.ts';
import bannerScript from '../banner/index.iife.tsx?script&iife';
import { entries, statusAt } from './statuses.ts';

const shown = [
  place,
  preferences,
  setAside,
  unlisted,
  ...entries.flatMap(({ key }) => [findingOf(key), errandOf(key)]),
];

/** Brings badge, banner and overview in line with what is stored. */
export function refresh(): Promise<Overview> {
  return exclusively('refresh', async () => {
    const now = Date.now();
    // Before anything is read: a value that changes meanwhile must not pass for the one that was judged.
    const madeFrom = await basis(shown);
    const statuses: SettingStatus[] = [];
    for (const entry of entries) statuses.push(await statusAt(entry, now));

    const badge = badgeOf(statuses, unlistedPages(await read(unlisted)));
    await showBadge(badge, text(wordKey('badge', badge.verdict)));
    await showWarnings(statuses, now);
    return renewOverview(statuses, madeFrom, now);
  });
}

async function renewOverview(
  statuses: readonly SettingStatus[],
  madeFrom: readonly Basis[],
  now: number,
): Promise<Overview> {
  const overview: Overview = {
    statuses,
    serviceName: services.map(({ name }) => name).join(', '),
    pages: services.flatMap(({ id, pages }) =>
      pages.map((page) => ({ ...page, key: `${id}/${page.id}` })),
    ),
    unlisted: unlistedPages(await read(unlisted)),
    place: (await read(place))?.code,
    banner: (await read(preferences)).banner,
    hasSetAside: (await read(setAside)).length > 0,
  };
  await keepOverview({ day: dayOf(now), basis: madeFrom, overview });
  return overview;
}

async function showWarnings(statuses: readonly SettingStatus[], now: number): Promise<void> {
  const chosen = await read(preferences);
  const standing: Warning[] = [];
  for (const status of statuses) {
    const warning = warningOf(status);
    if (!warning) continue;
    const dismissal = await read(dismissalOf(status.key));
    if (warningStands(warning, dismissal, chosen, now)) standing.push(warning);
  }
  await update(warnings, () => standing);

  const patterns = entries
    .filter(({ key }) => standing.some((warning) => warning.key === key))
    .flatMap(({ service }) => service.warnOn);
  await runBannerOn([...new Set(patterns)], bannerScript);
}

import { type Snapshot, snapshot } from '../../browser/storage.ts';
import { groups } from '../../catalogue/groups.ts';
import { services } from '../../catalogue/index.ts';
import { type AccountScope, sameScope } from '../../core/account/scope.ts';
import { Refused } from '../../core/messages/router.ts';
import { type Entry, entriesOf, type SettingKey } from '../../core/recipe/setting-key.ts';
import { toJurisdiction } from '../../core/rules/jurisdiction.ts';
import { errandOf, findingOf, placeOf } from '../../core/store/items.ts';
import { type SettingStatus, statusOf } from '../../core/verdict/status.ts';

export const entries: readonly Entry[] = entriesOf(services);

/** Whether a recipe has the setting; it may be one of another version. */
export function isListed(key: SettingKey): boolean {
  return entries.some((entry) => entry.key === key);
}

/** @throws Refused when no recipe has the setting */
export function entryOf(key: SettingKey): Entry {
  const entry = entries.find((candidate) => candidate.key === key);
  if (!entry) throw new Refused('unknown-setting');
  return entry;
}

/** What a setting's status is made from. */
export function itemsOf({ key }: Entry, scope: AccountScope) {
  return [placeOf(scope), findingOf(key, scope), errandOf(key)] as const;
}

/** @param stored holds at least `itemsOf(entry, scope)` */
export function statusIn(
  stored: Snapshot,
  entry: Entry,
  scope: AccountScope,
  now: number,
): SettingStatus {
  const lives = stored.of(placeOf(scope));
  const errand = stored.of(errandOf(entry.key));
  const known = {
    jurisdiction: lives ? toJurisdiction(lives.code, groups) : undefined,
    finding: stored.of(findingOf(entry.key, scope)),
    errand: errand && sameScope(errand.scope, scope) ? errand : null,
  };
  return statusOf(entry, known, now);
}

export async function statusesAt(scope: AccountScope, now: number): Promise<SettingStatus[]> {
  const stored = await snapshot(entries.flatMap((entry) => itemsOf(entry, scope)));
  return entries.map((entry) => statusIn(stored, entry, scope, now));
}

export async function statusAt(
  entry: Entry,
  scope: AccountScope,
  now: number,
): Promise<SettingStatus> {
  return statusIn(await snapshot([...itemsOf(entry, scope)]), entry, scope, now);
}

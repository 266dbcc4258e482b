import { type Snapshot, snapshot } from '../../browser/storage.ts';
import { services } from '../../catalogue/index.ts';
import { groups } from '../../catalogue/jurisdictions.ts';
import { toJurisdiction } from '../../core/jurisdiction.ts';
import { Refused } from '../../core/protocol.ts';
import { type Entry, entriesOf, type SettingKey } from '../../core/setting-key.ts';
import { type SettingStatus, statusOf } from '../../core/status.ts';
import { errandOf, findingOf, place } from '../../core/stored.ts';

export const entries: readonly Entry[] = entriesOf(services);

/** @throws Refused when no recipe has the setting */
export function entryOf(key: SettingKey): Entry {
  const entry = entries.find((candidate) => candidate.key === key);
  if (!entry) throw new Refused('unknown-setting');
  return entry;
}

/** What a setting's status is made from. */
export function itemsOf({ key }: Entry) {
  return [place, findingOf(key), errandOf(key)] as const;
}

/** @param stored holds at least `itemsOf(entry)` */
export function statusIn(stored: Snapshot, entry: Entry, now: number): SettingStatus {
  const lives = stored.of(place);
  const known = {
    jurisdiction: lives ? toJurisdiction(lives.code, groups) : undefined,
    finding: stored.of(findingOf(entry.key)),
    errand: stored.of(errandOf(entry.key)),
  };
  return statusOf(entry, known, now);
}

export async function statusAt(entry: Entry, now: number): Promise<SettingStatus> {
  return statusIn(await snapshot([...itemsOf(entry)]), entry, now);
}

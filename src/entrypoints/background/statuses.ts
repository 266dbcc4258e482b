import { read } from '../../browser/storage.ts';
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

export async function statusAt(entry: Entry, now: number): Promise<SettingStatus> {
  const lives = await read(place);
  const known = {
    jurisdiction: lives ? toJurisdiction(lives.code, groups) : undefined,
    finding: await read(findingOf(entry.key)),
    errand: await read(errandOf(entry.key)),
  };
  return statusOf(entry, known, now);
}

import type { AccountScope } from '../core/account/scope.ts';
import { sameScope } from '../core/account/scope.ts';
import { Refused } from '../core/messages/router.ts';
import type { Service } from '../core/recipe/recipe.ts';
import { type Entry, entriesOf, type SettingKey } from '../core/recipe/setting-key.ts';
import { type Groups, toJurisdiction } from '../core/rules/jurisdiction.ts';
import { errandOf, findingOf, placeOf } from '../core/store/items.ts';
import { type SettingStatus, statusOf } from '../core/verdict/status.ts';
import type { Snapshot, Store } from './store.ts';

/** The services that are read, and the places that their rules name. */
export interface Catalogue {
  readonly services: readonly Service[];
  readonly groups: Groups;
  /** Of every place that a person may choose. */
  readonly codes: readonly string[];
}

export type Statuses = ReturnType<typeof createStatuses>;

interface Needs {
  readonly store: Store;
  readonly catalogue: Catalogue;
}

/** What a setting's status is made from. */
export function itemsOf({ key }: Entry, scope: AccountScope) {
  return [placeOf(scope), findingOf(key, scope), errandOf(key)] as const;
}

/** The settings of all services, and how they stand. */
export function createStatuses({ store, catalogue }: Needs) {
  const entries: readonly Entry[] = entriesOf(catalogue.services);
  return { entries, isListed, entryOf, servicesOf, statusIn, statusAt };

  /** Whether a recipe has the setting; it may be one of another version. */
  function isListed(key: SettingKey): boolean {
    return entries.some((entry) => entry.key === key);
  }

  /** @throws Refused when no recipe has the setting */
  function entryOf(key: SettingKey): Entry {
    const entry = entries.find((candidate) => candidate.key === key);
    if (!entry) throw new Refused('unknown-setting');
    return entry;
  }

  /** The services to which settings belong; a setting of another version belongs to none. */
  function servicesOf(keys: readonly SettingKey[]): Service[] {
    return keys.filter(isListed).map((key) => entryOf(key).service);
  }

  /** @param stored holds at least `itemsOf(entry, scope)` */
  function statusIn(
    stored: Snapshot,
    entry: Entry,
    scope: AccountScope,
    now: number,
  ): SettingStatus {
    const lives = stored.of(placeOf(scope));
    const errand = stored.of(errandOf(entry.key));
    const known = {
      jurisdiction: lives ? toJurisdiction(lives.code, catalogue.groups) : undefined,
      finding: stored.of(findingOf(entry.key, scope)),
      errand: errand && sameScope(errand.scope, scope) ? errand : null,
    };
    return statusOf(entry, known, now);
  }

  async function statusAt(entry: Entry, scope: AccountScope, now: number): Promise<SettingStatus> {
    return statusIn(await store.snapshot([...itemsOf(entry, scope)]), entry, scope, now);
  }
}

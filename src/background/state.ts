import { type Accounts, scopesInUse } from '../core/account/accounts.ts';
import type { AccountScope } from '../core/account/scope.ts';
import { hostsOf } from '../core/recipe/address.ts';
import type { Service } from '../core/recipe/recipe.ts';
import type { StoredItem } from '../core/store/item.ts';
import {
  accounts,
  batch,
  dismissalOf,
  findingOf,
  preferences,
  reminding,
  seenRulesOf,
  setAside,
  unlistedOf,
  warnings,
} from '../core/store/items.ts';
import type { Policy } from '../core/store/policy.ts';
import { accessOf, isOf, type ListedService } from '../core/verdict/listed-service.ts';
import type { SettingStatus } from '../core/verdict/status.ts';
import type { Ports } from './ports.ts';
import type { SiteAccess } from './site-access.ts';
import { type Catalogue, itemsOf, type Statuses } from './statuses.ts';
import type { Snapshot, Store } from './store.ts';

/** All that is known at one moment, and that what is shown is made from. */
export interface State {
  readonly known: Accounts;
  readonly stored: Snapshot;
  readonly policy: Policy;
  /** The services whose pages we may not enter. */
  readonly lacking: readonly Service[];
}

/** All settings of one account scope. */
export interface Account {
  readonly scope: AccountScope;
  readonly statuses: readonly SettingStatus[];
}

export type States = ReturnType<typeof createStates>;

interface Needs extends Pick<Ports, 'readPolicy'> {
  readonly store: Store;
  readonly siteAccess: SiteAccess;
  readonly statuses: Statuses;
  readonly catalogue: Catalogue;
}

export function createStates({ store, siteAccess, statuses, catalogue, readPolicy }: Needs) {
  return { read, servicesIn, accountsIn };

  async function read(): Promise<State> {
    // Not waiting for what is being stored: a view waits for this, and pages may say much.
    const stored = await store.snapshotOfAll((of) => itemsFor(of(accounts)));
    return {
      known: stored.of(accounts),
      stored,
      policy: await readPolicy(),
      lacking: await siteAccess.lacking(),
    };
  }

  /** What is shown is made from these. */
  function itemsFor(known: Accounts): StoredItem<unknown>[] {
    const ofAll = [accounts, preferences, setAside, batch, reminding, warnings];
    const ofEach = scopesInUse(known).flatMap((scope) => [
      seenRulesOf(scope),
      unlistedOf(scope),
      ...statuses.entries.flatMap((entry) => [
        ...itemsOf(entry, scope),
        dismissalOf(entry.key, scope),
      ]),
    ]);
    return [...ofAll, ...ofEach];
  }

  function servicesIn({ known, stored, lacking }: State): ListedService[] {
    const scopes = scopesInUse(known);
    return catalogue.services.map((service) => {
      const its = statuses.entries.filter((entry) => entry.service === service);
      const wasRead = its.some(({ key }) =>
        scopes.some((scope) => stored.of(findingOf(key, scope)) !== null),
      );
      const { id, name } = service;
      const access = accessOf(service, !lacking.includes(service), wasRead);
      return { id, name, hosts: hostsOf(service), access };
    });
  }

  function accountsIn(
    { known, stored }: State,
    services: readonly ListedService[],
    now: number,
  ): Account[] {
    const entries = statuses.entries.filter(({ key }) => isOf(services, key));
    return scopesInUse(known).map((scope) => ({
      scope,
      statuses: entries.map((entry) => statuses.statusIn(stored, entry, scope, now)),
    }));
  }
}

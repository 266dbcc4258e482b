import {
  type Accounts,
  named,
  scopesInUse,
  showing,
  shownScope,
  using,
  withoutContainer,
  withoutProfile,
  withProfile,
} from '../core/account/accounts.ts';
import { NO_CONTAINER } from '../core/account/container.ts';
import type { AccountScope } from '../core/account/scope.ts';
import { mayStart } from '../core/batch/progress.ts';
import type { Sender } from '../core/messages/protocol.ts';
import { Refused } from '../core/messages/router.ts';
import { accounts, batch, dismissalOf } from '../core/store/items.ts';
import type { Ports } from './ports.ts';
import { putAccounts } from './put-accounts.ts';
import { pageOf } from './sending-page.ts';
import type { Statuses } from './statuses.ts';
import type { Store } from './store.ts';
import type { UnderWay } from './under-way.ts';

export type People = ReturnType<typeof createPeople>;

interface Needs extends Pick<Ports, 'chance' | 'clock'> {
  readonly store: Store;
  readonly statuses: Statuses;
  readonly underWay: UnderWay;
}

/** Who shares this browser, and in which containers. */
export function createPeople({ store, statuses, underWay, chance, clock }: Needs) {
  return {
    scopeOf,
    scopeShown,
    showContainer,
    addProfile,
    useProfile,
    rename,
    removeProfile,
    forgetContainer,
    forgetDismissals,
  };

  /** Whose settings the views show, and what the person does in them concerns. */
  async function scopeShown(): Promise<AccountScope> {
    return shownScope(await store.read(accounts));
  }

  /** Whose settings a sender speaks of: a view of what it shows, a page of those in its own container. */
  async function scopeOf(sender: Sender): Promise<AccountScope> {
    if (sender.kinds.includes('extension-page')) return scopeShown();
    return underWay.scopeIn(pageOf(sender).container);
  }

  async function showContainer(container: string): Promise<void> {
    await change((before) => showing(before, container));
  }

  async function addProfile(name: string): Promise<void> {
    await refuseWhileBusy();
    await change((before) => withProfile(before, { id: chance.id(), name }, clock.now()));
  }

  async function useProfile(id: string): Promise<void> {
    await refuseWhileBusy();
    await change((before) => using(before, id, clock.now()));
  }

  async function rename(
    what: 'profiles' | 'containers',
    to: { readonly id: string; readonly name: string },
  ): Promise<void> {
    await change((before) => named(before, what, to));
  }

  async function removeProfile(id: string): Promise<void> {
    await refuseWhileBusy();
    await change((before) => withoutProfile(before, id, clock.now()));
  }

  async function forgetContainer(id: string): Promise<void> {
    await refuseWhileBusy();
    if (id === NO_CONTAINER) throw new Refused('malformed');
    await change((before) => withoutContainer(before, id));
  }

  /** The person wants to be warned again, wherever they were. */
  async function forgetDismissals(): Promise<void> {
    const scopes = scopesInUse(await store.read(accounts));
    for (const scope of scopes) {
      for (const { key } of statuses.entries)
        await store.update(dismissalOf(key, scope), () => null);
    }
  }

  /** What an errand or a batch reads is of the one for whom it was begun. */
  async function refuseWhileBusy(): Promise<void> {
    const isBusy = (await underWay.all()).length > 0 || !mayStart(await store.read(batch));
    if (isBusy) throw new Refused('refused');
  }

  async function change(next: (before: Accounts) => Accounts | undefined): Promise<void> {
    await store.change(async (draft) => {
      const before = await draft.read(accounts);
      const after = next(before);
      if (!after) throw new Refused('refused');
      await putAccounts(draft, before, after);
    });
  }
}

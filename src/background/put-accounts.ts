import { type Accounts, containersGone } from '../core/account/accounts.ts';
import { scopeOfKey } from '../core/account/scope.ts';
import { accounts } from '../core/store/items.ts';
import type { Draft } from './store.ts';

/** Stores the accounts; with a container that is not among them any more goes all that was read in it. */
export async function putAccounts(draft: Draft, before: Accounts, after: Accounts): Promise<void> {
  const gone = containersGone(before, after);
  if (gone.length > 0) await draft.removeWhere((key) => gone.includes(scopeOfKey(key).container));
  draft.put(accounts, after);
}

import { type Accounts, hasScope } from '../core/account/accounts.ts';
import { scopeOfKey } from '../core/account/scope.ts';
import { accounts } from '../core/store/items.ts';
import type { Draft } from './store.ts';

/**
 * Stores the accounts; with a person or a container that is not among them any more goes all that was read
 * there. Cut off in between, somebody is still listed of whom nothing is kept, and nothing is of nobody.
 */
export async function putAccounts(draft: Draft, before: Accounts, after: Accounts): Promise<void> {
  const left = [...after.profiles, ...after.containers].map(({ id }) => id);
  const isFewer = [...before.profiles, ...before.containers].some(({ id }) => !left.includes(id));
  const isGone = (key: string) => {
    const scope = scopeOfKey(key);
    return hasScope(before, scope) && !hasScope(after, scope);
  };
  if (isFewer) await draft.removeWhere(isGone);
  draft.put(accounts, after);
}

import { change, read, update } from '../../browser/storage.ts';
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
} from '../../core/account/accounts.ts';
import { NO_CONTAINER } from '../../core/account/container.ts';
import { type AccountScope, scopeOfKey } from '../../core/account/scope.ts';
import { mayStart } from '../../core/batch/progress.ts';
import { Refused } from '../../core/messages/router.ts';
import { accounts, dismissalOf, round, unfinished } from '../../core/store/items.ts';
import { entries } from './statuses.ts';

/** Whose settings the views show, and what the person does in them concerns. */
export async function scopeShown(): Promise<AccountScope> {
  return shownScope(await read(accounts));
}

export async function showContainer(container: string): Promise<void> {
  await update(accounts, (before) => showing(before, container));
}

export async function addProfile(name: string): Promise<void> {
  await refuseWhileBusy();
  await updateAccounts((before) =>
    withProfile(before, { id: crypto.randomUUID(), name }, Date.now()),
  );
}

export async function useProfile(id: string): Promise<void> {
  await refuseWhileBusy();
  await updateAccounts((before) => using(before, id, Date.now()));
}

export async function rename(
  what: 'profiles' | 'containers',
  to: { readonly id: string; readonly name: string },
): Promise<void> {
  await updateAccounts((before) => named(before, what, to));
}

export async function removeProfile(id: string): Promise<void> {
  await refuseWhileBusy();
  await removeWith(
    (before) => withoutProfile(before, id, Date.now()),
    ({ profile }) => profile === id,
  );
}

export async function forgetContainer(id: string): Promise<void> {
  await refuseWhileBusy();
  if (id === NO_CONTAINER) throw new Refused('malformed');
  await removeWith(
    (before) => withoutContainer(before, id),
    ({ container }) => container === id,
  );
}

/** The person wants to be warned again, wherever they were. */
export async function forgetDismissals(): Promise<void> {
  const scopes = scopesInUse(await read(accounts));
  for (const scope of scopes) {
    for (const { key } of entries) await update(dismissalOf(key, scope), () => null);
  }
}

/** What an errand or a round reads is of the one for whom it was begun. */
async function refuseWhileBusy(): Promise<void> {
  const isBusy = (await read(unfinished)).length > 0 || !mayStart(await read(round));
  if (isBusy) throw new Refused('refused');
}

type Next = (before: Accounts) => Accounts | undefined;

async function updateAccounts(next: Next): Promise<void> {
  await update(accounts, (before) => allowed(next(before)));
}

/** Cut off in between, somebody is still listed of whom nothing is kept, and nothing is of nobody. */
async function removeWith(next: Next, isGone: (scope: AccountScope) => boolean): Promise<void> {
  await change(async ({ read, put, removeWhere }) => {
    const after = allowed(next(await read(accounts)));
    await removeWhere((key) => isGone(scopeOfKey(key)));
    put(accounts, after);
  });
}

function allowed(after: Accounts | undefined): Accounts {
  if (!after) throw new Refused('refused');
  return after;
}

import { read, removeWhere, update } from '../../browser/storage.ts';
import { type AccountScope, scopeOfKey } from '../../core/account-scope.ts';
import {
  type Accounts,
  named,
  scopesInUse,
  showing,
  shownScope,
  using,
  withContainer,
  withoutContainer,
  withoutProfile,
  withProfile,
} from '../../core/accounts.ts';
import { NO_CONTAINER } from '../../core/container.ts';
import { Refused } from '../../core/protocol.ts';
import { mayStart } from '../../core/round-progress.ts';
import { accounts, dismissalOf, round, unfinished } from '../../core/stored.ts';
import { entries } from './statuses.ts';

/** Whose settings the views show, and what the person does in them concerns. */
export async function scopeShown(): Promise<AccountScope> {
  return shownScope(await read(accounts));
}

/** Whose what is read in a container is. */
export async function scopeIn(container: string): Promise<AccountScope> {
  return { profile: (await read(accounts)).profile, container };
}

export async function noteContainer(container: string): Promise<void> {
  await update(accounts, (before) => withContainer(before, container));
}

export async function showContainer(container: string): Promise<void> {
  await update(accounts, (before) => showing(before, container));
}

export async function addProfile(name: string): Promise<void> {
  await refuseWhileBusy();
  await change((before) => withProfile(before, { id: crypto.randomUUID(), name }));
}

export async function useProfile(id: string): Promise<void> {
  await refuseWhileBusy();
  await change((before) => using(before, id));
}

export async function rename(
  what: 'profiles' | 'containers',
  to: { readonly id: string; readonly name: string },
): Promise<void> {
  await change((before) => named(before, what, to));
}

export async function removeProfile(id: string): Promise<void> {
  await refuseWhileBusy();
  await change((before) => withoutProfile(before, id));
  await removeWhere((key) => scopeOfKey(key).profile === id);
}

export async function forgetContainer(id: string): Promise<void> {
  await refuseWhileBusy();
  if (id === NO_CONTAINER) throw new Refused('malformed');
  await change((before) => withoutContainer(before, id));
  await removeWhere((key) => scopeOfKey(key).container === id);
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

async function change(next: (before: Accounts) => Accounts | undefined): Promise<void> {
  await update(accounts, (before) => {
    const after = next(before);
    if (!after) throw new Refused('refused');
    return after;
  });
}

/* Who shares this browser, and in which Firefox containers a service was read. */

import { Moment } from '../time/moment.schema.ts';
import { z } from '../zod.ts';
import { NO_CONTAINER } from './container.ts';
import { MAX_CONTAINERS, MAX_NAME_LENGTH, MAX_PROFILES } from './limits.ts';
import { type AccountScope, FIRST_PROFILE, ScopeId } from './scope.ts';

/** What the person calls a profile or a container; never anything that a page says. */
export const AccountName = z
  .string()
  .check(z.regex(/^\P{Cc}*$/u), z.trim(), z.minLength(1), z.maxLength(MAX_NAME_LENGTH));

const Named = z.strictObject({ id: ScopeId, name: z.optional(AccountName) });
export type Named = z.infer<typeof Named>;

export const Accounts = z
  .strictObject({
    profiles: z
      .array(Named)
      .check(z.maxLength(MAX_PROFILES), z.refine(isFirstAmong, 'the first profile is missing')),
    /** None stands for what is outside containers. */
    containers: z.array(Named),
    /** What is read goes to this profile. */
    profile: ScopeId,
    /** Since when, where another was before: no page that was loaded earlier is read for it. */
    chosenAt: z.optional(Moment),
    /** The container that views show. */
    container: ScopeId,
  })
  .check(
    z.refine(
      ({ profiles, profile }) => profiles.some(({ id }) => id === profile),
      'nobody is in use',
    ),
  );
export type Accounts = z.infer<typeof Accounts>;

export const onePerson: Accounts = {
  profiles: [{ id: FIRST_PROFILE }],
  containers: [],
  profile: FIRST_PROFILE,
  container: NO_CONTAINER,
};

/** What views show. */
export function shownScope({ profile, container }: Accounts): AccountScope {
  return { profile, container };
}

/** Every scope of the profile in use. */
export function scopesInUse({ profile, containers }: Accounts): AccountScope[] {
  return [NO_CONTAINER, ...containers.map(({ id }) => id)].map((container) => ({
    profile,
    container,
  }));
}

export function hasProfile({ profiles }: Accounts, id: string): boolean {
  return profiles.some((profile) => profile.id === id);
}

/**
 * Something was read in a container: it stands last. Where there are as many as there may be, the one goes
 * that was read longest ago: of those that nobody has named, if there is one, and never the one that views show.
 */
export function withContainer(accounts: Accounts, id: string): Accounts {
  const { containers, container: shown } = accounts;
  if (id === NO_CONTAINER || containers.at(-1)?.id === id) return accounts;
  const known = containers.find((one) => one.id === id);
  const others = containers.filter((one) => one !== known);
  const candidates = others.filter((one) => one.id !== shown);
  const longestAgo = candidates.find(({ name }) => name === undefined) ?? candidates[0];
  const kept = others.length < MAX_CONTAINERS ? others : others.filter((one) => one !== longestAgo);
  return { ...accounts, containers: [...kept, known ?? { id }] };
}

/** Whether all is there under which something of a scope may be kept. */
export function hasScope(accounts: Accounts, { profile, container }: AccountScope): boolean {
  return hasProfile(accounts, profile) && hasContainer(accounts, container);
}

function hasContainer({ containers }: Accounts, id: string): boolean {
  return id === NO_CONTAINER || containers.some((one) => one.id === id);
}

export function withoutContainer(accounts: Accounts, id: string): Accounts {
  return {
    ...accounts,
    containers: accounts.containers.filter((one) => one.id !== id),
    container: accounts.container === id ? NO_CONTAINER : accounts.container,
  };
}

/** What was read in a container, also if that is nothing yet. */
export function showing(accounts: Accounts, container: string): Accounts {
  return { ...withContainer(accounts, container), container };
}

/** The new profile is in use from now on. @returns `undefined` where there are as many as there may be */
export function withProfile(
  accounts: Accounts,
  profile: Required<Named>,
  now: number,
): Accounts | undefined {
  if (accounts.profiles.length >= MAX_PROFILES) return undefined;
  return using({ ...accounts, profiles: [...accounts.profiles, profile] }, profile.id, now);
}

/** @returns `undefined` for a profile that is not there */
export function using(accounts: Accounts, profile: string, now: number): Accounts | undefined {
  if (!hasProfile(accounts, profile)) return undefined;
  return accounts.profile === profile ? accounts : { ...accounts, profile, chosenAt: now };
}

/** @returns `undefined` for the first profile, which stays, and for one that is not there */
export function withoutProfile(
  accounts: Accounts,
  profile: string,
  now: number,
): Accounts | undefined {
  const profiles = accounts.profiles.filter(({ id }) => id !== profile);
  if (profile === FIRST_PROFILE || profiles.length === accounts.profiles.length) return undefined;
  const isInUse = accounts.profile === profile;
  return {
    ...(isInUse ? { ...accounts, profile: FIRST_PROFILE, chosenAt: now } : accounts),
    profiles,
  };
}

/** @returns `undefined` where there is none of that id */
export function named(accounts: Accounts, what: 'profiles' | 'containers', to: Required<Named>) {
  if (!accounts[what].some(({ id }) => id === to.id)) return undefined;
  return { ...accounts, [what]: accounts[what].map((one) => (one.id === to.id ? to : one)) };
}

function isFirstAmong(profiles: readonly Named[]): boolean {
  return profiles.some(({ id }) => id === FIRST_PROFILE);
}

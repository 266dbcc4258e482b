/*
 * Whose readings are whose. Who is signed in cannot be told without reading a name, and none is ever
 * read. So a reading belongs to the profile that the person says is in use and to the Firefox container
 * in which its page stood, and a sign-out that was seen cuts off what was read before it (`finding.ts`).
 */

import { z } from '../zod.ts';
import { NO_CONTAINER } from './container.ts';

/** Of a profile or a container. */
export const ScopeId = z.string().check(z.regex(/^[\w-]{0,64}$/));

export const AccountScope = z.strictObject({
  /** `''` for the first profile. */
  profile: ScopeId,
  /** A `cookieStoreId`, such as `firefox-container-2`; `''` outside containers. */
  container: ScopeId,
});
export type AccountScope = z.infer<typeof AccountScope>;

export const FIRST_PROFILE = '';
export const firstScope: AccountScope = { profile: FIRST_PROFILE, container: NO_CONTAINER };

/** The key under which something of a scope is stored; in the first scope it is the key itself. */
export function keyIn(scope: AccountScope, key: string): string {
  return sameScope(scope, firstScope) ? key : `${key}@${scope.profile}/${scope.container}`;
}

/** Of whose a key of the store is, also of what was set aside. What is nobody's own is the first's. */
export function scopeOfKey(key: string): AccountScope {
  const [, profile = FIRST_PROFILE, container = NO_CONTAINER] =
    key.match(/@([\w-]*)\/([\w-]*)(?:\/|$)/) ?? [];
  return { profile, container };
}

export function sameScope(a: AccountScope, b: AccountScope): boolean {
  return a.profile === b.profile && a.container === b.container;
}

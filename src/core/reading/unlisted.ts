/*
 * Switches that are on and that no recipe names: a new default is found on its first day. Of such a
 * switch only its id is known, and only one that its maker wrote: what a framework counts up, or what
 * could be a person's name or number, is left out.
 */

import type { Hook, Service } from '../recipe/recipe.ts';
import { Moment } from '../time/moment.schema.ts';
import { z } from '../zod.ts';
import { MAX_ID_LENGTH, MAX_UNLISTED_PER_PAGE, UNLISTED_ID } from './unlisted-id.ts';

const MAX_UNLISTED = 200;

const UnlistedId = z.string().check(z.maxLength(MAX_ID_LENGTH), z.regex(UNLISTED_ID));

export const UnlistedIds = z.array(UnlistedId).check(z.maxLength(MAX_UNLISTED_PER_PAGE));

/** One switch on one page. Times in milliseconds since the epoch. */
export const UnlistedSwitch = z.strictObject({
  id: UnlistedId,
  /** The page to look at. */
  address: z.url({ protocol: /^https$/ }),
  firstSeenAt: Moment,
  /** The person said that they have looked at it. */
  lookedAt: z.boolean(),
});
export type UnlistedSwitch = z.infer<typeof UnlistedSwitch>;

/** The switches of one page that the person has not looked at yet. */
export interface UnlistedPage {
  readonly address: string;
  readonly ids: readonly string[];
}

/** What is known after a page has told all that is on there now. */
export function nextUnlisted(
  before: readonly UnlistedSwitch[],
  { address, ids, known }: { address: string; ids: readonly string[]; known: readonly Hook[] },
  now: number,
): readonly UnlistedSwitch[] {
  const strange = ids.filter((id) => !known.some(({ value }) => value === id));
  const here = before.filter((one) => one.address === address);
  const isSame = here.length === strange.length && here.every(({ id }) => strange.includes(id));
  if (isSame) return before;

  const elsewhere = before.filter((one) => one.address !== address);
  const present = strange.map(
    (id) => here.find((one) => one.id === id) ?? { id, address, firstSeenAt: now, lookedAt: false },
  );
  return [...elsewhere, ...present].slice(-MAX_UNLISTED);
}

export function unlistedPages(all: readonly UnlistedSwitch[]): UnlistedPage[] {
  const pages = new Map<string, string[]>();
  for (const { id, address, lookedAt } of all) {
    if (!lookedAt) pages.set(address, [...(pages.get(address) ?? []), id]);
  }
  return [...pages].map(([address, ids]) => ({ address, ids }));
}

/** The person has looked at what is on a page now. */
export function lookedAt(
  all: readonly UnlistedSwitch[],
  address: string,
): readonly UnlistedSwitch[] {
  return all.map((one) => (one.address === address ? { ...one, lookedAt: true } : one));
}

/** Nothing but words: a path may hold a name or a number, and then the service's list is opened. */
const PLAIN_PATH = /^(?:\/[a-z]+(?:-[a-z]+)*){1,6}\/?$/;

/** @param origin one of the service's */
export function pageToLookAt({ settings }: Service, origin: string, path: string): string {
  const list = settings.find(({ listing }) => listing)?.listing?.open ?? origin;
  return PLAIN_PATH.test(path) ? origin + path.replace(/\/$/, '') : list;
}

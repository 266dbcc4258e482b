/* What could not be read: it is kept whole under a key of its own, told, and never trusted. */

import { DAY_MS } from '../time/day.ts';
import { Moment } from '../time/moment.schema.ts';
import { z } from '../zod.ts';
import { storeProblems } from './item.ts';

/** Tells of one value that could not be read. */
export const SetAsideRecord = z.strictObject({
  key: z.string(),
  /** Where what could not be read is kept: its own key, where there was no room for it elsewhere. */
  keptAs: z.string(),
  problem: z.enum(storeProblems),
  at: Moment,
});
export type SetAsideRecord = z.infer<typeof SetAsideRecord>;

/** What is left in its own place is found there again and again, and told once. */
export function withSetAside(
  list: readonly SetAsideRecord[],
  one: SetAsideRecord,
): readonly SetAsideRecord[] {
  const isTold = list.some(({ key, keptAs }) => key === one.key && keptAs === one.keptAs);
  return isTold ? list : [...list, one];
}

/** Where it is told what was set aside, and below which the copies stand. */
export const SET_ASIDE = 'set-aside';

/** Where what could not be read is kept from a moment on. */
export function asideKey(key: string, at: number): string {
  return `${SET_ASIDE}/${key}/${at}`;
}

const COPY = new RegExp(`^${SET_ASIDE}/.+/(\\d+)$`);
/** Long enough to save it as a file, or to come back to the version that can read it. */
const COPY_KEPT_MS = 30 * DAY_MS;

/** Whether a key holds a copy of what could not be read. */
export function isCopySetAside(key: string): boolean {
  return COPY.test(key);
}

/** Whether it was set aside so long ago that it goes. What a wrong clock dated stays. */
export function isOldCopySetAside(key: string, now: number): boolean {
  const [, at] = COPY.exec(key) ?? [];
  return at !== undefined && now - Number(at) > COPY_KEPT_MS;
}

/** Whether a key holds what was set aside, or tells of it. */
export function isOfSetAside(key: string, list: readonly SetAsideRecord[]): boolean {
  const isKept = key === SET_ASIDE || key.startsWith(`${SET_ASIDE}/`);
  return isKept || list.some(({ keptAs }) => keptAs === key);
}

// What a batch is; how it goes on is in `batch.ts`.
import { AccountScope } from '../account/scope.ts';
import { outcomeCodes } from '../errand/errand.schema.ts';
import { unknownReasons } from '../reading/reading.ts';
import { type Entry, SettingKey } from '../recipe/setting-key.ts';
import { Moment } from '../time/moment.schema.ts';
import { z } from '../zod.ts';

/** One page to be opened, and the settings that it is opened for. */
export const Stop = z.strictObject({
  address: z.url({ protocol: /^https$/ }),
  /** Several when a page is checked on which they stand together; one when it is to be turned off. */
  keys: z.array(SettingKey).check(z.minLength(1)),
});
export type Stop = z.infer<typeof Stop>;

export const batchKinds = ['check', 'turn-off'] as const;
export type BatchKind = (typeof batchKinds)[number];

export const batchEndCodes = [
  'finished',
  'cancelled',
  'handed-over',
  'tab-closed',
  'interrupted',
  'no-access',
] as const;

export const BatchEnd = z.strictObject({
  code: z.enum(batchEndCodes),
  /** Why the tab was left to the person. */
  reason: z.optional(z.enum(unknownReasons)),
  /** The id of the service whose pages are closed to us, or show something else. */
  service: z.optional(z.string()),
});
export type BatchEnd = z.infer<typeof BatchEnd>;

/** `read` is the outcome of a check, the others those of an errand. */
const Result = z.enum([...outcomeCodes, 'unread']);
export type BatchResult = z.infer<typeof Result>;

const Pause = z.int().check(z.nonnegative());

/** Times in milliseconds since the epoch. */
export const Batch = z.strictObject({
  id: z.string(),
  kind: z.enum(batchKinds),
  /** Whose settings they are. */
  scope: AccountScope,
  stops: z.array(Stop),
  /** The stop that is visited, or the one that follows the pause. */
  index: z.int().check(z.nonnegative()),
  step: z.enum(['opening', 'visiting', 'pausing', 'ended']),
  tabId: z.optional(z.int()),
  /** The browser session in which it began: in another one the tab is gone, or its id is another's. */
  session: z.string(),
  /** The page of the stop that is visited has come. */
  arrived: z.optional(z.literal(true)),
  startedAt: Moment,
  stopStartedAt: Moment,
  /** When it goes on by itself: the stop is overdue, or the pause is over. */
  nextAt: Moment,
  /** What came of each setting so far; of every setting once the batch has ended. */
  results: z.record(SettingKey, Result),
  pauseMs: z.strictObject({ min: Pause, max: Pause }),
  /** At the first of these the batch ends. */
  stopAt: z.array(z.enum(unknownReasons)),
  end: z.optional(BatchEnd),
  endedAt: z.optional(Moment),
});
export type Batch = z.infer<typeof Batch>;

/** Every page once, in the order in which the recipes first name it. */
export function stopsToCheck(entries: readonly Entry[]): Stop[] {
  const pages = new Map<string, SettingKey[]>();
  for (const { key, setting } of entries) {
    pages.set(setting.open, [...(pages.get(setting.open) ?? []), key]);
  }
  return [...pages].map(([address, keys]) => ({ address, keys }));
}

/** One stop a setting, as each is pressed and read again by itself; in the order of the recipes. */
export function stopsToTurnOff(entries: readonly Entry[], keys: readonly SettingKey[]): Stop[] {
  return entries
    .filter(({ key }) => keys.includes(key))
    .map(({ key, setting }) => ({ address: setting.open, keys: [key] }));
}

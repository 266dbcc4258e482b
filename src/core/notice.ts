/*
 * What is worth a notification, and nothing else is: a setting that has flipped back, and a check that has
 * grown old. Whether the person agreed, and the browser too, is asked before.
 */
import type { Day } from './day.ts';
import type { FlipBack } from './finding.ts';
import { Moment } from './moment-schema.ts';
import type { Overview } from './overview.ts';
import { notifies } from './reminder.ts';
import { SettingKey } from './setting-key.ts';
import type { SettingStatus } from './status.ts';
import { z } from './zod.ts';

/** A flip-back that a notification has told of, known by when it was found. */
export const ToldFlipBack = z.strictObject({ key: SettingKey, foundAt: Moment });
export type ToldFlipBack = z.infer<typeof ToldFlipBack>;

export interface FlippedBack {
  readonly key: SettingKey;
  readonly title: string;
  readonly serviceName: string;
  readonly flipBack: FlipBack;
}

/** One for all that flipped back at once: nobody wants thirteen. */
export type Notice =
  | { readonly kind: 'flip-back'; readonly settings: readonly [FlippedBack, ...FlippedBack[]] }
  | { readonly kind: 'reminder'; readonly since?: Day };

/** What earlier notifications said. */
export interface Told {
  readonly flipBacks: readonly ToldFlipBack[];
  readonly remindedAt: number | undefined;
}

/** @returns what is to be told now: nothing while pages are being read one after another */
export function noticesOf(overview: Overview, told: Told, now: number): Notice[] {
  const { statuses, round, remindAfter, reminder } = overview;
  if (round && round.step !== 'ended') return [];

  const notices: Notice[] = [];
  const [first, ...others] = flippedBackIn(statuses).filter((one) => !isTold(one, told.flipBacks));
  if (first) notices.push({ kind: 'flip-back', settings: [first, ...others] });

  const readAts = statuses.flatMap(({ finding }) => (finding ? [finding.readAt] : []));
  if (notifies({ remindAfter, readAts, remindedAt: told.remindedAt }, now)) {
    const { since } = reminder;
    notices.push({ kind: 'reminder', ...(since !== undefined && { since }) });
  }
  return notices;
}

/** With those that the notices tell of; of each setting the last one is enough. */
export function toldAfter(
  before: readonly ToldFlipBack[],
  notices: readonly Notice[],
): readonly ToldFlipBack[] {
  const now = notices.flatMap((notice) =>
    notice.kind === 'flip-back'
      ? notice.settings.map(({ key, flipBack }) => ({ key, foundAt: flipBack.foundAt }))
      : [],
  );
  if (now.length === 0) return before;
  return [...before.filter(({ key }) => !now.some((one) => one.key === key)), ...now];
}

/** Told twice, by a background that died before it could note it, the browser shows it once. */
export function idOf(notice: Notice): string {
  if (notice.kind === 'reminder') return 'reminder';
  const foundAts = notice.settings.map(({ flipBack }) => flipBack.foundAt);
  return `flip-back/${Math.max(...foundAts)}`;
}

function flippedBackIn(statuses: readonly SettingStatus[]): FlippedBack[] {
  return statuses.flatMap(({ key, title, serviceName, finding }) => {
    const flipBack = finding?.flipBack;
    // Signed out since, it may be of another account: too many ifs for a notification.
    return flipBack && !flipBack.signedOutSince ? [{ key, title, serviceName, flipBack }] : [];
  });
}

function isTold({ key, flipBack }: FlippedBack, told: readonly ToldFlipBack[]): boolean {
  return told.some((one) => one.key === key && one.foundAt === flipBack.foundAt);
}

/*
 * What is worth a notification, and nothing else is: a setting that has flipped back, and a check that has
 * grown old. Whether the person agreed, and the browser too, is asked before.
 */

import { type FlippedBack, flippedBackIn } from '../reading/flipped-back.ts';
import { SettingKey } from '../recipe/setting-key.ts';
import type { Day } from '../time/day.ts';
import { Moment } from '../time/moment.schema.ts';
import { z } from '../zod.ts';
import type { Overview } from './overview.ts';
import { notifies } from './reminder.ts';

/** A flip-back that a notification has told of, known by when it was found. */
export const ToldFlipBack = z.strictObject({ key: SettingKey, foundAt: Moment });
export type ToldFlipBack = z.infer<typeof ToldFlipBack>;

/** One for all that flipped back at once in a container: nobody wants thirteen. */
export interface FlipBackNotice {
  readonly kind: 'flip-back';
  readonly container: string;
  readonly settings: readonly [FlippedBack, ...FlippedBack[]];
}

export type Notice = FlipBackNotice | { readonly kind: 'reminder'; readonly since?: Day };

/** What earlier notifications said. */
export interface Told {
  flipBacks(container: string): readonly ToldFlipBack[];
  readonly remindedAt: number | undefined;
}

/** @returns what is to be told now: nothing while pages are being read one after another */
export function noticesOf(overview: Overview, told: Told, now: number): Notice[] {
  const { accounts, statuses, elsewhere, batch, remindAfter, reminder } = overview;
  if (batch && batch.step !== 'ended') return [];

  const shown = { container: accounts.container, flippedBack: flippedBackIn(statuses) };
  const notices: Notice[] = [shown, ...elsewhere].flatMap(({ container, flippedBack }) => {
    const before = told.flipBacks(container);
    const [first, ...others] = flippedBack.filter((one) => !isTold(one, before));
    return first ? [{ kind: 'flip-back', container, settings: [first, ...others] } as const] : [];
  });

  const readAts = statuses.flatMap(({ finding }) => (finding ? [finding.readAt] : []));
  if (notifies({ remindAfter, readAts, remindedAt: told.remindedAt }, now)) {
    const { since } = reminder;
    notices.push({ kind: 'reminder', ...(since !== undefined && { since }) });
  }
  return notices;
}

/** With those that the notice tells of; of each setting the last one is enough. */
export function toldAfter(
  before: readonly ToldFlipBack[],
  { settings }: FlipBackNotice,
): readonly ToldFlipBack[] {
  const now = settings.map(({ key, flipBack }) => ({ key, foundAt: flipBack.foundAt }));
  return [...before.filter(({ key }) => !now.some((one) => one.key === key)), ...now];
}

/** Told twice, by a background that died before it could note it, the browser shows it once. */
export function idOf(notice: Notice): string {
  if (notice.kind === 'reminder') return 'reminder';
  const foundAts = notice.settings.map(({ flipBack }) => flipBack.foundAt);
  return `flip-back/${notice.container}/${Math.max(...foundAts)}`;
}

function isTold({ key, flipBack }: FlippedBack, told: readonly ToldFlipBack[]): boolean {
  return told.some((one) => one.key === key && one.foundAt === flipBack.foundAt);
}

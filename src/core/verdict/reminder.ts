/*
 * A check grows old: a service may move a switch after it was read, so the person is asked to look again.
 *
 * The last check is the newest reading of any setting. What lies more than a day ahead of the clock was
 * written by a wrong clock and proves nothing: such a reading is set aside as long as another one counts,
 * and where none does a check is due until the next reading; such a reminder is as good as never sent.
 * So however a clock jumps, one new reading ends what is due, and storing `remindedAt` keeps quiet.
 */
import { type Day, dayOf, daysBetween } from '../time/day.ts';
import type { RemindAfter } from './remind-after.ts';

/** What a reminder depends on. Times in milliseconds since the epoch. */
export interface Checks {
  readonly remindAfter: RemindAfter;
  /** When each setting was last read; empty when none ever was. */
  readonly readAts: readonly number[];
  /** When a notification was last sent. */
  readonly remindedAt: number | undefined;
}

export interface Reminder {
  readonly due: boolean;
  /** The day of the last check. Only when due, and absent where a wrong clock dated every reading. */
  readonly since?: Day;
}

/** Whether a new check is due. Never when nothing was ever read: that is said as "not checked". */
export function reminderOf({ remindAfter, readAts }: Checks, now: number): Reminder {
  if (remindAfter === 'never' || readAts.length === 0) return { due: false };

  const counting = readAts.filter((readAt) => !isAhead(readAt, now));
  if (counting.length === 0) return { due: true };

  const last = Math.max(...counting);
  return isOlder(last, remindAfter, now) ? { due: true, since: dayOf(last) } : { due: false };
}

/** Whether a notification is to be sent now. The caller then stores `now` as `remindedAt`. */
export function notifies(checks: Checks, now: number): boolean {
  const { remindAfter, remindedAt } = checks;
  if (remindAfter === 'never' || !reminderOf(checks, now).due) return false;
  if (remindedAt === undefined || isAhead(remindedAt, now)) return true;
  return isOlder(remindedAt, remindAfter, now);
}

/** A day ahead is let pass: clocks are set right by minutes, and that may cross midnight. */
function isAhead(moment: number, now: number): boolean {
  return daysBetween(moment, now) < -1;
}

function isOlder(moment: number, days: number, now: number): boolean {
  return daysBetween(moment, now) > days;
}

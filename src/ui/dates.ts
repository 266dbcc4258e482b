import type { Day } from '../core/day.ts';

/** A calendar day in words. Days are UTC and stay the day they name. */
export function formatDay(day: Day, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(day),
  );
}

/** @param moment milliseconds since the epoch; shown in the person's own time zone */
export function formatMoment(
  moment: number,
  language: string,
  dateStyle: 'long' | 'medium' = 'long',
): string {
  return new Intl.DateTimeFormat(language, { dateStyle, timeStyle: 'short' }).format(moment);
}

/** The day of a moment, in the person's own time zone. */
export function formatDate(moment: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(moment);
}

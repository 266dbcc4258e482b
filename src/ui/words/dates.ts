import type { Day } from '../../core/time/day.ts';

type Style = Pick<Intl.DateTimeFormatOptions, 'dateStyle' | 'timeStyle'>;

/** A table has hundreds of days, and each formatter takes longer to make than to use. */
const inUtc = new Map<string, Intl.DateTimeFormat>();

/** @param moment a day or a moment in UTC, ISO 8601 */
export function formatInUtc(moment: string, language: string, style: Style): string {
  const kind = `${language} ${style.dateStyle} ${style.timeStyle}`;
  const format =
    inUtc.get(kind) ?? new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' });
  inUtc.set(kind, format);
  return format.format(Date.parse(moment));
}

/** A calendar day in words, in whichever time zone: it stays the day that it names. */
export function formatDay(day: Day, language: string): string {
  return formatInUtc(day, language, { dateStyle: 'long' });
}

/** @param moment milliseconds since the epoch; shown in the person's own time zone */
export function formatMoment(moment: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(
    moment,
  );
}

/** The day of a moment, in the person's own time zone. */
export function formatDate(
  moment: number,
  language: string,
  dateStyle: 'long' | 'medium' = 'long',
): string {
  return new Intl.DateTimeFormat(language, { dateStyle }).format(moment);
}

/* Apart from `dates.ts`, as the popup shows none of these. */
import type { Day } from '../../core/time/day.ts';
import { formatInUtc } from '../words/dates.ts';

/** A calendar day where there is little room. */
export function formatDayBriefly(day: Day, language: string): string {
  return formatInUtc(day, language, { dateStyle: 'medium' });
}

/** Hours and minutes of a moment, in the person's own time zone. */
export function formatTime(moment: number, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(moment);
}

/** The same moment for everybody, to the minute, and said to be UTC. */
export function formatUtc(moment: string, language: string): string {
  return `${formatUtcBriefly(moment, language)} UTC`;
}

/** Where it is said elsewhere that times are UTC. */
export function formatUtcBriefly(moment: string, language: string): string {
  return formatInUtc(moment, language, { dateStyle: 'long', timeStyle: 'short' });
}

/** A calendar day, `YYYY-MM-DD`. Days compare as strings. A moment falls on the day of the person's own calendar. */
export type Day = string;

export const DAY_MS = 86_400_000;

/** @param moment milliseconds since the epoch */
export function dayOf(moment: number): Day {
  const date = new Date(moment);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()] as const;
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

export function dayBefore(day: Day): Day {
  return daysAfter(day, -1);
}

export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** From one day to a later one; negative where it is an earlier one. */
export function daysFrom(first: Day, last: Day): number {
  return (Date.parse(last) - Date.parse(first)) / DAY_MS;
}

/** Calendar days from one moment to a later one; negative when the clock went back. */
export function daysBetween(earlier: number, later: number): number {
  return dayNumberOf(later) - dayNumberOf(earlier);
}

/** Days since the epoch, also of a year that no four digits write. */
function dayNumberOf(moment: number): number {
  const date = new Date(moment);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS;
}

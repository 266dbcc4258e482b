/** A calendar day in UTC, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;

export const DAY_MS = 86_400_000;

/** @param now milliseconds since the epoch */
export function dayOf(now: number): Day {
  return new Date(now).toISOString().slice(0, 10);
}

export function dayBefore(day: Day): Day {
  return daysAfter(day, -1);
}

export function daysAfter(day: Day, days: number): Day {
  return dayOf(Date.parse(day) + days * DAY_MS);
}

/** Calendar days in UTC from one moment to a later one; negative when the clock went back. */
export function daysBetween(earlier: number, later: number): number {
  return Math.floor(later / DAY_MS) - Math.floor(earlier / DAY_MS);
}

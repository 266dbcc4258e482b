/** When an alarm that repeats rings next, in milliseconds since the epoch, and how often. */
export interface AlarmTime {
  readonly scheduledTime: number;
  readonly periodInMinutes?: number;
}

const MINUTE_MS = 60_000;

/** Whether it rings within one period. Set by a clock that was ahead, it would wait for that clock's day. */
export function ringsInTime({ scheduledTime, periodInMinutes }: AlarmTime, now: number): boolean {
  return periodInMinutes !== undefined && scheduledTime - now <= periodInMinutes * MINUTE_MS;
}

import { repeatAlarm } from '../../browser/alarms.ts';

export const DAILY = 'daily';
const MINUTES_PER_DAY = 24 * 60;

/** Rules change from one day to the next, and a reading grows old. */
export function setDaily(): Promise<void> {
  return repeatAlarm(DAILY, MINUTES_PER_DAY);
}

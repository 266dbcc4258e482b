import type { Ports } from './ports.ts';

export const DAILY = 'daily';
const MINUTES_PER_DAY = 24 * 60;

/** Rules change from one day to the next, and a reading grows old. */
export function setDaily({ alarms }: Pick<Ports, 'alarms'>): Promise<void> {
  return alarms.repeatAlarm(DAILY, MINUTES_PER_DAY);
}

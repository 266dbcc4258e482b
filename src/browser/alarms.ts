import { ringsInTime } from '../core/alarm-time.ts';
import { browser } from './api.ts';

/** @param when milliseconds since the epoch */
export async function setAlarm(name: string, when: number): Promise<void> {
  browser.alarms.create(name, { when });
}

export async function clearAlarm(name: string): Promise<void> {
  await browser.alarms.clear(name);
}

export async function repeatAlarm(name: string, periodInMinutes: number): Promise<void> {
  const set = await browser.alarms.get(name);
  if (!set || !ringsInTime(set, Date.now())) browser.alarms.create(name, { periodInMinutes });
}

export function onAlarm(ring: (name: string) => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => ring(name));
}

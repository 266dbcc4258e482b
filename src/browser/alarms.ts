import { ringsInTime } from '../core/time/alarm-time.ts';
import { browser } from './api.ts';

/** The shortest that Chromium grants. */
const RING_AGAIN_MINUTES = 0.5;

/**
 * Rings from a moment on, each half minute until it is cleared: a ring that reaches a background on
 * the point of being stopped is lost, and would not come again.
 *
 * @param when milliseconds since the epoch
 */
export async function ringFrom(name: string, when: number): Promise<void> {
  browser.alarms.create(name, { when, periodInMinutes: RING_AGAIN_MINUTES });
}

export async function clearAlarm(name: string): Promise<void> {
  await browser.alarms.clear(name);
}

export async function clearAlarms(): Promise<void> {
  await browser.alarms.clearAll();
}

export async function repeatAlarm(name: string, periodInMinutes: number): Promise<void> {
  const set = await browser.alarms.get(name);
  if (!set || !ringsInTime(set, Date.now())) browser.alarms.create(name, { periodInMinutes });
}

export function onAlarm(ring: (name: string) => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => ring(name));
}

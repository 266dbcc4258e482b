import { emptyHistory, type History, observe } from '../../src/core/history/history.ts';
import type { Observation } from '../../src/core/reading/observation.ts';
import { seedRaw } from '../e2e/seed.ts';
import { ask, entries, type Ground } from './ground.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** So far apart that a day has room for all of them. */
const APART_MS = DAY_MS / 24;

/** So many observations over all settings, each a change: nothing of them may ever be dropped. */
export function changesOf(count: number, now: number): Record<string, History> {
  const each = Math.ceil(count / entries.length);
  return histories((index) => {
    const size = Math.min(each, Math.max(0, count - index * each));
    return Array.from({ length: size }, (_, turn) => ({
      reading: { state: turn % 2 === 0 ? 'on' : 'off', strategy: 'known-id' },
      fresh: true,
      cause: turn % 2 === 0 ? 'unknown' : 'person',
      at: now - (size - turn) * APART_MS,
    }));
  });
}

/** A check of everything on each day, and an opt-out a month that somebody undoes. */
export function yearOf(now: number): Record<string, History> {
  return histories(() =>
    Array.from({ length: 365 }, (_, day): Observation => {
      const isOn = day % 30 === 0;
      return {
        reading: { state: isOn ? 'on' : 'off', strategy: 'known-id' },
        fresh: true,
        cause: day % 30 === 1 ? 'errand' : 'unknown',
        at: now - (365 - day) * DAY_MS,
      };
    }),
  );
}

/** Of each setting, through the product's own way of keeping them. */
function histories(of: (index: number) => readonly Observation[]): Record<string, History> {
  return Object.fromEntries(
    entries.map(({ key }, index) => [key, of(index).reduce(observe, emptyHistory)]),
  );
}

/** Puts histories and what was found last into the store, as this version keeps them. */
export async function seed(ground: Ground, all: Readonly<Record<string, History>>): Promise<void> {
  for (const [key, history] of Object.entries(all)) {
    const [at, state] = history.rows.at(-1) ?? [];
    if (at === undefined) continue;
    await seedRaw(ground, {
      [`history/${key}`]: { version: 1, value: history },
      [`finding/${key}`]: {
        version: 3,
        value: { reading: { state }, readAt: at, fresh: true },
      },
    });
  }
  await ask(ground, 'overview.get', {});
}

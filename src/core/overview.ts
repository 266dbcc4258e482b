/*
 * What the popup shows, made by the background and kept, so that the popup opens with content at once
 * and carries neither recipes nor schemas. It is a cache that cannot lie: it says from which stored
 * values and for which day it was made, and whoever finds any of them changed asks for a new one.
 */
import type { Day } from './day.ts';
import type { SettingStatus } from './status.ts';
import type { Area } from './stored.ts';

export interface Overview {
  readonly statuses: readonly SettingStatus[];
  readonly serviceName: string;
  /** ISO 3166-1 code of the person's place, once they have chosen one. */
  readonly place: string | undefined;
  readonly banner: boolean;
  readonly hasSetAside: boolean;
}

/** One stored value an overview was made from, as JSON; `null` where nothing was stored. */
export interface Basis {
  readonly area: Area;
  readonly key: string;
  readonly json: string | null;
}

export interface KeptOverview {
  readonly version: typeof OVERVIEW.version;
  readonly day: Day;
  readonly basis: readonly Basis[];
  readonly overview: Overview;
}

export const OVERVIEW = { area: 'local', key: 'overview', version: 1 } as const;

export function basisOf(area: Area, key: string, raw: unknown): Basis {
  return { area, key, json: raw === undefined ? null : JSON.stringify(raw) };
}

/** Whether what is kept has the form of an overview for this day; its basis must still be compared. */
export function isKeptOverview(raw: unknown, day: Day): raw is KeptOverview {
  const kept = raw as Partial<KeptOverview> | undefined;
  return kept?.version === OVERVIEW.version && kept.day === day && Array.isArray(kept.basis);
}

/** @param current what storage holds now for each part of the basis, in the same order */
export function stillHolds({ basis }: KeptOverview, current: readonly unknown[]): boolean {
  return (
    basis.length > 0 &&
    basis.every(({ area, key, json }, index) => basisOf(area, key, current[index]).json === json)
  );
}

import type { SettingKey } from '../../src/core/setting-key.ts';

/** A generated page of the list of settings, on which a setting's row may be missing. */
export interface ListPage {
  readonly list: true;
  readonly setting: SettingKey;
  /** Whether the service offers the setting: then its row is on the list, shown or not. */
  readonly offered: 'shown' | 'hidden' | 'no';
  readonly ownRowMs: number;
  /** Rows of other settings that are known to stand on this list. */
  readonly neighbours: number;
  readonly neighboursMs: number;
  readonly areNeighboursHidden: boolean;
  /** The page links to one neighbour many times. */
  readonly isOneNeighbour: boolean;
  /** Rows that nobody knows. */
  readonly strangers: number;
  readonly isBusy: boolean;
  readonly wrapped: number;
  readonly trailingSlash: boolean;
}

export const plainList: ListPage = {
  list: true,
  setting: 'linkedin/ai-training' as SettingKey,
  offered: 'no',
  ownRowMs: 0,
  neighbours: 3,
  neighboursMs: 0,
  areNeighboursHidden: false,
  isOneNeighbour: false,
  strangers: 2,
  isBusy: false,
  wrapped: 0,
  trailingSlash: false,
};

/** Whether the page shows that the setting is not offered. */
export function showsAbsence(page: ListPage): boolean {
  const seen = page.isOneNeighbour ? Math.min(1, page.neighbours) : page.neighbours;
  return page.offered === 'no' && seen >= 2 && !page.areNeighboursHidden && !page.isBusy;
}

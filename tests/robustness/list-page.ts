import type { SettingKey } from '../../src/core/recipe/setting-key.ts';

/** A generated page of the list of settings, on which a setting's row may be missing. */
export interface ListPage {
  readonly list: true;
  readonly setting: SettingKey;
  /** Whether the service offers the setting: then its row is on the list, shown or not. */
  readonly offered: 'shown' | 'hidden' | 'no';
  readonly ownRowMs: number;
  /** How many of the rows that always stand on this list are missing from it. */
  readonly missing: number;
  readonly neighboursMs: number;
  readonly areNeighboursHidden: boolean;
  /** One neighbour stands in the place of every other. */
  readonly isOneNeighbour: boolean;
  /** What stands after the rows, for more of them. */
  readonly more: 'none' | 'button' | 'folded';
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
  missing: 0,
  neighboursMs: 0,
  areNeighboursHidden: false,
  isOneNeighbour: false,
  more: 'none',
  strangers: 2,
  isBusy: false,
  wrapped: 0,
  trailingSlash: false,
};

/** Whether the page shows that the setting is not offered. */
export function showsAbsence(page: ListPage): boolean {
  const isWhole = page.missing === 0 && !page.isOneNeighbour && page.more === 'none';
  return page.offered === 'no' && isWhole && !page.areNeighboursHidden && !page.isBusy;
}

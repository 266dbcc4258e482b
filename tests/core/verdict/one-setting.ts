import { services } from '../../../src/catalogue/index.ts';
import { groups } from '../../../src/catalogue/jurisdiction-groups.ts';
import type { FlipBack } from '../../../src/core/reading/finding.ts';
import type { Reading } from '../../../src/core/reading/reading.ts';
import { type Entry, entriesOf } from '../../../src/core/recipe/setting-key.ts';
import { toJurisdiction } from '../../../src/core/rules/jurisdiction.ts';
import { type SettingStatus, statusOf } from '../../../src/core/verdict/status.ts';

export const NOW = Date.UTC(2026, 10, 23, 9);
export const READ_AT = NOW - 60_000;
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const flipBack: FlipBack = {
  heldSince: NOW - 90 * DAY,
  cause: 'errand',
  verifiedAt: NOW - 80 * DAY,
  foundAt: NOW - DAY,
};

/** The first setting of the catalogue. */
export const [entry] = entriesOf(services) as [Entry, ...Entry[]];

/** How it stands in a place, or where none is chosen, a minute after it was read, if it was. */
export function statusIn(code: string | undefined, reading?: Reading): SettingStatus {
  return statusOf(
    entry,
    {
      jurisdiction: code === undefined ? undefined : toJurisdiction(code, groups),
      finding: reading ? { reading, readAt: READ_AT, fresh: true } : null,
      errand: null,
    },
    NOW,
  );
}

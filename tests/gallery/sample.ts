/* Overviews as the background would make them, by the same code, from made-up readings. */

import { services } from '../../src/catalogue/index.ts';
import { groups } from '../../src/catalogue/jurisdiction-groups.ts';
import { onePerson } from '../../src/core/account/accounts.ts';
import { firstScope } from '../../src/core/account/scope.ts';
import type { Batch } from '../../src/core/batch/batch.schema.ts';
import { stopsToCheck } from '../../src/core/batch/batch.schema.ts';
import type { Errand, ErrandKind, Outcome } from '../../src/core/errand/errand.schema.ts';
import type { Finding } from '../../src/core/reading/finding.ts';
import type { Reading } from '../../src/core/reading/reading.ts';
import { hostsOf } from '../../src/core/recipe/address.ts';
import { entriesOf, type SettingKey } from '../../src/core/recipe/setting-key.ts';
import { toJurisdiction } from '../../src/core/rules/jurisdiction.ts';
import type { Overview } from '../../src/core/verdict/overview.ts';
import { DEFAULT_REMIND_AFTER } from '../../src/core/verdict/remind-after.ts';
import { statusOf } from '../../src/core/verdict/status.ts';

export const NOW = Date.UTC(2026, 10, 24, 9, 30);
export const AI: SettingKey = 'linkedin/ai-training';
const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const entries = entriesOf(services);
export const allKeys = entries.map(({ key }) => key);

export function found(reading: Reading, more: Partial<Finding> = {}): Finding {
  return { reading, readAt: NOW - 2 * HOUR, fresh: true, ...more };
}

export const on = found({ state: 'on', strategy: 'known-id' });
export const off = found({ state: 'off', strategy: 'known-id' });

/** Off since our own opt-out, so that it can be undone. */
export const turnedOff = found(
  { state: 'off', strategy: 'known-id' },
  { held: { since: NOW - 3 * HOUR, cause: 'errand', verifiedAt: NOW - 2 * HOUR } },
);

export const flippedBack = found(
  { state: 'on', strategy: 'known-id' },
  {
    flipBack: {
      heldSince: Date.UTC(2026, 2, 3, 8),
      cause: 'errand',
      verifiedAt: NOW - 9 * DAY,
      foundAt: NOW - 2 * HOUR,
    },
  },
);

/** The same finding for every setting, but for those that are named. */
export function everywhere(finding: Finding, but: Findings = {}): Findings {
  return { ...Object.fromEntries(allKeys.map((key) => [key, finding])), ...but };
}

type Findings = Readonly<Record<SettingKey, Finding | null>>;

interface Sample extends Partial<Omit<Overview, 'statuses' | 'place'>> {
  readonly place?: string | undefined;
  readonly findings?: Findings;
  readonly errands?: Readonly<Record<SettingKey, Errand>>;
}

/** Somebody in Germany, unless something else is said. */
export function sample({ findings = {}, errands = {}, ...said }: Sample = {}): Overview {
  const place = 'place' in said ? said.place : 'DE';
  const statuses = entries.map((entry) =>
    statusOf(
      entry,
      {
        jurisdiction: place === undefined ? undefined : toJurisdiction(place, groups),
        finding: findings[entry.key] ?? null,
        errand: errands[entry.key] ?? null,
      },
      NOW,
    ),
  );
  return {
    accounts: onePerson,
    elsewhere: [],
    services: services.map((service) => ({
      id: service.id,
      name: service.name,
      hosts: hostsOf(service),
      access: 'granted',
    })),
    pages: services.flatMap(({ id, pages }) =>
      pages.map((page) => ({ ...page, key: `${id}/${page.id}` })),
    ),
    unlisted: [],
    language: 'browser',
    banner: true,
    notify: false,
    hasSetAside: false,
    keepsSetAside: false,
    hasLostAccounts: false,
    isStoreFull: false,
    batch: null,
    remindAfter: DEFAULT_REMIND_AFTER,
    managed: [],
    reminder: { due: false },
    ruleChanges: [],
    ...said,
    place,
    statuses,
  };
}

export function errand(
  key: SettingKey,
  kind: ErrandKind,
  at: Exclude<Errand['step'], 'ended'> | Outcome,
): Errand {
  const underWay = typeof at === 'string';
  return {
    id: 'sample',
    key,
    scope: firstScope,
    kind,
    target: kind === 'undo' ? 'on' : 'off',
    session: 'session-1',
    tabId: 1,
    step: underWay ? at : 'ended',
    loads: 1,
    startedAt: NOW - 60_000,
    arrived: true,
    hasList: true,
    ...(!underWay && { outcome: at, endedAt: NOW - 30_000 }),
  };
}

/** A check of everything that has come to its fourth page, or has ended. */
export function batch(more: Partial<Batch> = {}): Batch {
  const stops = stopsToCheck(entries);
  return {
    id: 'sample',
    kind: 'check',
    scope: firstScope,
    stops,
    index: 3,
    step: 'visiting',
    session: 'session-1',
    tabId: 1,
    startedAt: NOW - 60_000,
    stopStartedAt: NOW - 5_000,
    nextAt: NOW + 25_000,
    results: Object.fromEntries(
      stops.slice(0, 3).flatMap(({ keys }) => keys.map((key) => [key, 'read' as const])),
    ),
    pauseMs: { min: 2_000, max: 5_000 },
    stopAt: ['signed-out', 'challenge'],
    ...more,
  };
}

/*
 * Everything that is kept, declared once: area, key, schema, fallback, version. What an older version
 * stored is migrated; what cannot be read is the reader's to set aside and report, never to trust.
 */

import { Accounts, onePerson } from '../account/accounts.ts';
import { NO_CONTAINER } from '../account/container.ts';
import { AccountScope, firstScope, keyIn } from '../account/scope.ts';
import { Batch } from '../batch/batch.schema.ts';
import { Errand, errandKinds } from '../errand/errand.schema.ts';
import { emptyHistory, History } from '../history/history.ts';
import { languages } from '../language/language.ts';
import { Finding } from '../reading/finding.ts';
import { positions } from '../reading/reading.ts';
import { UnlistedSwitch } from '../reading/unlisted.ts';
import { SettingKey } from '../recipe/setting-key.ts';
import { SeenRules } from '../rules/rule-change.ts';
import { Moment } from '../time/moment.schema.ts';
import { ToldFlipBack } from '../verdict/notification.ts';
import { DEFAULT_REMIND_AFTER, remindAfters } from '../verdict/remind-after.ts';
import { Warning } from '../verdict/warning.ts';
import { z } from '../zod.ts';
import type { StoredItem } from './item.ts';
import { SET_ASIDE, SetAsideRecord } from './set-aside.ts';

export const ChosenPlace = z.strictObject({
  /** ISO 3166-1 alpha-2 code of the place on the person's profile. */
  code: z.string().check(z.regex(/^[A-Z]{2}$/)),
  chosenAt: Moment,
});
export type ChosenPlace = z.infer<typeof ChosenPlace>;

export const LanguageChoice = z.enum(['browser', ...languages]);

export const Preferences = z.strictObject({
  /** Warn in the service's own pages. Off is the quiet mode. */
  banner: z.boolean(),
  /** Send notifications. The browser's permission is needed besides. */
  notify: z.boolean(),
  /** Which language to speak. */
  language: LanguageChoice,
});
export type Preferences = z.infer<typeof Preferences>;

/** What a person was shown when they said "not now". */
export const Dismissal = z.strictObject({
  at: Moment,
  verdict: z.string(),
  ruleFrom: z.optional(z.string()),
  /** When the flip-back was found that they were told of. */
  flipBackFoundAt: z.optional(Moment),
});
export type Dismissal = z.infer<typeof Dismissal>;

function item<T>(declaration: StoredItem<T>): StoredItem<T> {
  return declaration;
}

/** It began in a session that is over. */
function inNoSession(old: unknown): unknown {
  return old && { ...old, session: '' };
}

/** Before there were scopes, all was of the first. */
function inFirstScope(old: unknown): unknown {
  return old && { ...old, scope: firstScope };
}

/** Once an outcome of its own: since then what is read after a reload decides. */
function withoutLost(old: unknown): unknown {
  return old && JSON.parse(JSON.stringify(old).replaceAll('"lost"', '"unverified"'));
}

export const accounts = item<Accounts>({
  area: 'local',
  key: 'accounts',
  version: 1,
  schema: Accounts,
  fallback: onePerson,
});

/** Where a person lives is so in every container. */
export function placeOf({ profile }: AccountScope): StoredItem<ChosenPlace | null> {
  return item<ChosenPlace | null>({
    area: 'local',
    key: keyIn({ profile, container: NO_CONTAINER }, 'place'),
    version: 1,
    schema: z.nullable(ChosenPlace),
    fallback: null,
  });
}

export const preferences = item<Preferences>({
  area: 'local',
  key: 'preferences',
  version: 3,
  migrations: {
    1: (old) => ({ ...(old as object), notify: false }),
    2: (old) => ({ ...(old as object), language: 'browser' }),
  },
  schema: Preferences,
  fallback: { banner: true, notify: false, language: 'browser' },
});

/** What stands in the way of trusting the store. The reason stays until the person has seen it. */
export const setAside = item<readonly SetAsideRecord[]>({
  area: 'local',
  key: SET_ASIDE,
  version: 1,
  schema: z.array(SetAsideRecord),
  fallback: [],
});

/** Switches that are on and that no recipe names. */
export function unlistedOf(scope: AccountScope): StoredItem<readonly UnlistedSwitch[]> {
  return item<readonly UnlistedSwitch[]>({
    area: 'local',
    key: keyIn(scope, 'unlisted'),
    version: 1,
    schema: z.array(UnlistedSwitch),
    fallback: [],
  });
}

/** What the banners show. */
export const warnings = item<Warning[]>({
  area: 'local',
  key: 'warnings',
  version: 3,
  // The background writes them anew each time it wakes, so none of an older kind is worth keeping.
  migrations: { 1: () => [], 2: () => [] },
  schema: z.array(Warning),
  fallback: [],
});

export function findingOf(key: SettingKey, scope: AccountScope): StoredItem<Finding | null> {
  return item<Finding | null>({
    area: 'local',
    key: keyIn(scope, `finding/${key}`),
    version: 4,
    migrations: { 1: (old) => old, 2: (old) => old, 3: (old) => old },
    schema: z.nullable(Finding),
    fallback: null,
  });
}

export function dismissalOf(key: SettingKey, scope: AccountScope): StoredItem<Dismissal | null> {
  return item<Dismissal | null>({
    area: 'local',
    key: keyIn(scope, `dismissal/${key}`),
    version: 2,
    migrations: { 1: (old) => old },
    schema: z.nullable(Dismissal),
    fallback: null,
  });
}

/** All that was read of a setting. */
export function historyOf(key: SettingKey, scope: AccountScope): StoredItem<History> {
  return item<History>({
    area: 'local',
    key: keyIn(scope, `history/${key}`),
    version: 1,
    schema: History,
    fallback: emptyHistory,
  });
}

/** The batch under way, or the last one until the person has seen what came of it. */
export const batch = item<Batch | null>({
  // It outlives the browser, so that one it has taken with it is told of.
  area: 'local',
  // As it was named before December 2026: what a version leaves behind is found again.
  key: 'round',
  version: 4,
  migrations: { 1: inFirstScope, 2: withoutLost, 3: inNoSession },
  schema: z.nullable(Batch),
  fallback: null,
});

/** Names the time from one start of the browser, or of the extension, to the next; `null` before anybody asked. */
export const browserSession = item<string | null>({
  area: 'session',
  key: 'browser-session',
  version: 1,
  schema: z.nullable(z.string()),
  fallback: null,
});

const UnkeptWarning = z.strictObject({ key: SettingKey, scope: AccountScope, finding: Finding });
export type UnkeptWarning = z.infer<typeof UnkeptWarning>;

/** Findings that warn and that the store had no room for. The session has room of its own. */
export const unkeptWarnings = item<readonly UnkeptWarning[]>({
  area: 'session',
  key: 'unkept-warnings',
  version: 1,
  schema: z.array(UnkeptWarning),
  fallback: [],
});

export const RemindAfter = z.literal(remindAfters);

/** When the person wants to be reminded of a check, and when they last were by a notification. */
export const Reminding = z.strictObject({
  remindAfter: RemindAfter,
  remindedAt: z.optional(Moment),
});
export type Reminding = z.infer<typeof Reminding>;

export const reminding = item<Reminding>({
  area: 'local',
  key: 'reminding',
  version: 1,
  schema: Reminding,
  fallback: { remindAfter: DEFAULT_REMIND_AFTER },
});

/** Flip-backs that a notification has told of. */
export function toldFlipBacksOf(scope: AccountScope): StoredItem<readonly ToldFlipBack[]> {
  return item<readonly ToldFlipBack[]>({
    area: 'local',
    key: keyIn(scope, 'told-flip-backs'),
    version: 1,
    schema: z.array(ToldFlipBack),
    fallback: [],
  });
}

/** What the rules said of the person's place when they last looked. */
export function seenRulesOf({ profile }: AccountScope): StoredItem<SeenRules> {
  return item<SeenRules>({
    area: 'local',
    key: keyIn({ profile, container: NO_CONTAINER }, 'seen-rules'),
    version: 1,
    schema: SeenRules,
    fallback: {},
  });
}

const Unfinished = z.strictObject({
  key: SettingKey,
  scope: AccountScope,
  kind: z.enum(errandKinds),
  target: z.enum(positions),
  startedAt: Moment,
});

/**
 * Errands that had not ended, as versions before December 2026 kept them beside the errands themselves. Read
 * once after the update; to be dropped when nobody updates from there any more.
 */
export const unfinished = item<readonly z.infer<typeof Unfinished>[]>({
  area: 'local',
  key: 'unfinished',
  version: 2,
  migrations: { 1: (old) => (old as unknown[]).map(inFirstScope) },
  schema: z.array(Unfinished),
  fallback: [],
});

/** The errand under way for a setting, or the last one that ended. */
export function errandOf(key: SettingKey): StoredItem<Errand | null> {
  return item<Errand | null>({
    // It outlives the browser, so that one it has taken with it is told of.
    area: 'local',
    key: `errand/${key}`,
    version: 1,
    schema: z.nullable(Errand),
    fallback: null,
  });
}

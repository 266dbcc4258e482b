/*
 * What the popup shows, made by the background and kept, so that the popup opens with content at once
 * and carries neither recipes nor schemas. It says of which revision of the store it was made and for
 * which day, and whoever finds either changed asks for a new one.
 */
import type { Accounts } from '../account/accounts.ts';
import type { Batch } from '../batch/batch.schema.ts';
import type { LanguageChoice } from '../language/language.ts';
import type { FlippedBack } from '../reading/flipped-back.ts';
import type { UnlistedPage } from '../reading/unlisted.ts';
import type { OpenPage } from '../recipe/recipe.ts';
import type { SettingKey } from '../recipe/setting-key.ts';
import type { RuleChange } from '../rules/rule-change.ts';
import type { PolicyName } from '../store/policy.ts';
import type { Day } from '../time/day.ts';
import type { ListedService } from './listed-service.ts';
import type { RemindAfter } from './remind-after.ts';
import type { Reminder } from './reminder.ts';
import type { SettingStatus } from './status.ts';
import type { Verdict } from './verdict.ts';

/** An `OpenPage` under its service. */
export interface ListedPage extends OpenPage {
  readonly key: SettingKey;
}

/** What was read in a container that is not shown. */
export interface Elsewhere {
  readonly container: string;
  /** The gravest. */
  readonly verdict: Verdict;
  readonly flippedBack: readonly FlippedBack[];
}

export interface Overview {
  /** Whose settings these are, and whose else there are. */
  readonly accounts: Accounts;
  /** As the badge speaks for all containers. */
  readonly elsewhere: readonly Elsewhere[];
  readonly services: readonly ListedService[];
  /** The settings of all services in use. */
  readonly statuses: readonly SettingStatus[];
  /** Pages that concern sharing, and of which no state is known. */
  readonly pages: readonly ListedPage[];
  /** Switches that are on and that no recipe names, and that the person has not looked at yet. */
  readonly unlisted: readonly UnlistedPage[];
  /** ISO 3166-1 code of the person's place, once they have chosen one. */
  readonly place: string | undefined;
  readonly banner: boolean;
  /** The person wants notifications; whether the browser lets us is the browser's to say. */
  readonly notify: boolean;
  readonly language: LanguageChoice;
  readonly hasSetAside: boolean;
  /** A copy of it is there, to be saved or deleted. */
  readonly keepsSetAside: boolean;
  /** Who shares the browser is among what could not be read: whose readings these are is a guess. */
  readonly hasLostAccounts: boolean;
  /** The store has no room for this overview. What is read from now on may find none either. */
  readonly isStoreFull: boolean;
  /** What is being done to many settings at once, or was last and has not been seen yet. */
  readonly batch: Batch | null;
  readonly remindAfter: RemindAfter;
  /** What an administrator has set, and the person cannot change. */
  readonly managed: readonly PolicyName[];
  readonly reminder: Reminder;
  /** What the rules say otherwise than when the person last looked. */
  readonly ruleChanges: readonly RuleChange[];
}

/** An overview, and of what it is: of this day, and of the store as it was. */
export interface KeptOverview {
  readonly version: typeof OVERVIEW.version;
  readonly day: Day;
  /** Of the store that it was made from. */
  readonly revision: number;
  readonly overview: Overview;
}

export const OVERVIEW = { area: 'local', key: 'overview', version: 11 } as const;

/** What is kept, if it is whole, of this version and day, and of the store as it is. */
export function opened(
  raw: unknown,
  { day, revision }: Pick<KeptOverview, 'day' | 'revision'>,
): Overview | undefined {
  const kept = (raw ?? {}) as Partial<KeptOverview>;
  if (kept.version !== OVERVIEW.version || kept.day !== day) return undefined;
  const isWhole = Array.isArray(kept.overview?.statuses);
  return isWhole && kept.revision === revision ? kept.overview : undefined;
}

/*
 * Every message there is: who may send it, what goes in, what comes out. Request and answer only;
 * state that several views show lives in storage, and views watch storage.
 */

import { AccountName } from '../account/accounts.ts';
import { ScopeId } from '../account/scope.ts';
import { errandKinds, pressResults } from '../errand/errand.schema.ts';
import { historyFormats, type ImportResult, type SettingHistory } from '../history/exchange.ts';
import type { Phrasebook } from '../language/phrasebook.ts';
import { provenances } from '../reading/provenance.ts';
import { ReadingSchema } from '../reading/reading.schema.ts';
import type { Position } from '../reading/reading.ts';
import { UnlistedIds } from '../reading/unlisted.ts';
import { SettingKey } from '../recipe/setting-key.ts';
import type { EvidenceReport } from '../report/evidence-report.ts';
import type { PageReport } from '../report/page-report.ts';
import { ChosenPlace, LanguageChoice, RemindAfter } from '../store/items.ts';
import { Moment } from '../time/moment.schema.ts';
import type { Overview } from '../verdict/overview.ts';
import type { Warning } from '../verdict/warning.ts';
import { z } from '../zod.ts';
import type { Orders } from './orders.ts';

/**
 * `settings-page` and `banner` are our scripts in a service's top frame; their process belongs to the
 * page, so what they send may be forged. `extension-page` is the popup and our other own pages.
 */
export type SenderKind = 'settings-page' | 'banner' | 'extension-page';

export interface Sender {
  readonly kinds: readonly SenderKind[];
  /** The tab of a content script. */
  readonly tabId?: number;
  /** The origin of the page a content script runs in. */
  readonly origin?: string;
  readonly incognito: boolean;
  /** The container that the tab of a content script stands in; `''` for none. */
  readonly container?: string;
}

const Path = z.string().check(z.maxLength(2048), z.regex(/^\//));
/** More settings than any service has. */
const MAX_KEYS = 100;
const Load = z.string().check(z.regex(/^[\w-]{1,64}$/));

interface Procedure {
  readonly from: readonly SenderKind[];
  readonly request: z.ZodMiniType;
  readonly response: unknown;
}

/** Stands for the type of an answer; the background's answers are ours and are not parsed. */
function answers<T>(): T {
  return undefined as T;
}

export const protocol = {
  /** A settings page was loaded, was brought back, or changed its address. */
  'page.arrived': {
    from: ['settings-page'],
    request: z.strictObject({ path: Path, load: Load, provenance: z.enum(provenances) }),
    response: answers<Orders>(),
  },
  'page.read': {
    from: ['settings-page'],
    request: z.strictObject({
      path: Path,
      load: Load,
      key: SettingKey,
      reading: ReadingSchema,
      provenance: z.enum(provenances),
      touched: z.boolean(),
      loadedAt: Moment,
      standsSince: Moment,
      /** The page has settled: what warns is said before it has, and once more when it has. */
      settled: z.boolean(),
    }),
    /** Where the control is to be pressed to, if it is. */
    response: answers<{ press?: Position }>(),
  },
  'page.pressed': {
    from: ['settings-page'],
    request: z.strictObject({
      load: Load,
      key: SettingKey,
      result: z.enum(pressResults),
      /** The page's own request to save it was answered. */
      saved: z.boolean(),
    }),
    response: answers<null>(),
  },
  'page.shown': {
    from: ['settings-page'],
    request: z.strictObject({ key: SettingKey }),
    response: answers<null>(),
  },
  /** All switches on a settings page that are on and that no recipe names, by their ids. */
  'page.unlisted': {
    from: ['settings-page'],
    request: z.strictObject({ path: Path, ids: UnlistedIds }),
    response: answers<null>(),
  },
  /** A settings page needs accessible names, or hands to press with; the answer is whether they have come. */
  'page.closer-look': {
    from: ['settings-page'],
    request: z.strictObject({}),
    response: answers<boolean>(),
  },
  /** A view wants to know of which settings the page in a tab is shown and cannot be read. */
  'tab.unread': {
    from: ['extension-page'],
    request: z.strictObject({ tabId: z.int() }),
    response: answers<readonly SettingKey[]>(),
  },
  /** The person clicked "check now", "turn off" or "show me". */
  'errand.start': {
    from: ['extension-page', 'banner'],
    request: z.strictObject({ key: SettingKey, kind: z.enum(errandKinds) }),
    response: answers<null>(),
  },
  /** The person wants every setting read, one page after another. */
  'batch.check': {
    from: ['extension-page'],
    request: z.strictObject({}),
    response: answers<null>(),
  },
  /** The person wants those that they chose turned off, one after another. */
  'batch.turn-off': {
    from: ['extension-page'],
    request: z.strictObject({
      keys: z.array(SettingKey).check(z.minLength(1), z.maxLength(MAX_KEYS)),
    }),
    response: answers<null>(),
  },
  'batch.cancel': {
    from: ['extension-page'],
    request: z.strictObject({}),
    response: answers<null>(),
  },
  /** The person has seen what came of it. */
  'batch.seen': {
    from: ['extension-page'],
    request: z.strictObject({}),
    response: answers<null>(),
  },
  /** The person says that it was they who switched a setting back. */
  'flip-back.mine': {
    from: ['extension-page'],
    request: z.strictObject({ key: SettingKey }),
    response: answers<null>(),
  },
  'warning.dismiss': {
    from: ['banner'],
    request: z.strictObject({ key: SettingKey, until: z.enum(['changed', 'never']) }),
    response: answers<null>(),
  },
  /**
   * What stands in the container of the banner's page. Its script cannot fetch another language than the
   * browser's own: there is a phrasebook only where the person chose one, or where the browser gives
   * the page's process none of our sentences.
   */
  'banner.warnings': {
    from: ['banner'],
    request: z.strictObject({ isMute: z.boolean() }),
    response: answers<{
      readonly warnings: readonly Warning[];
      readonly phrasebook?: Phrasebook;
    }>(),
  },
  /** Another person shares the browser from now on, and is the one who uses it. */
  'profile.add': {
    from: ['extension-page'],
    request: z.strictObject({ name: AccountName }),
    response: answers<null>(),
  },
  'profile.use': {
    from: ['extension-page'],
    request: z.strictObject({ id: ScopeId }),
    response: answers<null>(),
  },
  'profile.rename': {
    from: ['extension-page'],
    request: z.strictObject({ id: ScopeId, name: AccountName }),
    response: answers<null>(),
  },
  /** With all that was kept of it. */
  'profile.remove': {
    from: ['extension-page'],
    request: z.strictObject({ id: ScopeId }),
    response: answers<null>(),
  },
  /** The person wants to see what was read in a container. */
  'container.show': {
    from: ['extension-page'],
    request: z.strictObject({ id: ScopeId }),
    response: answers<null>(),
  },
  'container.rename': {
    from: ['extension-page'],
    request: z.strictObject({ id: ScopeId, name: AccountName }),
    response: answers<null>(),
  },
  /** With all that was kept of it. */
  'container.forget': {
    from: ['extension-page'],
    request: z.strictObject({ id: ScopeId }),
    response: answers<null>(),
  },
  'place.choose': {
    from: ['extension-page'],
    request: z.strictObject({ code: ChosenPlace.shape.code }),
    response: answers<null>(),
  },
  'banner.choose': {
    from: ['extension-page'],
    request: z.strictObject({ banner: z.boolean() }),
    response: answers<null>(),
  },
  'language.choose': {
    from: ['extension-page'],
    request: z.strictObject({ language: LanguageChoice }),
    response: answers<null>(),
  },
  'reminder.choose': {
    from: ['extension-page'],
    request: z.strictObject({ after: RemindAfter }),
    response: answers<null>(),
  },
  /** Whether notifications are sent. The permission for them is the asking page's affair. */
  'notify.choose': {
    from: ['extension-page'],
    request: z.strictObject({ notify: z.boolean() }),
    response: answers<null>(),
  },
  /** The person was told what the rules say otherwise than before. */
  'rules.seen': {
    from: ['extension-page'],
    request: z.strictObject({}),
    response: answers<null>(),
  },
  /** The person has looked at the switches of a page that no recipe names. */
  'unlisted.seen': {
    from: ['extension-page'],
    request: z.strictObject({ address: z.url() }),
    response: answers<null>(),
  },
  /** The person wants to see what a page is made of; `null` where no such page is open. */
  'report.make': {
    from: ['extension-page'],
    request: z.strictObject({ key: SettingKey }),
    response: answers<PageReport | null>(),
  },
  'history.get': {
    from: ['extension-page'],
    request: z.strictObject({}),
    response: answers<readonly SettingHistory[]>(),
  },
  /** The person wants their history as a file; the answer is its text. */
  'history.export': {
    from: ['extension-page'],
    request: z.strictObject({ format: z.enum(historyFormats) }),
    response: answers<string>(),
  },
  /** The text of a file, however long: what is wrong with it is part of the answer. */
  'history.import': {
    from: ['extension-page'],
    request: z.strictObject({ text: z.string() }),
    response: answers<ImportResult>(),
  },
  /** The person confirmed that all that is kept of them shall be gone. */
  'everything.delete': {
    from: ['extension-page'],
    request: z.strictObject({}),
    response: answers<null>(),
  },
  /** The person wants to see, and maybe keep, what was read of a setting. */
  'evidence.make': {
    from: ['extension-page'],
    request: z.strictObject({ key: SettingKey }),
    response: answers<EvidenceReport>(),
  },
  'set-aside.seen': {
    from: ['extension-page'],
    request: z.strictObject({}),
    response: answers<null>(),
  },
  /** The person wants to keep a copy of what was put aside: by key, whatever stands there. */
  'set-aside.export': {
    from: ['extension-page'],
    request: z.strictObject({}),
    response: answers<Readonly<Record<string, unknown>>>(),
  },
  /** The person wants what was put aside gone, as it takes room. */
  'set-aside.delete': {
    from: ['extension-page'],
    request: z.strictObject({}),
    response: answers<null>(),
  },
  /** A view found no overview that still holds. */
  'overview.get': {
    from: ['extension-page'],
    request: z.strictObject({}),
    response: answers<Overview>(),
  },
} as const satisfies Record<string, Procedure>;

export type MessageType = keyof typeof protocol;
export type RequestOf<Type extends MessageType> = z.infer<(typeof protocol)[Type]['request']>;
export type ResponseOf<Type extends MessageType> = (typeof protocol)[Type]['response'];

/**
 * - `forbidden`: not for this sender.
 * - `malformed`: not what the message carries.
 * - `unknown-setting`: no recipe has it.
 * - `refused`: not now, as nothing that the person did allows it.
 * - `no-access`: the browser does not let us into the service's pages.
 * - `no-tab`: it opens no tab.
 * - `no-container`: the one that was asked for is gone.
 * - `busy-elsewhere`: the setting is being pressed in another container.
 * - `not-stored`: there was no room to keep it.
 * - `failed`: a fault of ours.
 */
export const refusals = [
  'forbidden',
  'malformed',
  'unknown-setting',
  'refused',
  'no-access',
  'no-tab',
  'no-container',
  'busy-elsewhere',
  'not-stored',
  'failed',
] as const;
export type Refusal = (typeof refusals)[number];

export type Reply<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Refusal };

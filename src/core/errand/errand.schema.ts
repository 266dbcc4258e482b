// What an errand is; how it goes on is in `errand.ts`.
import { AccountScope } from '../account/scope.ts';
import { unknownReasons } from '../reading/reading.ts';
import { SettingKey } from '../recipe/setting-key.ts';
import { Moment } from '../time/moment.schema.ts';
import { z } from '../zod.ts';

export const errandKinds = ['check', 'opt-out', 'undo', 'guide'] as const;
export type ErrandKind = (typeof errandKinds)[number];

/** What came of pressing the control, as seen on the page before any reload. */
export const pressResults = [
  'moved',
  'sprang-back',
  'no-effect',
  'asks',
  'covered',
  'locked',
  'unreadable',
  'not-sure',
  'unsaved-changes',
  'could-not-save',
  'lost',
] as const;
export type PressResult = (typeof pressResults)[number];

/** What came of a press, where the control was pressed and no dialog waits for the person. */
export const pressedResults = [
  'moved',
  'sprang-back',
  'no-effect',
  'could-not-save',
  'lost',
] as const;
export type PressedResult = (typeof pressedResults)[number];

export const outcomeCodes = [
  'done',
  'already-there',
  'read',
  'shown',
  'not-offered',
  'locked',
  'could-not-read',
  'sprang-back',
  'keeps-springing-back',
  'no-effect',
  'asks',
  'covered',
  'not-sure',
  'unsaved-changes',
  'could-not-save',
  'not-saved',
  'unverified',
  'interrupted',
  'restarted',
  'left-page',
  'tab-closed',
  'no-access',
] as const;

export const Outcome = z.strictObject({
  code: z.enum(outcomeCodes),
  reason: z.optional(z.enum(unknownReasons)),
});
export type Outcome = z.infer<typeof Outcome>;
export type OutcomeCode = Outcome['code'];

export const Errand = z.strictObject({
  id: z.string(),
  key: SettingKey,
  /** Whose setting it is. */
  scope: AccountScope,
  kind: z.enum(errandKinds),
  /** Where the control is to stand in the end. */
  target: z.enum(['on', 'off']),
  tabId: z.int(),
  /** The browser session in which it began: in another one the tab is gone, or its id is another's. */
  session: z.string(),
  step: z.enum(['opening', 'listing', 'pressing', 'verifying', 'ended']),
  /** Page loads so far. */
  loads: z.int(),
  startedAt: Moment,
  /** The page has been at the setting's address since the errand began. */
  arrived: z.boolean(),
  /** How often the page has put its switch back after a press for errands of one kind, one after the other. */
  sprungBack: z.optional(z.strictObject({ kind: z.enum(errandKinds), times: z.int() })),
  /** The service lists the setting, so that its absence from the list can be seen. */
  hasList: z.boolean(),
  /** The page load that arrived last; an older page that is still closing is not listened to. */
  load: z.optional(z.string()),
  /** The page load in which the control was pressed. */
  pressedIn: z.optional(z.string()),
  /** What came of the press before the page was loaded anew. */
  press: z.optional(
    z.strictObject({
      result: z.enum(pressedResults),
      /** The page's own request to save it was answered. */
      saved: z.boolean(),
    }),
  ),
  /** Why the setting's own page could not be read, while its list is looked at. */
  unread: z.optional(z.enum(unknownReasons)),
  /** The page load that said so, where one did. */
  unreadIn: z.optional(z.string()),
  outcome: z.optional(Outcome),
  endedAt: z.optional(Moment),
});
export type Errand = z.infer<typeof Errand>;

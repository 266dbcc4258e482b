import { ReadingSchema } from '../reading/reading.schema.ts';
import { positions, strategies } from '../reading/reading.ts';
import type { Service } from '../recipe/recipe.ts';
import { entriesOf } from '../recipe/setting-key.ts';
import { z } from '../zod.ts';
import {
  attributes,
  hiddenBy,
  holdings,
  MAX_ANCESTORS,
  MAX_SWITCHES,
  readyStates,
  reportBrowsers,
  reportPlaces,
  roles,
  roundedCount,
  saidStates,
  switchTags,
  switchTypes,
  tags,
} from './report-words.ts';

/** The words of the recipes that a report may hold. */
export interface ReportWords {
  readonly keys: readonly string[];
  /** Values of hooks. */
  readonly hooks: readonly string[];
  /** Our own version, where only a report of this version is expected. */
  readonly version?: string;
}

export function reportWordsOf(services: readonly Service[]): ReportWords {
  const entries = entriesOf(services);
  return {
    keys: entries.map(({ key }) => key),
    hooks: entries.map(({ setting }) => setting.probe.hook.value),
  };
}

const Count = z.int().check(
  z.nonnegative(),
  z.refine((count) => count === roundedCount(count), 'is not rounded'),
);
const Version = z.string().check(z.regex(/^\d{1,3}\.\d{1,3}\.\d{1,3}$/));
const Role = z.nullable(z.enum(roles));
const Said = z.nullable(z.enum(saidStates));

const Ancestor = z.strictObject({
  tag: z.enum(tags),
  role: Role,
  holds: z.nullable(z.enum(holdings)),
});

/** Each once and in our order, not in the page's. */
const AttributeNames = z
  .array(z.enum(attributes))
  .check(
    z.refine(
      (names) => names.join() === attributes.filter((name) => names.includes(name)).join(),
      'is not in our order',
    ),
  );

function switchSchema(hooks: readonly string[]) {
  const HookValue = z.enum([...hooks, 'other', 'none']);
  return z.strictObject({
    tag: z.enum(switchTags),
    type: z.enum(switchTypes),
    role: Role,
    attributes: AttributeNames,
    otherAttributes: Count,
    hook: z.strictObject({ 'aria-labelledby': HookValue, id: HookValue }),
    /** `aria-labelledby` leads to an element. */
    labelled: z.boolean(),
    /** The property; `null` where the control has none. */
    checked: z.nullable(z.boolean()),
    ariaChecked: Said,
    ariaPressed: Said,
    indeterminate: z.boolean(),
    disabled: z.boolean(),
    /** The position that is written beside it in a known word. */
    stated: z.nullable(z.enum(positions)),
    perceivable: z.boolean(),
    hiddenBy: z.nullable(z.enum(hiddenBy)),
    inMain: z.boolean(),
    inDialog: z.boolean(),
    inShadow: z.boolean(),
    inFrame: z.boolean(),
    /** The nearest first. */
    ancestors: z.array(Ancestor).check(z.maxLength(MAX_ANCESTORS)),
  });
}

/**
 * What a page is made of, and nothing of what it says: every word in it is one of ours. The process it
 * comes from is the page's and may forge it, so the same closed lists are asked again here.
 */
export function pageReportSchema({ keys, hooks, version }: ReportWords) {
  return z.strictObject({
    report: z.literal(1),
    version: version === undefined ? Version : Version.check(z.refine((text) => text === version)),
    browser: z.strictObject({
      name: z.enum(reportBrowsers),
      major: z.int().check(z.minimum(1), z.maximum(999)),
    }),
    key: z.enum(keys),
    place: z.enum(reportPlaces),
    reading: z.nullable(ReadingSchema),
    /** How many controls each strategy found. */
    strategies: z.record(z.enum(strategies), Count),
    /** Of main parts, dialogs and password fields those that a person could meet. */
    page: z.strictObject({
      ready: z.enum(readyStates),
      busy: z.boolean(),
      elements: Count,
      customElements: Count,
      mainParts: Count,
      dialogs: Count,
      modalDialogs: Count,
      passwordFields: Count,
      shadowRoots: Count,
      frames: Count,
      unreadableFrames: Count,
      switches: Count,
    }),
    /** How many elements have a role, whether they say so or not. */
    roles: z.partialRecord(z.enum(roles), Count),
    /** All that can be ticked or pressed in; of too many those with a known hook, then those in `main`. */
    switches: z.array(switchSchema(hooks)).check(z.maxLength(MAX_SWITCHES)),
  });
}

export type PageReport = z.infer<ReturnType<typeof pageReportSchema>>;
export type SwitchReport = PageReport['switches'][number];
export type AncestorReport = SwitchReport['ancestors'][number];

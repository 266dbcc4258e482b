import { unknownReasons } from '../reading/reading.ts';
import { DaySchema } from '../time/day.schema.ts';
import { z } from '../zod.ts';
import { purposes } from './purpose.ts';

const Id = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));
const Address = z.url({ protocol: /^https$/ });
/** BCP 47. */
const Language = z.string().check(z.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/));
const Words = z.string().check(z.minLength(1));
const Path = z.string().check(z.regex(/^\/[^?#\s]*$/));

/**
 * How sure a piece of evidence makes us: `confirmed` by the service's own text or a regulator's own
 * page, `reported` by known press or working public code, `inferred` from those or a single source.
 */
export const Certainty = z.enum(['confirmed', 'reported', 'inferred']);

/** Where a claim comes from. A primary address, never a mirror or a copy. */
export const Evidence = z.strictObject({
  address: Address,
  publisher: z.string().check(z.minLength(1)),
  published: z.optional(DaySchema),
  checked: DaySchema,
  certainty: Certainty,
});

/**
 * What a service does by default in a jurisdiction, from a day until a day.
 * `until` is exclusive; absent means still in force.
 */
export const Rule = z.strictObject({
  /** ISO 3166-1 alpha-2 codes, group names, or `*`: everywhere no other rule of the setting names. */
  jurisdictions: z.array(z.string()).check(z.minLength(1)),
  from: DaySchema,
  until: z.optional(DaySchema),
  /** Whether the service shares unless the person acts (`on`), whichever way the control then stands. */
  default: z.enum(['on', 'off', 'consent', 'exempt']),
  choice: z.enum(['opt-out', 'opt-in', 'none']),
  evidence: z.array(Evidence).check(z.minLength(1)),
  /** From this day on nobody could confirm the rule. */
  unconfirmedSince: z.optional(DaySchema),
  /** What else is said to people where this rule holds; the words are the message `remark_<id>`. */
  remark: z.optional(Id),
});

/** The stable attribute by which a control is known: what it is labelled by, or its own id. */
export const Hook = z.strictObject({
  attribute: z.enum(['aria-labelledby', 'id']),
  value: z.string().check(z.regex(/^[A-Za-z][\w-]*$/)),
});

/** Accessible names as the service shows them, by BCP 47 language. Exact and sourced. */
const Names = z.record(Language, z.array(Words));

const known = {
  hook: Hook,
  names: Names,
  /** Path of the page's own request for this control's state, once it is answered. */
  request: z.optional(Path),
  /** What warns is believed at the first look: the page never shows that before it is so. Otherwise it settles too. */
  warnsEarly: z.optional(z.literal(true)),
};

/**
 * How one control is found and read. A closed union: it returns a reading, never text, so a recipe
 * cannot carry a name or an address out of a page.
 */
export const Probe = z.discriminatedUnion('kind', [
  /** `role="switch"`, on an input or on anything else. */
  z.strictObject({ kind: z.literal('aria-switch'), ...known }),
  /** A native checkbox, also where it is drawn as a switch. */
  z.strictObject({ kind: z.literal('checkbox'), ...known }),
]);

/** A list of settings on which the setting's row stands wherever the service offers it. */
export const Listing = z.strictObject({
  open: Address,
  paths: z.array(Path).check(z.minLength(1)),
  /**
   * Rows that always stand on the same list, each by every last path segment that its link may have. Only
   * with all of them the list is whole.
   */
  neighbours: z
    .array(z.array(z.string().check(z.minLength(1))).check(z.minLength(1)))
    .check(z.minLength(2)),
});

/** Another way out that the service offers for the same purpose. Opened, never filled in. */
export const Alternative = z.strictObject({
  id: Id,
  kind: z.enum(['form']),
  open: Address,
  evidence: z.array(Evidence).check(z.minLength(1)),
});

/** What was claimed about a setting in court, and how it ended; the words are the message `case_<id>`. */
export const Case = z.strictObject({
  id: Id,
  evidence: z.array(Evidence).check(z.minLength(1)),
});

/** What a service says of its own accord about a use, in what it publishes. */
export const statements = ['legitimate-interests', 'may-object'] as const;

/** The company that answers for a person's data, by its own word: to whom a letter goes. */
export const Controller = z.strictObject({
  /** As of a rule; the first that names a place, or `*` for everywhere that none names. */
  jurisdictions: z.array(z.string()).check(z.minLength(1)),
  /** Name and postal address, line by line, as the service writes them. */
  lines: z.array(Words).check(z.minLength(2)),
  /** Of AI training; the words are the message `letter_says_<word>`. */
  says: z.array(z.enum(statements)),
  evidence: z.array(Evidence).check(z.minLength(1)),
});

/**
 * One act of an opt-out, and of taking it back. A closed union, so that a recipe stays data. Opening the page,
 * reloading and reading it again are no steps: they are always done.
 */
export const Step = z.discriminatedUnion('act', [
  /** Presses the setting's own control, once. */
  z.strictObject({ act: z.literal('press') }),
  /** Presses the form's own button. It must be disabled until something on the form was changed. */
  z.strictObject({ act: z.literal('save'), hook: Hook, names: Names }),
]);

export const Purpose = z.enum(purposes);

export const Setting = z.strictObject({
  id: Id,
  /** The setting's name as the service writes it in English. */
  title: z.string().check(z.minLength(1)),
  purpose: Purpose,
  protectedWhen: z.enum(['on', 'off']),
  /** The address to open. */
  open: Address,
  /** The addresses to recognise, as paths on the origin of `open`. */
  paths: z.array(Path).check(z.minLength(1)),
  probe: Probe,
  listing: z.optional(Listing),
  optOut: z.array(Step).check(z.minLength(1)),
  /** Further ways out of the same purpose. */
  alternatives: z.optional(z.array(Alternative)),
  cases: z.optional(z.array(Case)),
  /** None where nobody could source what the service does by default. */
  rules: z.array(Rule),
  /** ISO codes for which nobody could source a rule: `*` does not reach them. */
  unsourced: z.array(z.string()),
  evidence: z.array(Evidence).check(z.minLength(1)),
  /** The day a person last confirmed the probe on the real page, signed in. */
  lastConfirmed: z.optional(DaySchema),
});

/** A page that concerns sharing, and on which nothing is known by which to read a state. */
export const OpenPage = z.strictObject({
  id: Id,
  title: z.string().check(z.minLength(1)),
  purpose: Purpose,
  open: Address,
  /** Where only the list or the help page that leads there is known, and not the page's own address. */
  leadsThere: z.optional(z.literal(true)),
  evidence: z.array(Evidence).check(z.minLength(1)),
});

/** A recipe: one service, its settings, how each is read, its rules. */
export const Service = z.strictObject({
  id: Id,
  name: z.string().check(z.minLength(1)),
  /** Scheme and host of each site on which the service has its settings or its sign-in; its front page first. */
  origins: z.array(Address).check(z.minLength(1)),
  /** Whether its pages may be entered from the installation on, or once the person has granted it. */
  siteAccess: z.enum(['required', 'optional']),
  /** Match patterns of the pages on which settings are read. */
  settingsPages: z.array(z.string()).check(z.minLength(1)),
  /** Match patterns of the pages on which the banner may warn. */
  warnOn: z.array(z.string()).check(z.minLength(1)),
  /** Addresses of what the service shows instead of a settings page, there and below. */
  interstitials: z.strictObject({
    'signed-out': z.array(Address).check(z.minLength(1)),
    challenge: z.array(Address).check(z.minLength(1)),
  }),
  /** Addresses at which only guests are shown a page: whoever is signed in is sent on. */
  guestPages: z.array(Address),
  /** Where the service's terms speak about extensions. */
  terms: z.array(Evidence).check(z.minLength(1)),
  /** How the service writes a switch's position beside it, by BCP 47 language. Exact and sourced. */
  stateWords: z.record(Language, z.strictObject({ on: z.array(Words), off: z.array(Words) })),
  /** How many pages are opened one after the other: the pause between two, and what ends it at once. */
  batches: z.strictObject({
    pauseMs: z.strictObject({ min: z.int(), max: z.int() }),
    stopAt: z.array(z.enum(unknownReasons)),
  }),
  /** None where nobody could source who answers. */
  controllers: z.optional(z.array(Controller)),
  settings: z.array(Setting).check(z.minLength(1)),
  pages: z.array(OpenPage),
});

export type Hook = z.infer<typeof Hook>;
export type OpenPage = z.infer<typeof OpenPage>;
export type Alternative = z.infer<typeof Alternative>;
export type Controller = z.infer<typeof Controller>;
export type Case = z.infer<typeof Case>;
export type Evidence = z.infer<typeof Evidence>;
export type Rule = z.infer<typeof Rule>;
export type Probe = z.infer<typeof Probe>;
export type Step = z.infer<typeof Step>;
export type Setting = z.infer<typeof Setting>;
export type Service = z.infer<typeof Service>;

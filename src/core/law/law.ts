import { languages } from '../language/language.ts';
import { Evidence } from '../recipe/recipe.ts';
import { DaySchema } from '../time/day.schema.ts';
import { z } from '../zod.ts';
import { letterKinds } from './letter-kinds.ts';

const Places = z.array(z.string()).check(z.minLength(1));
const Words = z.string().check(z.minLength(1));

/** What a law can be spoken of as: its two sentences are `law_gives_<word>` and `law_limits_<word>`. */
export const lawWords = [
  'gdpr',
  'uk-gdpr',
  'fadp',
  'pipeda',
  'pdpo',
  'pipl',
  'ccpa',
  'lgpd',
  'dpdpa-coming',
  'dpdpa',
] as const;

/** A part of a place outside of which the law gives nothing; the person says whether they live there. */
export const parts = ['california'] as const;

/** Where in the law it stands, as lawyers of any language write it: `Art. 21(1)`. */
const Provisions = z.strictObject({
  right: Words,
  /** None where the law sets no day for the answer. */
  deadline: z.optional(Words),
  complaint: Words,
});

/** What a law gives in some places from a day until a day. `until` is exclusive; absent: still so. */
const Period = z.strictObject({
  /** ISO 3166-1 alpha-2 codes and group names. */
  jurisdictions: Places,
  from: DaySchema,
  until: z.optional(DaySchema),
  words: z.enum(lawWords),
  letter: z.enum(letterKinds),
  onlyIn: z.optional(z.enum(parts)),
  provisions: Provisions,
  evidence: z.array(Evidence).check(z.minLength(1)),
});

/** Who hears a complaint there. */
export const Authority = z.strictObject({
  /** ISO 3166-1 alpha-2 codes. */
  places: Places,
  /**
   * `complaint`: the page for complaints. `guide`: a page that says which of several authorities it is.
   * `site`: nobody could source more than the authority's own site.
   */
  leadsTo: z.enum(['complaint', 'guide', 'site']),
  /** Its publisher is the authority's name as it calls itself. */
  page: Evidence,
});

/** A law by which a person may have a say in what their data is used for. One law, one file. */
export const Law = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
  /** Its official title, in English where it has one, and what it is called for short. */
  title: Words,
  /** The same in other languages, by BCP 47: official where it has one there, and customary elsewhere. */
  titles: z.optional(z.partialRecord(z.enum(languages), Words)),
  periods: z.array(Period).check(z.minLength(1)),
  authorities: z.array(Authority).check(z.minLength(1)),
});

export type Law = z.infer<typeof Law>;
export type Period = z.infer<typeof Period>;
export type Authority = z.infer<typeof Authority>;

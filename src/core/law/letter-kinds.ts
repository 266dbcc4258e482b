// Apart from `law.ts`, as a view carries no zod.

/** Laws on which a letter can rest; `request` is one that rests on none. */
export const letterKinds = [
  'gdpr',
  'uk-gdpr',
  'fadp',
  'pipeda',
  'pdpo',
  'pipl',
  'ccpa',
  'lgpd',
  'dpdpa',
  'request',
] as const;

/** Letters that name the day by which the law wants an answer: `letter_deadline_<kind>`. */
export const kindsWithDeadline = ['gdpr', 'uk-gdpr', 'pipl', 'ccpa', 'lgpd', 'dpdpa'] as const;

export type LetterKind = (typeof letterKinds)[number];

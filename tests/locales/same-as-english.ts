import type { Language } from '../../src/core/language/language.ts';

/**
 * Messages that may be the same as in English, each with the reason. Only placeholders and punctuation
 * need no entry.
 */
export const sameEverywhere: Readonly<Record<string, string>> = {
  app_name: 'the name of the product',
  evidence_made_with: 'the name of the product, with names and versions',
  batch_seen: 'OK stands on buttons in every language',
};

export const sameIn: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>> = {
  de: { account_name: 'the same word', about_version: 'the same word' },
  fr: { time_sources: 'the same word', about_version: 'the same word' },
  it: { field_agrees_no: 'the same word' },
  es: { field_agrees_no: 'the same word' },
  nl: { container_unnamed: 'the same word, and what Firefox calls it in Dutch' },
  sv: { about_version: 'the same word' },
};

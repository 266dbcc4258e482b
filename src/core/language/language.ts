/** Every language that Default Check is meant to speak, as a BCP 47 tag. */
export const languages = [
  'en',
  'de',
  'fr',
  'it',
  'es',
  'pt-BR',
  'nl',
  'pl',
  'cs',
  'sv',
  'ja',
  'ko',
  'zh-CN',
  'zh-TW',
  'hi',
  'ar',
] as const;
export type Language = (typeof languages)[number];

/** The one that the others are translated from. */
export const SOURCE_LANGUAGE: Language = 'en';

/** Those whose sentences are there, in the same order. Only they are offered. */
export const spokenLanguages: readonly Language[] = languages;

/** What a person chooses: the browser's own, or one of ours. */
export type LanguageChoice = 'browser' | Language;

export type Direction = 'ltr' | 'rtl';

/** As browsers name folders in `_locales`. */
export function folderOf(language: Language): string {
  return language.replace('-', '_');
}

/** @param tag a BCP 47 tag of one of our languages, with or without a region */
export function directionOf(tag: string): Direction {
  return primaryOf(tag) === 'ar' ? 'rtl' : 'ltr';
}

/**
 * The language for dates and numbers beside sentences that the browser chose: its own, as it may name
 * a region, but only where the sentences are in it too.
 * @param spoken the tag of the sentences
 * @param browsers the tag of the browser's own language
 */
export function languageBeside(spoken: string, browsers: string): string {
  return primaryOf(spoken) === primaryOf(browsers) ? browsers : spoken;
}

/**
 * The language of ours that a browser would choose by itself.
 * @param browsers the tag of the browser's own language
 */
export function spokenBeside(browsers: string): Language {
  const named = (tag: string) => spokenLanguages.find((one) => one === tag);
  return named(browsers) ?? named(primaryOf(browsers)) ?? SOURCE_LANGUAGE;
}

function primaryOf(tag: string): string {
  return tag.split('-', 1).join('').toLowerCase();
}

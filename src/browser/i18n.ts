import {
  type Language,
  languageBeside,
  SOURCE_LANGUAGE,
  spokenBeside,
} from '../core/language/language.ts';
import { type Locale, localeOf } from '../core/language/locale.ts';
import type { Text } from '../core/language/words.ts';
import { pageApi } from './page-api.ts';

const text: Text = (key, ...values) => pageApi.i18n.getMessage(key, [...values]);

/** Speaks the language of ours that the browser chose: its own, or English where we have it not. */
export function browserLocale(): Locale {
  // The browser does not say which it chose; the file itself does.
  const spoken = text('language_tag') || SOURCE_LANGUAGE;
  return localeOf(text, languageBeside(spoken, pageApi.i18n.getUILanguage()));
}

/**
 * Whether the browser gives out none of our sentences. Chromium asks for them once in each process; where
 * that fails, as when the first page is closed while it loads, it has none until the process ends
 * (its `extensions/renderer/shared_l10n_map.cc`, met in 2026).
 */
export function isMute(): boolean {
  return text('language_tag') === '';
}

/** The language that the browser would speak. */
export function languageOfBrowser(): Language {
  return spokenBeside(pageApi.i18n.getUILanguage());
}

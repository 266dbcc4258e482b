import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Locale, localeOf } from '../../core/language/locale.ts';

export type { Locale } from '../../core/language/locale.ts';

export const LocaleContext = createContext<Locale>(localeOf((key) => key, 'en'));

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

/**
 * What is read aloud, hyphenated and laid out follows the language that is spoken.
 * @param part what the page shows, where it has parts
 */
export function tellDocument(document: Document, locale: Locale, part?: string): void {
  const { language, direction, text } = locale;
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
  const name = text('app_name');
  document.title = part === undefined ? name : text('labelled', name, part);
}

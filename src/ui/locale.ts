import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Text } from '../core/words.ts';

/** How a view speaks to people: their sentences, and a BCP 47 tag for dates and names. */
export interface Locale {
  readonly text: Text;
  readonly language: string;
}

export const LocaleContext = createContext<Locale>({ text: (key) => key, language: 'en' });

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

import type { Language } from './language.ts';
import { type Locale, localeOf } from './locale.ts';

/** The sentences of a language by their keys, where a person wants another than the browser's own. */
export interface Phrasebook {
  readonly language: Language;
  readonly sentences: Readonly<Record<string, string>>;
}

/** What a `messages.json` holds. */
export type MessagesFile = Readonly<Record<string, { readonly message: string }>>;

/** @param english speaks where the language's own file has no such sentence */
export function phrasebookOf(
  language: Language,
  own: MessagesFile,
  english: MessagesFile,
): Phrasebook {
  const entries = Object.entries({ ...english, ...own });
  return {
    language,
    sentences: Object.fromEntries(entries.map(([key, { message }]) => [key, message])),
  };
}

/** Speaks as the browser would with these sentences: a key that is not there is an empty text. */
export function localeFrom({ language, sentences }: Phrasebook): Locale {
  return localeOf((key, ...values) => filled(sentences[key] ?? '', values), language);
}

/**
 * Puts values in the place of `$1` to `$9`, as `i18n.getMessage` does in both browsers: a value that is
 * not given is empty, and of several `$` in a row the first is dropped. (Of a lone `$` they make
 * different things; a test keeps it out.)
 */
export function filled(message: string, values: readonly string[]): string {
  return message.replace(/\$(?:([1-9])|(\$+))/g, (_, place?: string, dollars?: string) =>
    place ? (values[Number(place) - 1] ?? '') : (dollars ?? ''),
  );
}

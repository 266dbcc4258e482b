import { type Direction, directionOf } from './language.ts';
import type { CountKey, MessageKey, Text } from './words.ts';

/** A sentence that counts, in the form that its language has for this number, which is its `$1`. */
export type Count = (key: CountKey, n: number, ...values: readonly string[]) => string;

/** How people are spoken to: their sentences, with numbers and lists as their language writes them. */
export interface Locale {
  readonly text: Text;
  readonly count: Count;
  readonly number: (n: number) => string;
  /** What stands in a sentence one after another: `a, b and c`. */
  readonly list: (items: readonly string[]) => string;
  /** A BCP 47 tag, for dates and names. */
  readonly language: string;
  readonly direction: Direction;
}

export function localeOf(text: Text, language: string): Locale {
  const number = (n: number) => new Intl.NumberFormat(language).format(n);
  return {
    text,
    number,
    count: (key, n, ...values) => {
      const form = (category: Intl.LDMLPluralRule) =>
        text(`${key}_${category}` as MessageKey, number(n), ...values);
      // Where a sentence falls back to English, English may have no such form.
      return form(new Intl.PluralRules(language).select(n)) || form('other');
    },
    list: (items) => new Intl.ListFormat(language).format(items),
    language,
    direction: directionOf(language),
  };
}

import type { LetterLine, LetterValue, Paragraph } from '../../../core/law/letter.ts';
import { formatDate } from '../../words/dates.ts';
import type { Locale } from '../../words/locale.ts';

/** The letter as plain text, in the language that is shown: a line each, paragraphs apart. */
export function letterText(paragraphs: readonly Paragraph[], { text, language }: Locale): string {
  const value = (one: LetterValue) =>
    typeof one === 'string' ? one : formatDate(one.dayOf, language);
  const line = (one: LetterLine) =>
    'as' in one ? value(one.as) : text(one.say, ...one.values.map(value));
  return `${paragraphs.map((lines) => lines.map(line).join('\n')).join('\n\n')}\n`;
}

import { wordKey } from '../../core/language/words.ts';
import type { FlipBack } from '../../core/reading/finding.ts';
import { formatDate } from './dates.ts';
import type { Locale } from './locale.ts';

/** Since when it had been off, and when it was found on. */
export function flipBackSentence(
  flipBack: FlipBack,
  serviceName: string,
  { text, language }: Locale,
): string {
  return text(
    wordKey('flip_back', flipBack.cause),
    formatDate(flipBack.heldSince, language),
    formatDate(flipBack.foundAt, language),
    serviceName,
  );
}

import { guessPlace } from '../core/rules/place-guess.ts';

let guess: { readonly code: string | undefined } | undefined;

/** Where the time zone of this device is. To ask takes a tenth of a second, so a page asks once. */
export function guessHere(codes: readonly string[]): string | undefined {
  guess ??= { code: guessPlace(Intl.DateTimeFormat().resolvedOptions().timeZone, codes) };
  return guess.code;
}

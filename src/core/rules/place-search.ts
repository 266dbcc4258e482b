/** A place under each name that somebody may look for it by; the first is the one that is shown. */
export interface SearchedPlace {
  readonly code: string;
  readonly names: readonly [string, ...string[]];
}

/** How well a name answers, the best first. */
const CODE = 0;
const START = 1;
const WORD = 2;
const INSIDE = 3;

/**
 * The places whose code is meant, or that have what was written in a name: at its start, then at the
 * start of a word, then inside. Case, accents and punctuation do not count.
 *
 * @param places in the order in which those that answer equally well are to stand
 * @param language a BCP 47 tag, for what is the same letter there
 */
export function searchPlaces<Place extends SearchedPlace>(
  query: string,
  places: readonly Place[],
  language: string,
): Place[] {
  const { compare } = new Intl.Collator(language, {
    usage: 'search',
    sensitivity: 'base',
    ignorePunctuation: true,
  });
  const wanted = query.normalize('NFC').trim();
  const same = (text: string) => compare(text, wanted) === 0;
  if (same('')) return [];

  const code = regionOf(wanted);
  return places
    .map((place) => ({
      place,
      rank: Math.min(
        place.code === code ? CODE : Number.POSITIVE_INFINITY,
        ...place.names.map((name) => rankOf(name, [...wanted].length, same)),
      ),
    }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ place }) => place);
}

/** The code in use today for two letters: `UK` is an alias of `GB`. */
function regionOf(text: string): string | undefined {
  return /^[a-z]{2}$/i.test(text) ? new Intl.Locale('und', { region: text }).region : undefined;
}

// A collator compares whole texts, so each part of a name as long as what was written is held against
// it; or nearly as long, as `ss` stands for `ß`, and as punctuation does not count.
function rankOf(name: string, length: number, same: (text: string) => boolean): number {
  const letters = [...name];
  let best = Number.POSITIVE_INFINITY;
  for (let at = 0; at < letters.length; at += 1) {
    const rank = at === 0 ? START : isLetter(letters[at - 1]) ? INSIDE : WORD;
    if (rank >= best || !isLetter(letters[at])) continue;
    for (let size = Math.max(1, length - 1); size <= length + 2; size += 1) {
      if (same(letters.slice(at, at + size).join(''))) best = rank;
    }
  }
  return best;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{M}]/u.test(character);
}

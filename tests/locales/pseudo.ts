const accented: Readonly<Record<string, string>> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'í',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ó',
  p: 'þ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'ú',
  w: 'ŵ',
  y: 'ý',
  z: 'ž',
  A: 'Á',
  C: 'Ç',
  D: 'Ð',
  E: 'É',
  I: 'Í',
  N: 'Ñ',
  O: 'Ó',
  S: 'Š',
  T: 'Ţ',
  U: 'Ú',
  W: 'Ŵ',
  Y: 'Ý',
};

/** What stands in for a value is neither shown nor counted. */
const PLACE = /\$+\d?/g;
/** German and Finnish are seldom longer than that. */
const LONGER = 0.4;
const FILLING = ' lorem ipsum dolor sit amet consetetur';

/**
 * English that can still be read and is nobody's language: accented, so that what is not a message of
 * ours stands out; longer by four parts in ten, words and all; in brackets, so that what is cut off
 * shows. Placeholders stay as they are.
 */
export function pseudo(message: string): string {
  const places = message.match(PLACE) ?? [];
  const parts = message.split(PLACE).map((part) => part.replace(/[a-zA-Z]/g, accent));
  const text = parts.map((part, index) => part + (places[index] ?? '')).join('');
  const length = Math.ceil(message.replace(PLACE, '').trim().length * LONGER);
  return `[${text}${filling(length)}]`;
}

/** All of a `messages.json`, with the same keys. */
export function pseudoMessages(
  messages: Readonly<Record<string, { readonly message: string }>>,
): Record<string, { message: string }> {
  const entries = Object.entries(messages).map(([key, { message }]) => [
    key,
    // It names a language and is never shown.
    { message: key === 'language_tag' ? message : pseudo(message) },
  ]);
  return Object.fromEntries(entries);
}

function accent(letter: string): string {
  return accented[letter] ?? letter;
}

function filling(length: number): string {
  return FILLING.repeat(Math.ceil(length / FILLING.length))
    .slice(0, length)
    .replace(/[a-zA-Z]/g, accent)
    .replace(/ $/, '~');
}

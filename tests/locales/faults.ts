import type { Language } from '../../src/core/language/language.ts';
import type { MessagesFile as Messages } from '../../src/core/language/phrasebook.ts';
import { sameEverywhere, sameIn } from './same-as-english.ts';

/** What shops and browsers take at most, in characters. */
const limits: Readonly<Record<string, number>> = { app_name: 75, app_description: 132 };

/** Every fault of a language's sentences, as `key: what is wrong`. */
export function faultsOf(language: Language, own: Messages, english: Messages): string[] {
  const wanted = wantedOf(language, english);
  return [
    ...[...wanted.keys()].filter((key) => !own[key]).map((key) => `${key}: missing`),
    ...Object.keys(own).flatMap((key) => {
      const like = wanted.get(key);
      const said = own[key]?.message;
      if (like === undefined) return [`${key}: nobody asks for it`];
      if (typeof said !== 'string' || said.trim() === '') return [`${key}: empty`];
      const what = [...faultsIn(said), ...faultsBeside(key, said, like)];
      return what.map((one) => `${key}: ${one}`);
    }),
  ];

  function faultsBeside(key: string, said: string, like: English): string[] {
    const places = placesIn(said);
    const lost = like.places.filter((place) => !places.includes(place));
    const isLost = (place: string) => !(place === '$1' && like.isForOneNumber);
    const labels = like.labels.filter((label) => !said.includes(own[label]?.message ?? label));
    const limit = limits[key] ?? Number.POSITIVE_INFINITY;
    return [
      ...lost.filter(isLost).map((place) => `has lost ${place}`),
      ...places
        .filter((place) => !like.places.includes(place))
        .map((place) => `has ${place} besides`),
      ...labels.map((label) => `does not name the button as ${label} does`),
      ...(said.length > limit ? [`longer than ${limit} characters`] : []),
      ...(key === 'language_tag' && said !== language ? [`is not ${language}`] : []),
      ...(isLeftOver(key, said, like) ? ['left in English'] : []),
    ];
  }

  function isLeftOver(key: string, said: string, like: English): boolean {
    if (language === 'en' || key in sameEverywhere || key in (sameIn[language] ?? {})) return false;
    return said === like.message && /\p{L}/u.test(said.replace(/\$\d/g, ''));
  }
}

/** What English says under a key, and what follows from it for another language. */
interface English {
  readonly message: string;
  readonly places: readonly string[];
  /** The keys of the buttons that it names in quotation marks. */
  readonly labels: readonly string[];
  /** A form that its language has for one number alone: it need not name it. */
  readonly isForOneNumber: boolean;
}

/** The keys that a language must have: those of English, with a form for each of its own numbers. */
function wantedOf(language: Language, english: Messages): ReadonlyMap<string, English> {
  const rules = new Intl.PluralRules(language);
  const entries = Object.entries(english).flatMap(([key, { message }]): [string, English][] => {
    const [, stem = key, form] = key.match(/^(.+)_(one|other)$/) ?? [];
    const isCounted = form !== undefined && `${stem}_one` in english && `${stem}_other` in english;
    const plain = { message, places: placesIn(message), labels: labelsIn(message, english) };
    if (!isCounted) return [[key, { ...plain, isForOneNumber: false }]];
    if (form === 'one') return [];
    return rules.resolvedOptions().pluralCategories.map((category) => [
      `${stem}_${category}`,
      {
        ...plain,
        // The form itself, where English has it, so that it is not left as it is.
        message: english[`${stem}_${category}`]?.message ?? message,
        isForOneNumber: numbersOf(rules, category) === 1,
      },
    ]);
  });
  return new Map(entries);
}

/** For how many of the first numbers a form stands. */
function numbersOf(rules: Intl.PluralRules, category: string): number {
  return Array.from({ length: 1_000 }, (_, n) => n).filter((n) => rules.select(n) === category)
    .length;
}

function placesIn(message: string): string[] {
  return [...new Set(message.match(/\$\d/g))].toSorted();
}

function labelsIn(message: string, english: Messages): string[] {
  const quoted = [...message.matchAll(/“([^”]+)”/g)].map(([, label]) => label);
  return Object.keys(english).filter((key) => quoted.includes(english[key]?.message));
}

const blemishes: readonly [what: string, RegExp][] = [
  ['space at an end', /^\s|\s$/],
  ['two spaces', / {2}/],
  ['markup', /[<>]|&#?\w+;/],
  // What browsers make of it differs.
  ['a $ that stands for nothing', /\$(?![1-9])|\$\d\d|\$\d\$/],
  ['three points for …', /\.\.\./],
  ['a straight quotation mark', /"/],
];

function faultsIn(said: string): string[] {
  return blemishes.filter(([, blemish]) => blemish.test(said)).map(([what]) => what);
}

import { expect, test } from 'vitest';
import { codes } from '../../../src/catalogue/jurisdictions.ts';
import { searchPlaces } from '../../../src/core/rules/place-search.ts';
import { namePlaces, ownName } from '../../../src/ui/words/places.ts';

const named = (language: string) =>
  namePlaces(codes, language).map(({ code, name }) => ({
    code,
    names: [name, ownName(code)] as const,
  }));
const english = named('en');

function find(query: string, language = 'en'): string[] {
  const places = language === 'en' ? english : named(language);
  return searchPlaces(query, places, language).map(({ code }) => code);
}

test.each([
  ['by name', 'Germany', ['DE']],
  ['by part of a name', 'germ', ['DE']],
  ['by what it is called there', 'deutsch', ['DE']],
  ['whatever the case', 'gERMANY', ['DE']],
  ['with no accents', 'turkiye', ['TR']],
  ['with accents that are not there', 'Gérmäny', ['DE']],
  ['by letters that are no accents', 'osterreich', ['AT']],
  ['with another apostrophe', "cote d'iv", ['CI']],
  ['with other punctuation', 'guinea bissau', ['GW']],
  ['by letters that are composed otherwise', 'Vie\u0323\u0302t N', ['VN']],
  ['with spaces around', '  germany ', ['DE']],
  ['by another script', '日本', ['JP']],
])('a place is found %s: %s', (_, query, expected) => {
  expect(find(query)).toEqual(expected);
});

test.each([
  ['a code before names that begin so', 'de', 'DE', 'DK'],
  ['a code in use under another name', 'uk', 'GB', 'UA'],
  ['a name before those that begin with it', 'Niger', 'NE', 'NG'],
  ['the start of a name before the start of a word', 'ind', 'IN', 'IO'],
  ['the start of a word before its inside', 'land', 'AX', 'CH'],
])('%s: %s', (_, query, first, later) => {
  const found = find(query);
  expect(found).toContain(first);
  expect(found).toContain(later);
  expect(found.indexOf(first)).toBeLessThan(found.indexOf(later));
});

test.each([
  ['nothing', ''],
  ['spaces', '   '],
  ['punctuation', '-'],
  ['what no place is called', 'xyzzy'],
])('%s finds nothing', (_, query) => {
  expect(find(query)).toEqual([]);
});

test('in another language the names are that language’s, and those there', () => {
  expect(find('Vereinigtes Kö', 'de')).toEqual(['GB']);
  expect(find('alemania', 'es')).toEqual(['DE']);
  expect(find('deutschl', 'ar')).toEqual(['DE']);
  expect(find('ألمانيا', 'ar')).toEqual(['DE']);
});

test('each of the 249 places is found by its own name and its code', () => {
  const lost = english.filter(
    ({ code, names }) => !find(names[0]).includes(code) || find(code)[0] !== code,
  );
  expect(lost).toEqual([]);
  expect(english).toHaveLength(249);
});

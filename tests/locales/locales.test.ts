import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languageTable } from '../../scripts/language-table.ts';
import { localeFolders, messagesIn } from '../../scripts/words.ts';
import { languageFacts } from '../../src/catalogue/languages.ts';
import {
  folderOf,
  type Language,
  languages,
  spokenLanguages,
} from '../../src/core/language/language.ts';
import { faultsOf } from './faults.ts';
import { sameEverywhere, sameIn } from './same-as-english.ts';

const english = messagesIn('en');

describe.each(localeFolders())('_locales/%s', (folder) => {
  const language = languages.find((one) => folderOf(one) === folder);

  test('is of a language of ours', () => {
    expect(language).toBeDefined();
  });

  test('says all that English says, and nothing else', () => {
    expect(faultsOf(language as Language, messagesIn(folder), english)).toEqual([]);
  });
});

test('a language is offered if, and only if, its sentences are there', () => {
  expect(spokenLanguages.map(folderOf).toSorted()).toEqual(localeFolders());
  expect(spokenLanguages).toEqual(languages.filter((one) => spokenLanguages.includes(one)));
});

test('all sixteen languages are spoken', () => {
  expect(spokenLanguages).toEqual(languages);
});

test('there are sixteen, each with a name of its own', () => {
  expect(languages).toHaveLength(16);
  expect(Object.keys(languageFacts)).toEqual([...languages]);
  expect(new Set(Object.values(languageFacts).map(({ name }) => name)).size).toBe(16);
});

test('what may be as in English is so somewhere, with a reason', () => {
  const isSame = (language: Language, key: string) =>
    messagesIn(folderOf(language))[key]?.message === english[key]?.message;
  const others = spokenLanguages.filter((one) => one !== 'en');
  const idle = [
    ...Object.keys(sameEverywhere).filter((key) => !others.some((one) => isSame(one, key))),
    ...others.flatMap((one) => Object.keys(sameIn[one] ?? {}).filter((key) => !isSame(one, key))),
  ];
  expect(idle).toEqual([]);
  const reasons = [sameEverywhere, ...Object.values(sameIn)].flatMap((of) => Object.values(of));
  expect(reasons.filter((reason) => !/\w{2}/.test(reason))).toEqual([]);
});

test('the page of languages says which are spoken and who has read them (npm run language-table)', () => {
  const page = readFileSync('docs/languages.md', 'utf8');
  expect(page).toContain(`<!-- languages -->\n\n${languageTable()}\n\n<!-- /languages -->`);
  // The table of our words has a column or a row for each.
  const glossary = page.slice(page.indexOf('## Our words'));
  expect(languages.filter((one) => !glossary.includes(`\`${one}\``))).toEqual([]);
});

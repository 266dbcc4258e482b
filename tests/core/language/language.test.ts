import { expect, test } from 'vitest';
import {
  directionOf,
  folderOf,
  languageBeside,
  languages,
  spokenBeside,
} from '../../../src/core/language/language.ts';

test('folders are named as browsers name them', () => {
  expect(languages.map(folderOf)).toEqual(
    ['en', 'de', 'fr', 'it', 'es', 'pt_BR', 'nl', 'pl', 'cs', 'sv', 'ja', 'ko'].concat([
      'zh_CN',
      'zh_TW',
      'hi',
      'ar',
    ]),
  );
});

test('of our languages Arabic alone is written from right to left', () => {
  expect(languages.filter((one) => directionOf(one) === 'rtl')).toEqual(['ar']);
  expect(directionOf('ar-EG')).toBe('rtl');
  expect(directionOf('arn')).toBe('ltr');
});

test.each([
  ['de', 'de-AT', 'de-AT'],
  ['en', 'en-GB', 'en-GB'],
  ['pt-BR', 'pt-BR', 'pt-BR'],
  // The browser speaks a language that is not ours: the sentences are English, and so are their dates.
  ['en', 'uk', 'en'],
  ['en', 'pt-PT', 'en'],
])('beside sentences in %s a browser in %s writes dates in %s', (spoken, browsers, expected) => {
  expect(languageBeside(spoken, browsers)).toBe(expected);
});

test.each([
  ['en-US', 'en'],
  ['de', 'de'],
  ['de-AT', 'de'],
  ['pt-BR', 'pt-BR'],
  ['zh-TW', 'zh-TW'],
  // As browsers do: of a region that we have not they take the language alone, and then English.
  ['pt-PT', 'en'],
  ['zh-HK', 'en'],
  ['uk', 'en'],
  ['', 'en'],
])('a browser in %j would speak %s', (browsers, expected) => {
  expect(spokenBeside(browsers)).toBe(expected);
});

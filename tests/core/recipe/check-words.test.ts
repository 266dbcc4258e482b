import { expect, test } from 'vitest';
import linkedin from '../../../src/catalogue/services/linkedin/recipe.ts';
import words from '../../../src/catalogue/services/linkedin/words/en.json' with { type: 'json' };
import { checkWords } from '../../../src/core/recipe/check-words.ts';

const all = Object.keys(words);

function problemsWith(there: readonly string[]): string[] {
  return checkWords(linkedin, there).map(({ message }) => message);
}

test('a recipe with all its words beside it has no problem', () => {
  expect(problemsWith(all)).toEqual([]);
});

test.each([
  'shares_linkedin_ai_training',
  'limits_linkedin_cookies',
  'page_linkedin_search_history',
  'alternative_objection_form',
  'case_de_la_torre',
  'remark_gpc',
])('%s is missed', (key) => {
  expect(problemsWith(all.filter((one) => one !== key))).toEqual([
    `the sentence ${key} is missing`,
  ]);
});

test('what a setting covers may be left out', () => {
  expect(problemsWith(all.filter((one) => !one.startsWith('covers_')))).toEqual([]);
});

test.each(['shares_linkedin_gone', 'page_other_search_history', 'covers_linkedin', 'app_name'])(
  '%s is surplus',
  (key) => {
    expect(problemsWith([...all, key])).toEqual([`the sentence ${key} belongs to nothing`]);
  },
);

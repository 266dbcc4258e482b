import { expect, test } from 'vitest';
import { forBanner } from '../../../src/core/language/banner-phrasebook.ts';
import { localeOf } from '../../../src/core/language/locale.ts';
import { filled, localeFrom, phrasebookOf } from '../../../src/core/language/phrasebook.ts';
import type { MessageKey } from '../../../src/core/language/words.ts';

/** As a browser that has these sentences: nothing for a key that is not there. */
function speaking(language: string, sentences: Readonly<Record<string, string>>) {
  return localeFrom({ language: language as 'en', sentences });
}

test.each([
  ['en', 1, 'one 1'],
  ['en', 2, 'other 2'],
  ['en', 0, 'other 0'],
  ['de', 1234, 'other 1.234'],
  ['pl', 1, 'one 1'],
  ['pl', 3, 'few 3'],
  ['pl', 5, 'many 5'],
  ['pl', 22, 'few 22'],
  ['ar', 0, 'zero 0'],
  ['ar', 2, 'two 2'],
  ['fr', 0, 'one 0'],
  ['ja', 1, 'other 1'],
])('%s counts %i in its own form: %s', (language, n, expected) => {
  const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];
  const { count } = speaking(
    language,
    Object.fromEntries(forms.map((form) => [`remind_days_${form}`, `${form} $1`])),
  );
  expect(count('remind_days', n)).toBe(expected);
});

test('a form that is not there is said as the last one is', () => {
  const { count } = speaking('pl', { batch_left_one: 'one', batch_left_other: '$1 of $2' });
  expect(count('batch_left', 3, '7')).toBe('3 of 7');
});

test('numbers and lists are written as the language writes them', () => {
  const text = (key: MessageKey) => key;
  expect(localeOf(text, 'en').number(12_345)).toBe('12,345');
  expect(localeOf(text, 'de').number(12_345)).toBe('12.345');
  expect(localeOf(text, 'en').list(['a', 'b', 'c'])).toBe('a, b, and c');
  expect(localeOf(text, 'de').list(['a', 'b', 'c'])).toBe('a, b und c');
  expect(localeOf(text, 'ar').direction).toBe('rtl');
});

test.each([
  ['$1 of $2', ['3', '7'], '3 of 7'],
  ['$2 before $1', ['a', 'b'], 'b before a'],
  ['$1 and $1', ['a'], 'a and a'],
  ['$1, $2', ['a'], 'a, '],
  ['costs $$5', ['a'], 'costs $5'],
  ['$$1 is $1', ['a'], '$1 is a'],
  ['$$$', [], '$$'],
  ['$12', ['a'], 'a2'],
  ['$1', ['$2 $& $$'], '$2 $& $$'],
  ['none', ['a'], 'none'],
])('%j with %j is %j, as the browser fills it', (message, values, expected) => {
  expect(filled(message, values)).toBe(expected);
});

test('what a language does not say is said in English, and what neither says is empty', () => {
  const book = phrasebookOf(
    'de',
    { action_why: { message: 'Warum?' } },
    { action_why: { message: 'Why?' }, batch_cancel: { message: 'Cancel' } },
  );
  const { text, language } = localeFrom(book);
  expect([text('action_why'), text('batch_cancel'), text('batch_seen')]).toEqual([
    'Warum?',
    'Cancel',
    '',
  ]);
  expect(language).toBe('de');
});

test('the banner gets its own sentences and no others', () => {
  const sentences = { banner_read: 'a', action_why: 'b', bannered: 'c', history_on: 'd' };
  expect(forBanner({ language: 'de', sentences })).toEqual({
    language: 'de',
    sentences: { banner_read: 'a', action_why: 'b' },
  });
});

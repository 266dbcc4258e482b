import { expect, test } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { filled } from '../../src/core/language/phrasebook.ts';
import { pseudo, pseudoMessages } from './pseudo.ts';

const placesIn = (message: string) => message.match(/\$+\d?/g) ?? [];

test('a sentence becomes longer, accented and bracketed, and keeps its placeholders', () => {
  expect(pseudo('$1 of $2 left.')).toBe('[$1 óƒ $2 ļéƒţ. ļóŕ]');
  expect(pseudo('Why?')).toBe('[Ŵĥý? ļ]');
  expect(pseudo('costs $$5')).toMatch(/^\[çóšţš \$\$5/);
  expect(filled(pseudo('$1: $2'), ['a', 'b'])).toMatch(/^\[a: b/);
});

const all = Object.entries(messages).filter(([key]) => key !== 'language_tag');

test.each(all)('%s', (_, { message }) => {
  const said = pseudo(message);
  const visible = (text: string) => text.replace(/\$\d/g, '').trim().length;
  expect(placesIn(said)).toEqual(placesIn(message));
  expect(visible(said)).toBeGreaterThanOrEqual(visible(message) * 1.4);
  expect(visible(said)).toBeLessThanOrEqual(visible(message) * 1.4 + 6);
  expect(said).toMatch(/^\[.*\]$/s);
  // Every word that has a letter is told apart from English.
  const words = message.replace(/\$\d/g, '').match(/[a-z]{3,}/gi) ?? [];
  expect(words.filter((word) => said.split(/[^\p{L}]+/u).includes(word))).toEqual([]);
});

test('a whole file keeps its keys, and the language that it names', () => {
  const made = pseudoMessages(messages);
  expect(Object.keys(made)).toEqual(Object.keys(messages));
  expect(made['language_tag']).toEqual({ message: 'en' });
  expect(made['batch_cancel']?.message).toMatch(/^\[Ç/);
});

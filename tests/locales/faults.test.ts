import { expect, test } from 'vitest';
import type { Language } from '../../src/core/language/language.ts';
import { faultsOf } from './faults.ts';

function file(messages: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, { message }]));
}

const english = file({
  app_name: 'Default Check',
  app_description: 'Shows it',
  language_tag: 'en',
  labelled: '$1: $2',
  action_guide: 'Show me',
  advice: 'Press “Show me” on $1',
  left_one: '$1 day of $2',
  left_other: '$1 days of $2',
});

const german = {
  app_name: 'Default Check',
  app_description: 'Zeigt es',
  language_tag: 'de',
  labelled: '$1: $2',
  action_guide: 'Zeigen',
  advice: 'Auf $1 „Zeigen“ drücken',
  left_one: 'Ein Tag von $2',
  left_other: '$1 Tage von $2',
};

test('sentences without a fault have none', () => {
  expect(faultsOf('de', file(german), english)).toEqual([]);
  expect(faultsOf('en', english, english)).toEqual([]);
});

function without(messages: Record<string, string>, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(messages).filter(([one]) => one !== key));
}

test.each<[string, Record<string, string>, string[]]>([
  ['a key is missing', without(german, 'advice'), ['advice: missing']],
  ['a form is missing', without(german, 'left_one'), ['left_one: missing']],
  ['nobody asks', { ...german, more: 'Mehr' }, ['more: nobody asks for it']],
  ['a form too many', { ...german, left_few: '$1 $2' }, ['left_few: nobody asks for it']],
  ['nothing is said', { ...german, advice: ' ' }, ['advice: empty']],
  ['a value is lost', { ...german, labelled: '$1:' }, ['labelled: has lost $2']],
  [
    'a value is added',
    { ...german, action_guide: 'Zeigen', labelled: '$1: $2 $3' },
    ['labelled: has $3 besides'],
  ],
  ['the number is lost', { ...german, left_other: 'Tage von $2' }, ['left_other: has lost $1']],
  [
    'English is left',
    { ...german, app_description: 'Shows it' },
    ['app_description: left in English'],
  ],
  [
    'a form is left in English',
    { ...german, left_other: '$1 days of $2' },
    ['left_other: left in English'],
  ],
  [
    'a button is called otherwise',
    { ...german, advice: 'Auf $1 „Anzeigen“ drücken' },
    ['advice: does not name the button as action_guide does'],
  ],
  ['it names another language', { ...german, language_tag: 'fr' }, ['language_tag: is not de']],
  [
    'the name is too long',
    { ...german, app_name: 'x'.repeat(76) },
    ['app_name: longer than 75 characters'],
  ],
  [
    'the description is too long',
    { ...german, app_description: 'x'.repeat(133) },
    ['app_description: longer than 132 characters'],
  ],
  ['markup', { ...german, app_description: '<b>Zeigt</b> es' }, ['app_description: markup']],
  ['an entity', { ...german, app_description: 'Zeigt&nbsp;es' }, ['app_description: markup']],
  [
    'a lone $',
    { ...german, app_description: 'Zeigt 5 $' },
    ['app_description: a $ that stands for nothing'],
  ],
  ['values that touch', { ...german, labelled: '$1$2' }, ['labelled: a $ that stands for nothing']],
  ['points', { ...german, app_description: 'Zeigt ...' }, ['app_description: three points for …']],
  [
    'an inch',
    { ...german, app_description: 'Zeigt "es"' },
    ['app_description: a straight quotation mark'],
  ],
  [
    'a space at the end',
    { ...german, app_description: 'Zeigt ' },
    ['app_description: space at an end'],
  ],
])('%s', (_, own, faults) => {
  expect(faultsOf('de', file(own), english)).toEqual(faults);
});

test.each<[Language, string[]]>([
  ['ja', ['other']],
  ['fr', ['many', 'one', 'other']],
  ['pl', ['few', 'many', 'one', 'other']],
  ['cs', ['few', 'many', 'one', 'other']],
  ['ar', ['few', 'many', 'one', 'other', 'two', 'zero']],
])('%s counts in the forms of its own: %j', (language, forms) => {
  const missing = faultsOf(language, file({}), english).filter((fault) =>
    fault.startsWith('left_'),
  );
  expect(missing.toSorted()).toEqual(forms.map((form) => `left_${form}: missing`));
});

test('a form for one number alone need not name it, one for several must', () => {
  const own = file({ left_one: 'يوم $2', left_two: 'يومان $2', left_few: 'أيام $2' });
  const said = faultsOf('ar', own, english).filter((fault) => !fault.endsWith('missing'));
  expect(said).toEqual(['left_few: has lost $1']);
  // In French one stands for none as well.
  expect(faultsOf('fr', file({ left_one: 'jour de $2' }), english)).toContain(
    'left_one: has lost $1',
  );
});

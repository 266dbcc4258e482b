import { expect, test } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { manifestFor } from '../../scripts/manifest.ts';
import { storePictures } from '../../scripts/store-pictures.ts';
import { languageFacts } from '../../src/catalogue/languages.ts';
import { spokenLanguages } from '../../src/core/language/language.ts';
import { documentAt, picturesIn } from './documents.ts';

const listing = documentAt('store/listing.md');

/** What stands below a heading, until the next one. */
function below(heading: string): string {
  const [, text = ''] =
    new RegExp(`^#+ ${heading}\\n\\n([^]*?)(?=\\n#|$(?![^]))`, 'm').exec(listing.text) ?? [];
  return text.trim();
}

const description = below('Description');
/** Readers know the two Chinese by their script. */
const scripts: Readonly<Record<string, string>> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' };

test('name and summary are those of the manifest, and short enough for every store', () => {
  expect(below('Name')).toBe(messages.app_name.message);
  expect(below('Summary')).toBe(messages.app_description.message);
  expect(below('Summary').length).toBeLessThanOrEqual(132);
});

test('Chrome’s form justifies what Chrome is asked for, and nothing besides', () => {
  const {
    permissions = [],
    optional_permissions = [],
    host_permissions = [],
  } = manifestFor('chrome');
  const justified = [...below('Why each permission').matchAll(/^\| `([^`]+)`/gm)].map(
    ([, name]) => name,
  );
  expect(justified.toSorted()).toEqual(
    [...permissions, ...optional_permissions, ...host_permissions].toSorted(),
  );
});

test('the description names every permission of either browser', () => {
  const { permissions = [], optional_permissions = [] } = manifestFor('firefox');
  const named = [...description.matchAll(/^• ([a-z]+)(?: \(.+\))?: /gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual([...permissions, ...optional_permissions].toSorted());
});

test('the description names every language that is spoken', () => {
  const english = new Intl.DisplayNames('en', { type: 'language' });
  const [, told = ''] = /\nLANGUAGES\n(.*?)\./.exec(description) ?? [];
  expect(
    spokenLanguages.filter((code) => !told.includes(english.of(scripts[code] ?? code) ?? code)),
  ).toEqual([]);
});

test('that nobody has reviewed the languages is said as long as it is so', () => {
  const isReviewed = spokenLanguages.some((code) => languageFacts[code].reviewedBy);
  expect(description.includes('No native speaker has reviewed')).toBe(!isReviewed);
});

test('the pictures are those that the script draws, in their order', () => {
  const drawn = Object.keys(storePictures).map((name) => `store/pictures/${name}.png`);
  expect(picturesIn(listing).filter((path) => path.startsWith('store/'))).toEqual(drawn);
});

import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { messagesIn } from '../../scripts/words.ts';
import { forBanner } from '../../src/core/language/banner-phrasebook.ts';
import { phrasebookOf } from '../../src/core/language/phrasebook.ts';
import { importsOf } from '../architecture/fences.ts';

const BANNER = 'src/entrypoints/banner/index.iife.tsx';
const english = messagesIn('en');

/** Everything that runs in the banner's script, by its path. */
function carried(path: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(path)) return found;
  const source = readFileSync(path, 'utf8');
  found.set(path, source);
  for (const { specifier, typeOnly } of importsOf({ path, source })) {
    if (typeOnly || !specifier.startsWith('.') || !/\.tsx?$/.test(specifier)) continue;
    carried(posix.join(posix.dirname(path), specifier), found);
  }
  return found;
}

/** Whatever is written there and is a key, the stem of one that counts, or a group of keys. */
function asked(source: string): string[] {
  const words = [...source.matchAll(/'([a-z][a-z_]*)'/g)].map(([, word]) => word ?? '');
  const groups = [...source.matchAll(/\b(?:wordKey|settingKey)\(\s*'(\w+)'/g)].map(
    ([, group]) => `${group}_`,
  );
  return Object.keys(english).filter(
    (key) =>
      words.includes(key) ||
      words.includes(key.replace(/_(?:one|other)$/, '')) ||
      groups.some((group) => key.startsWith(group)),
  );
}

test('in another language the banner is given every sentence that it may ask for', () => {
  const sources = [...carried(BANNER)]
    // In the browser's own language it asks the browser.
    .filter(([path]) => !path.startsWith('src/browser/'))
    .map(([, source]) => source);
  const needed = [...new Set(sources.flatMap(asked))];
  const { sentences } = forBanner(phrasebookOf('en', english, english));
  expect(needed.filter((key) => sentences[key] === undefined)).toEqual([]);
  expect(needed).toContain('banner_more_other');
  expect(needed).toContain('flip_back_unknown');
  expect(needed).toContain('limits_linkedin_cookies');
  // It is asked for in every page that warns: what others say is not in it.
  expect(Object.keys(sentences).length).toBeLessThan(Object.keys(english).length / 4);
});

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { anchorsOf, documentAt, documents, linksOf, picturesIn, ROOT } from './documents.ts';

const paths = documents.map(({ path }) => path);

test('the documents are looked at, and they hold links', () => {
  expect(paths).toEqual(
    expect.arrayContaining([
      'README.md',
      'CONTRIBUTING.md',
      'PRIVACY.md',
      'PERMISSIONS.md',
      'SECURITY.md',
      'CHANGELOG.md',
      'docs/languages.md',
      'store/listing.md',
    ]),
  );
  expect(documents.flatMap(linksOf).length).toBeGreaterThan(40);
});

test.each(paths)('every link of %s that stays in the project leads somewhere', (path) => {
  const lost = linksOf(documentAt(path)).filter((target) => {
    const [file = '', anchor] = target.split('#');
    if (!existsSync(join(ROOT, file))) return true;
    return anchor !== undefined && !anchorsOf(documentAt(file).text).includes(anchor);
  });
  expect(lost).toEqual([]);
});

test('a link that leads nowhere is seen, wherever it stands', () => {
  const text =
    '[a](b.md) ![c](d.png "e") <img src="f.png"> [g](#h) [i](https://j.example) `k.png`\n[l]: ../m.md';
  const document = { path: 'docs/x.md', text };
  expect(linksOf(document)).toEqual([
    'docs/b.md',
    'docs/d.png',
    'docs/x.md#h',
    'docs/f.png',
    'm.md',
  ]);
  expect(picturesIn(document)).toEqual(['docs/d.png', 'docs/f.png', 'k.png']);
  expect(anchorsOf('## What it reads, “and” why\n')).toEqual(['what-it-reads-and-why']);
});

const named = documents.flatMap(picturesIn);
const kept = ['docs', 'store/pictures'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.png'))
    .map((name) => `${folder}/${name}`),
);

test('every picture that is named is there, and every picture that is there is named', () => {
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  expect(kept.filter((path) => !named.includes(path))).toEqual([]);
  expect(kept.length).toBeGreaterThanOrEqual(10);
});

test.each(kept)('%s is no heavier than a page bears', (path) => {
  expect(statSync(join(ROOT, path)).size).toBeLessThan(250_000);
});

test.each(kept.filter((path) => path.startsWith('store/')))('%s has the size of stores', (path) => {
  const { width, height, colorType } = PNG.sync.read(readFileSync(join(ROOT, path))) as PNG & {
    colorType: number;
  };
  expect({ width, height, colorType }).toEqual({ width: 1280, height: 800, colorType: 2 });
});

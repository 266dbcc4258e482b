import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { breaches, importsOf, isCode, type SourceFile } from './fences.ts';

const ROOT = join(import.meta.dirname, '../..');

function filesOf(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: file.slice(ROOT.length + 1).replaceAll(sep, posix.sep),
      source: readFileSync(file, 'utf8'),
    }));
}

const files = filesOf('src');
const code = files.filter(({ path }) => isCode(path));

describe('the house as it stands', () => {
  test('nothing is imported over a fence', () => {
    expect(breaches(files)).toEqual([]);
  });

  test('nothing reads a cookie, for which alone a permission would do', () => {
    const readers = files.filter(({ source }) =>
      /\.(?:cookies|contextualIdentities)\b/.test(source),
    );
    expect(readers.map(({ path }) => path)).toEqual([]);
  });

  test('every folder was looked at, and their imports were seen', () => {
    const folders = code.map(({ path }) => path.split('/')[1] ?? '');
    const counted = [...new Set(folders)].toSorted().map((name) => ({
      name,
      files: folders.filter((folder) => folder === name).length,
    }));
    expect(counted.map(({ name }) => name)).toEqual([
      'background',
      'browser',
      'catalogue',
      'core',
      'entrypoints',
      'page',
      'ui',
    ]);
    expect(counted.filter(({ files }) => files < 3)).toEqual([]);
    expect(code.length).toBeGreaterThan(70);

    const imports = code.flatMap(importsOf);
    expect(imports.length).toBeGreaterThan(180);
    expect(imports.filter(({ typeOnly }) => typeOnly).length).toBeGreaterThan(60);
    // Those that lead into another entry point, as they name its built file.
    expect(imports.filter(({ specifier }) => specifier.includes('?script'))).toHaveLength(3);
  });

  test('every import of a file leads to a file', () => {
    const all = new Set(filesOf('src').map(({ path }) => path));
    const lost = code.flatMap((file) =>
      importsOf(file)
        .filter(({ specifier }) => specifier.startsWith('.') && !specifier.endsWith('.json'))
        .map(({ specifier }) =>
          posix.join(posix.dirname(file.path), specifier.split('?')[0] ?? specifier),
        )
        .filter((target) => !all.has(target))
        .map((target) => `${file.path}: ${target}`),
    );
    expect(lost).toEqual([]);
  });
});

/** A small house in which everything is as it should be. */
const house: Readonly<Record<string, string>> = {
  'src/core/zod.ts': "import { z } from 'zod/mini';\nexport { z };",
  'src/core/day.ts': 'export const dayOf = (now: number) => new Date(now).toISOString();',
  'src/core/words.ts':
    "import type messages from '../../public/_locales/en/messages.json';\nexport type Key = keyof typeof messages;",
  'src/core/sender.ts':
    "import { doesUrlMatchPatterns } from 'webext-patterns';\nimport { z } from './zod.ts';\nexport const s = [z, doesUrlMatchPatterns];",
  'src/core/window.ts':
    "export interface Sight { document: string; window?: number }\nexport const see = (from: Sight) => [from.window, from['document'], { browser: 1, chrome: 2 }];",
  'src/catalogue/index.ts':
    "import type { Key } from '../core/words.ts';\nexport const k: Key[] = [];",
  'src/page/look.ts':
    "import { dayOf } from '../core/day.ts';\nexport const look = () => [dayOf, document];",
  'src/browser/api.ts': "export { default as browser } from 'webextension-polyfill';",
  'src/browser/page-api.ts':
    "import type { Browser } from 'webextension-polyfill';\nexport const api = (globalThis as { chrome?: Browser }).chrome;",
  'src/browser/send.ts':
    "import type { s } from '../core/sender.ts';\nimport { browser } from './api.ts';\nexport const send = (it: typeof s) => browser.runtime.sendMessage(it);",
  'src/ui/mark.tsx':
    "import { createContext } from 'preact';\nimport { useState } from 'preact/hooks';\nexport const mark = [createContext, useState];",
  'src/ui/mark.css': '.mark { color: red }',
  'src/entrypoints/banner/index.iife.tsx':
    "import { render } from 'preact';\nimport styles from '../../ui/mark.css?inline';\nimport type { s } from '../../core/sender.ts';\nexport const banner = (it: typeof s) => [render, styles, it];",
  'src/entrypoints/settings-page/index.iife.ts':
    "import { look } from '../../page/look.ts';\nimport { api } from '../../browser/page-api.ts';\nexport const visit = [look, api];",
  'src/entrypoints/popup/index.tsx':
    "import { send } from '../../browser/send.ts';\nimport { mark } from '../../ui/mark.tsx';\nimport './draw.ts';\nexport const popup = [send, mark];",
  'src/entrypoints/popup/draw.ts': 'export const draw = 1;',
  'src/entrypoints/popup/index.html': '<script type="module" src="./index.tsx"></script>',
  'src/entrypoints/background/index.ts':
    "import banner from '../banner/index.iife.tsx?script&iife';\nimport { k } from '../../catalogue/index.ts';\nimport { s } from '../../core/sender.ts';\nimport { send } from '../../browser/send.ts';\nexport const all = [banner, k, s, send];",
};

/** The house with one file put in, or another in its place. */
function houseWith(path: string, source: string): SourceFile[] {
  return Object.entries({ ...house, [path]: source }).map(([path, source]) => ({ path, source }));
}

function importing(specifier: string): string {
  return `import { x } from '${specifier}';\nexport const y = x;`;
}

test('a house in which all is as it should be has no breach', () => {
  expect(breaches(houseWith('src/core/more.ts', 'export const more = 1;'))).toEqual([]);
});

describe('whoever climbs over a fence is seen', () => {
  const rows: [string, string, string][] = [
    // Layer by layer: what each may not import.
    ...(
      [
        ['core', ['catalogue', 'background', 'page', 'browser', 'ui', 'entrypoints']],
        ['catalogue', ['background', 'page', 'browser', 'ui', 'entrypoints']],
        ['background', ['catalogue', 'page', 'browser', 'ui', 'entrypoints']],
        ['page', ['catalogue', 'background', 'browser', 'ui', 'entrypoints']],
        ['browser', ['catalogue', 'background', 'page', 'ui', 'entrypoints']],
        ['ui', ['catalogue', 'background', 'page', 'browser', 'entrypoints']],
      ] as const
    ).flatMap(([layer, others]) =>
      others.map((other): [string, string, string] => [
        `src/${layer}/odd.ts`,
        importing(`../${other}/draw.ts`),
        `imports ../${other}/draw.ts: ${layer} may not import ${other}`,
      ]),
    ),
    ...[
      "import type { X } from '../page/look.ts';\nexport type Y = X;",
      "import { type X } from '../page/look.ts';\nexport type Y = X;",
      "export { look } from '../page/look.ts';",
      "export * from '../page/look.ts';",
      "export type { X } from '../page/look.ts';",
      "export const y = () => import('../page/look.ts');",
      "export type Y = import('../page/look.ts').X;",
      "import '../page/look.ts';",
      "import x = require('../page/look.ts');\nexport const y = x;",
    ].map((source): [string, string, string] => [
      'src/core/odd.ts',
      source,
      'imports ../page/look.ts: core may not import page',
    ]),
    [
      'src/core/odd.ts',
      "const name = './day.ts';\nexport const y = () => import(name);",
      'imports (computed): an import names its file',
    ],
    [
      'src/entrypoints/popup/odd.ts',
      importing('../banner/index.iife.tsx'),
      'imports ../banner/index.iife.tsx: one entry point may not import another',
    ],
    [
      'src/entrypoints/popup/odd.ts',
      "import type { X } from '../background/index.ts';\nexport type Y = X;",
      'imports ../background/index.ts: one entry point may not import another',
    ],
    [
      'src/entrypoints/background/odd.ts',
      importing('../banner/index.iife.tsx?url'),
      'imports ../banner/index.iife.tsx?url: one entry point may not import another',
    ],
    [
      'src/ui/odd.ts',
      importing('../entrypoints/banner/index.iife.tsx?script&iife'),
      'imports ../entrypoints/banner/index.iife.tsx?script&iife: ui may not import entrypoints',
    ],
    [
      'src/core/odd.ts',
      importing('../../scripts/x.ts'),
      'imports ../../scripts/x.ts: it is outside src',
    ],
    [
      'src/core/odd.ts',
      "import m from '../../public/_locales/en/messages.json';\nexport const y = m;",
      'imports ../../public/_locales/en/messages.json: only core, and only its type',
    ],
    [
      'src/ui/odd.ts',
      "import type m from '../../public/_locales/en/messages.json';\nexport type Y = typeof m;",
      'imports ../../public/_locales/en/messages.json: only core, and only its type',
    ],

    // Packages, each only through its own door.
    ...(
      [
        ['src/core/odd.ts', 'zod/mini'],
        ['src/core/odd.ts', 'zod'],
        ['src/core/zod.ts', 'zod'],
        ['src/core/odd.ts', 'preact'],
        ['src/core/odd.ts', 'node:fs'],
        ['src/catalogue/odd.ts', 'zod/mini'],
        ['src/catalogue/odd.ts', 'webext-patterns'],
        ['src/page/odd.ts', 'preact'],
        ['src/page/odd.ts', 'webextension-polyfill'],
        ['src/browser/odd.ts', 'webextension-polyfill'],
        ['src/browser/odd.ts', 'zod/mini'],
        ['src/ui/odd.ts', 'webext-patterns'],
        ['src/ui/odd.ts', 'preact/compat'],
        ['src/entrypoints/popup/odd.ts', 'webextension-polyfill'],
        ['src/entrypoints/popup/odd.ts', 'zod/mini'],
        ['src/entrypoints/popup/odd.ts', 'left-pad'],
      ] as const
    ).map(([path, name]): [string, string, string] => [
      path,
      importing(name),
      `imports ${name}: no package of this layer`,
    ]),
    ...['src/core/odd.ts', 'src/ui/odd.ts', 'src/entrypoints/popup/odd.ts'].map(
      (path): [string, string, string] => [
        path,
        "import type { Browser } from 'webextension-polyfill';\nexport type Y = Browser;",
        'imports webextension-polyfill: no package of this layer',
      ],
    ),
    [
      'src/core/odd.ts',
      "import type { z } from 'zod/mini';\nexport type Y = z.infer<never>;",
      'imports zod/mini: no package of this layer',
    ],

    // Folders and names.
    ['src/odd/x.ts', 'export const x = 1;', 'odd is no folder of src'],
    ['src/odd.ts', 'export const x = 1;', 'no file stands directly in src'],
    ['src/odd.html', '', 'no file stands directly in src'],
    ...['util', 'utils', 'helper', 'helpers', 'common', 'shared', 'lib', 'libs'].flatMap(
      (name): [string, string, string][] => [
        [`src/core/${name}/x.ts`, 'export const x = 1;', `${name} is a name that says nothing`],
        [`src/page/${name}.ts`, 'export const x = 1;', `${name} is a name that says nothing`],
        [`src/ui/${name}.css`, '', `${name} is a name that says nothing`],
      ],
    ),
    ['src/entrypoints/popup/helpers.iife.ts', 'export {};', 'helpers is a name that says nothing'],

    // What a pure layer may not touch.
    ...(['core', 'catalogue', 'background'] as const).flatMap((layer): [string, string, string][] =>
      [
        'chrome',
        'browser',
        'document',
        'window',
        'navigator',
        'fetch',
        'globalThis',
        'location',
      ].map((name) => [
        `src/${layer}/odd.ts`,
        `export const y = () => ${name};`,
        `uses ${name}: ${layer} is pure`,
      ]),
    ),
    ...[
      'export const y = () => chrome.runtime.id;',
      'export const y = () => ({ chrome });',
      'export const y = (x: string[]) => x[chrome];',
      'export const y = { [chrome]: 1 };',
      'export const y = () => chrome!.runtime;',
      ['export const y = `', '{chrome}`;'].join('$'),
      'export const y = typeof chrome;',
    ].map((source): [string, string, string] => [
      'src/core/odd.ts',
      source,
      'uses chrome: core is pure',
    ]),
    ...['Date.now()', 'new Date()', 'Date()', '[1].map(Date.now)'].map(
      (source): [string, string, string] => [
        'src/core/odd.ts',
        `export const y = () => ${source};`,
        'asks for the time: core is told',
      ],
    ),
  ];

  test.each(rows)('%s with %j: %s', (path, source, expected) => {
    expect(breaches(houseWith(path, source))).toContain(`${path}: ${expected}`);
  });

  test('each alone: whoever is seen is seen for one thing', () => {
    const noisy = rows
      .map(([path, source]) => breaches(houseWith(path, source)))
      .filter((found) => found.length !== 1);
    expect(noisy).toEqual([]);
    expect(rows).toHaveLength(31 + 9 + 8 + 16 + 4 + 3 + 25 + 24 + 7 + 4);
  });
});

describe('what a script would carry into a page is seen from afar', () => {
  const heavy = "import { z } from './zod.ts';\nexport const x = z;";

  test.each([
    ['src/entrypoints/settings-page/index.iife.ts', 'src/core/zod.ts'],
    ['src/entrypoints/banner/index.iife.tsx', 'src/core/zod.ts'],
    ['src/entrypoints/popup/index.tsx', 'src/core/zod.ts'],
  ])('%s carries %s', (entry, weight) => {
    const files = [
      ...houseWith(entry, importing('../../page/way.ts')),
      { path: 'src/page/way.ts', source: importing('../core/heavy.ts') },
      { path: 'src/core/heavy.ts', source: heavy },
    ];
    const way = [entry, 'src/page/way.ts', 'src/core/heavy.ts', weight].join(' → ');
    expect(breaches(files)).toEqual([`${entry}: carries ${weight}, by ${way}`]);
  });

  test.each([
    'src/entrypoints/settings-page/index.iife.ts',
    'src/entrypoints/banner/index.iife.tsx',
  ])('%s carries the polyfill', (entry) => {
    const way = [entry, 'src/browser/send.ts', 'src/browser/api.ts'].join(' → ');
    expect(breaches(houseWith(entry, importing('../../browser/send.ts')))).toEqual([
      `${entry}: carries src/browser/api.ts, by ${way}`,
    ]);
  });

  test('a type weighs nothing, a type named beside no value does', () => {
    const path = 'src/page/look.ts';
    const light =
      "import type { s } from '../core/sender.ts';\nexport const look = (it: typeof s) => it;";
    expect(breaches(houseWith(path, light))).toEqual([]);
    expect(breaches(houseWith(path, light.replace('type { s }', '{ type s }')))).toHaveLength(1);
  });
});

describe('a ring of imports is seen once', () => {
  const ring = (source: (next: string) => string) => [
    ...houseWith('src/core/one.ts', source('./two.ts')),
    { path: 'src/core/two.ts', source: source('./three.ts') },
    { path: 'src/core/three.ts', source: source('./one.ts') },
  ];

  test('of three files', () => {
    expect(breaches(ring(importing))).toEqual([
      'src/core/one.ts: imports itself, by src/core/one.ts → src/core/two.ts → src/core/three.ts → src/core/one.ts',
    ]);
  });

  test('of one file', () => {
    expect(breaches(houseWith('src/core/one.ts', importing('./one.ts')))).toEqual([
      'src/core/one.ts: imports itself, by src/core/one.ts → src/core/one.ts',
    ]);
  });

  test('of types it is none', () => {
    const types = (next: string) => `import type { X } from '${next}';\nexport type Y = X;`;
    expect(breaches(ring(types))).toEqual([]);
  });
});

test('a file that cannot be read stops the check', () => {
  expect(() => breaches(houseWith('src/core/odd.ts', 'export const = ;'))).toThrow(
    'src/core/odd.ts',
  );
});

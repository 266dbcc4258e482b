import { posix } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Built, build, targets } from './build.ts';
import { importsOf } from './fences.ts';

/** As shops and browsers count. */
const KB = 1_000;
const CLOSER_LOOK = 'src/entrypoints/closer-look/index.iife.js';
const PAGE_REPORT = 'src/entrypoints/page-report/index.iife.js';
const BANNER = 'src/entrypoints/banner/index.iife.js';

/** A name that every zod schema carries, in whichever build. */
const ZOD = '~standard';

describe.each(targets)('what is built for %s', (target) => {
  let built: Built;
  beforeAll(async () => {
    built = await build(target);
  }, 120_000);

  const settingsPage = () => built.manifest.content_scripts.flatMap(({ js }) => js);
  const scripts = () => [...built.files.keys()].filter((path) => path.endsWith('.js'));
  const weigh = (paths: readonly string[]) =>
    paths.reduce((sum, path) => sum + Buffer.byteLength(built.text(path)), 0);

  test('the script of the settings pages stays below 19.5 kB', () => {
    expect(settingsPage()).toHaveLength(1);
    expect(weigh(settingsPage())).toBeGreaterThan(2 * KB);
    expect(weigh(settingsPage())).toBeLessThanOrEqual(19.5 * KB);
  });

  test('the script of the banner stays below 24 kB, and is the one that is registered', () => {
    expect(weigh([BANNER])).toBeGreaterThan(2 * KB);
    expect(weigh([BANNER])).toBeLessThanOrEqual(24 * KB);
    expect(scripts().filter((path) => built.text(path).includes(BANNER))).toHaveLength(1);
  });

  test.each([
    [CLOSER_LOOK, 17],
    [PAGE_REPORT, 24],
  ])('%s, brought in where it is needed, stays below %d kB', (script, limit) => {
    expect(weigh([script])).toBeGreaterThan(2 * KB);
    expect(weigh([script])).toBeLessThanOrEqual(limit * KB);
    expect(settingsPage()).not.toContain(script);
  });

  test('a script that runs in a page is one file, and loads no other', () => {
    for (const path of [...settingsPage(), BANNER, CLOSER_LOOK, PAGE_REPORT]) {
      expect(importsOf({ path, source: built.text(path) })).toEqual([]);
    }
  });

  test('the JavaScript of the popup stays below 66 kB', () => {
    const popup = popupScripts(built);
    expect(popup.length).toBeGreaterThan(1);
    expect(weigh(popup)).toBeGreaterThan(10 * KB);
    expect(weigh(popup)).toBeLessThanOrEqual(66 * KB);
  });

  const zipped = (isMeant: (path: string) => boolean) => {
    const entries = [...built.files].filter(([path]) => isMeant(path));
    const files = entries.map(([path, bytes]) => [path, new Uint8Array(bytes)] as const);
    return zipSync(Object.fromEntries(files), { level: 9 }).byteLength;
  };
  const isLocale = (path: string) => path.startsWith('_locales/');

  test('the whole extension in one language, zipped, stays below 250 kB', () => {
    const inEnglish = zipped((path) => !isLocale(path) || path.startsWith('_locales/en/'));
    expect(built.files.size).toBeGreaterThan(10);
    expect(inEnglish).toBeGreaterThan(20 * KB);
    expect(inEnglish).toBeLessThanOrEqual(250 * KB);
  });

  test('each language, zipped, adds less than 28 kB', () => {
    const files = [...built.files.keys()].filter(isLocale);
    expect(files.length).toBeGreaterThan(1);
    expect(files.filter((path) => zipped((one) => one === path) > 28 * KB)).toEqual([]);
    expect(zipped((path) => path === files[0])).toBeGreaterThan(2 * KB);
  });

  test('zod is in the background only', () => {
    const carrying = scripts().filter((path) => built.text(path).includes(ZOD));
    const lean = [...settingsPage(), BANNER, CLOSER_LOOK, PAGE_REPORT, ...popupScripts(built)];
    expect(carrying).toHaveLength(1);
    expect(carrying.filter((path) => lean.includes(path))).toEqual([]);
  });

  const dangers: readonly [string, RegExp][] = [
    ['evaluates a text', /\beval\s*\(/],
    ['makes a function of a text', /\bnew\s+Function\b/],
    ['imports from elsewhere', /\bimport\s*\(\s*["'`](?:https?:|\/\/|data:|blob:)/],
    [
      'imports from elsewhere at the start',
      /\b(?:from|import)\s*["'`](?:https?:|\/\/|data:|blob:)/,
    ],
    ['imports scripts', /\bimportScripts\s*\(/],
    [
      'loads a script, frame or style from elsewhere',
      /<(?:script|iframe|link|img)[^>]*(?:src|href)=["']?(?:https?:)?\/\//i,
    ],
    ['loads a style from elsewhere', /(?:url\(|@import\s)\s*["']?(?:https?:)?\/\//i],
    ['points to a source map', /sourceMappingURL/],
    ['asks the network', /\b(?:sendBeacon|XMLHttpRequest|WebSocket|EventSource)\s*\(/],
    // The sentences of another language than the browser's own are a file of the package.
    ['fetches what is not its own', /\bfetch\s*\((?![\w$]+\.runtime\.getURL\(`_locales\/)/],
  ];

  test.each(dangers)('no file %s', (_, danger) => {
    const looked = [...built.files.keys()].filter((path) => /\.(js|html|css)$/.test(path));
    expect(looked.filter((path) => danger.test(built.text(path)))).toEqual([]);
    expect(looked.length).toBeGreaterThan(6);
  });

  test('what fetches its own sentences is not what runs in a page', () => {
    const fetching = scripts().filter((path) => /\bfetch\s*\(/.test(built.text(path)));
    expect(fetching).toHaveLength(1);
    const inPages = [...settingsPage(), BANNER, CLOSER_LOOK, PAGE_REPORT];
    expect(fetching.filter((path) => inPages.includes(path))).toEqual([]);
  });

  test('no map, source or note of ours is shipped', () => {
    const kinds = [...built.files.keys()].map((path) => posix.extname(path) || path);
    expect([...new Set(kinds)].toSorted()).toEqual(['.css', '.html', '.js', '.json', '.png']);
  });
});

/** The popup's module script and all that it imports, in whichever way. */
function popupScripts({ manifest, text }: Built): string[] {
  const page = manifest.action.default_popup;
  const sources = [...text(page).matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(
    ([, src]) => src ?? '',
  );
  const found = new Set<string>();
  const follow = (from: string, specifier: string) => {
    const path = posix
      .join(specifier.startsWith('/') ? '' : posix.dirname(from), specifier)
      .replace(/^\//, '');
    if (found.has(path)) return;
    found.add(path);
    for (const { specifier } of importsOf({ path, source: text(path) })) follow(path, specifier);
  };
  for (const source of sources) follow(page, source);
  return [...found];
}

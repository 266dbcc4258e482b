/*
 * Who may import whom, and what no file of a layer may do: section 6 of the design as a function from
 * sources to sentences. Reads nothing by itself, so a test can hand it a file that offends.
 */
import { posix } from 'node:path';
import { parseSync, visitorKeys } from 'oxc-parser';

export interface SourceFile {
  /** From the root of the repository: `src/core/time/day.ts`. */
  readonly path: string;
  readonly source: string;
}

export interface Import {
  readonly specifier: string;
  /** Gone once types are stripped. `import { type A }` is not: what it names still runs. */
  readonly typeOnly: boolean;
}

const layers = ['core', 'catalogue', 'background', 'page', 'browser', 'ui', 'entrypoints'] as const;
type Layer = (typeof layers)[number];

/** Whom a layer may import beside itself. */
const mayImport: Readonly<Record<Layer, readonly Layer[]>> = {
  core: [],
  catalogue: ['core'],
  background: ['core'],
  page: ['core'],
  browser: ['core'],
  ui: ['core'],
  entrypoints: ['core', 'catalogue', 'background', 'page', 'browser', 'ui'],
};

const POLYFILL = 'webextension-polyfill';
const POLYFILL_DOOR = 'src/browser/api.ts';
const ZOD = 'zod/mini';
const ZOD_DOOR = 'src/core/zod.ts';
/** Gives the built address of another entry point's script, and none of its code. */
const BUILT_SCRIPT = '?script&iife';
const ACCESSIBILITY = 'dom-accessibility-api';
const ACCESSIBILITY_DOOR = 'src/page/dom/accessibility.ts';
const MESSAGES = 'public/_locales/en/messages.json';

/** The packages of a layer; those with a door of their own stand below. */
const packages: Readonly<Record<Layer, readonly string[]>> = {
  core: ['webext-patterns'],
  catalogue: [],
  background: [],
  page: [],
  browser: [],
  ui: ['preact', 'preact/hooks'],
  entrypoints: ['preact'],
};

/** What runs in a page stays small: no schemas, no polyfill. The popup carries no schemas either. */
const lean: readonly { entry: string; without: readonly string[] }[] = [
  {
    entry: 'src/entrypoints/settings-page/',
    without: [ZOD_DOOR, POLYFILL_DOOR, ACCESSIBILITY_DOOR],
  },
  { entry: 'src/entrypoints/banner/', without: [ZOD_DOOR, POLYFILL_DOOR] },
  { entry: 'src/entrypoints/closer-look/', without: [ZOD_DOOR, POLYFILL_DOOR] },
  { entry: 'src/entrypoints/page-report/', without: [ZOD_DOOR, POLYFILL_DOOR] },
  { entry: 'src/entrypoints/popup/', without: [ZOD_DOOR] },
  { entry: 'src/entrypoints/dashboard/', without: [ZOD_DOOR] },
];

/** A name that says nothing attracts everything. */
const nameless = /^(utils?|helpers?|common|shared|libs?)$/;

/** Layers that are handed what they need: no browser, no document, no clock, no network. */
const pure: readonly Layer[] = ['core', 'catalogue', 'background'];
const impureGlobals = new Set([
  'chrome',
  'browser',
  'document',
  'window',
  'self',
  'globalThis',
  'navigator',
  'location',
  'performance',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'setTimeout',
  'setInterval',
  'process',
  'crypto',
]);

/** Every breach, as `path: what is wrong`. Files that hold no code are judged by their names only. */
export function breaches(files: readonly SourceFile[]): string[] {
  const modules = files.filter(({ path }) => isCode(path)).map(toModule);
  return [
    ...files.flatMap(({ path }) => misplaced(path).map((what) => `${path}: ${what}`)),
    ...modules.flatMap((module) =>
      [...trespasses(module), ...impurities(module)].map((what) => `${module.path}: ${what}`),
    ),
    ...overweight(modules),
    ...cycles(modules),
  ];
}

export function isCode(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path);
}

/** Everything a file imports, in whichever way. */
export function importsOf({ path, source }: SourceFile): Import[] {
  return importsIn(parse(path, source));
}

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

interface Module {
  readonly path: string;
  readonly program: Node;
  readonly imports: readonly Import[];
}

function toModule({ path, source }: SourceFile): Module {
  const program = parse(path, source);
  return { path, program, imports: importsIn(program) };
}

function parse(path: string, source: string): Node {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  return program as unknown as Node;
}

const COMPUTED = '(computed)';

function importsIn(program: Node): Import[] {
  const imports: Import[] = [];
  walk(program, (node) => {
    const from = (source: unknown, typeOnly: boolean) => {
      const value = (source as Node | null)?.['value'];
      imports.push({ specifier: typeof value === 'string' ? value : COMPUTED, typeOnly });
    };
    switch (node.type) {
      case 'ImportDeclaration':
        from(node['source'], node['importKind'] === 'type');
        break;
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        if (node['source']) from(node['source'], node['exportKind'] === 'type');
        break;
      case 'ImportExpression':
        from(node['source'], false);
        break;
      case 'TSImportType':
        from(node['source'], true);
        break;
      case 'TSExternalModuleReference':
        from(node['expression'], false);
        break;
    }
  });
  return imports;
}

function walk(node: Node, visit: (node: Node, parent: Node | undefined) => void, parent?: Node) {
  visit(node, parent);
  for (const field of visitorKeys[node.type] ?? []) {
    const inner = node[field];
    for (const child of Array.isArray(inner) ? inner : [inner]) {
      if (child) walk(child as Node, visit, node);
    }
  }
}

function misplaced(path: string): string[] {
  const [, ...steps] = path.split('/');
  const problems = steps
    .map((step, index) => (index === steps.length - 1 ? (step.split('.')[0] ?? step) : step))
    .filter((name) => nameless.test(name))
    .map((name) => `${name} is a name that says nothing`);
  if (steps.length === 1) return [...problems, 'no file stands directly in src'];
  return layerOf(path) ? problems : [...problems, `${steps[0]} is no folder of src`];
}

/** What a file imports and may not. */
function trespasses({ path, imports }: Module): string[] {
  const layer = layerOf(path);
  if (!layer) return [];
  return imports.flatMap(({ specifier, typeOnly }) => {
    const say = (why: string) => [`imports ${specifier}: ${why}`];
    if (specifier === COMPUTED) return say('an import names its file');
    if (!specifier.startsWith('.'))
      return mayUse(path, layer, specifier, typeOnly) ? [] : say('no package of this layer');

    if (layer === 'entrypoints' && specifier.endsWith(BUILT_SCRIPT)) return [];

    const target = resolve(path, specifier);
    if (target === MESSAGES)
      return layer === 'core' && typeOnly ? [] : say('only core, and only its type');

    const theirs = layerOf(target);
    if (!theirs) return say('it is outside src');
    if (theirs !== layer)
      return mayImport[layer].includes(theirs) ? [] : say(`${layer} may not import ${theirs}`);
    const isOther = layer === 'entrypoints' && entryOf(path) !== entryOf(target);
    return isOther ? say('one entry point may not import another') : [];
  });
}

function mayUse(path: string, layer: Layer, specifier: string, typeOnly: boolean): boolean {
  if (isPackage(specifier, POLYFILL)) {
    return path === POLYFILL_DOOR || (layer === 'browser' && typeOnly);
  }
  if (isPackage(specifier, ACCESSIBILITY)) return path === ACCESSIBILITY_DOOR;
  if (isPackage(specifier, 'zod')) return path === ZOD_DOOR && specifier === ZOD;
  return packages[layer].includes(specifier);
}

function isPackage(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(`${name}/`);
}

/** What a file of a pure layer reaches for. */
function impurities({ path, program }: Module): string[] {
  const layer = layerOf(path);
  if (!layer || !pure.includes(layer)) return [];
  const problems: string[] = [];
  walk(program, (node, parent) => {
    const name = String(node['name']);
    if (node.type === 'Identifier' && impureGlobals.has(name) && !isOnlyAName(node, parent)) {
      problems.push(`uses ${name}: ${layer} is pure`);
    }
    if (readsClock(node)) problems.push(`asks for the time: ${layer} is told`);
  });
  return problems;
}

/** A property's name, or a field's, is not the global of that name. */
function isOnlyAName(node: Node, parent: Node | undefined): boolean {
  if (!parent || parent['computed'] === true) return false;
  if (parent.type === 'MemberExpression') return parent['property'] === node;
  return 'key' in parent && parent['key'] === node;
}

function readsClock(node: Node): boolean {
  const isDate = (value: unknown) => (value as Node | undefined)?.['name'] === 'Date';
  if (node.type === 'NewExpression') {
    return isDate(node['callee']) && (node['arguments'] as unknown[]).length === 0;
  }
  if (node.type === 'CallExpression') return isDate(node['callee']);
  return (
    node.type === 'MemberExpression' &&
    isDate(node['object']) &&
    (node['property'] as Node)['name'] === 'now'
  );
}

/** What a lean script would carry along, with the way by which it gets there. */
function overweight(modules: readonly Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  return lean.flatMap(({ entry, without }) =>
    modules
      .filter(({ path }) => path.startsWith(entry))
      .flatMap((start) =>
        without.flatMap((weight) => {
          const way = wayTo(start, weight, byPath);
          return way ? [`${start.path}: carries ${weight}, by ${way.join(' → ')}`] : [];
        }),
      ),
  );
}

function wayTo(
  start: Module,
  goal: string,
  byPath: ReadonlyMap<string, Module>,
): string[] | undefined {
  const seen = new Set<string>([start.path]);
  const open: string[][] = [[start.path]];
  for (let way = open.shift(); way; way = open.shift()) {
    const here = way.at(-1) ?? '';
    if (here === goal) return way;
    for (const next of valuesOf(byPath.get(here))) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push([...way, next]);
    }
  }
  return undefined;
}

/** Each ring of value imports once, told from its first file in the order of names. */
function cycles(modules: readonly Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const rings = new Set<string>();
  const done = new Set<string>();
  const follow = (path: string, way: readonly string[]) => {
    const start = way.indexOf(path);
    if (start >= 0) {
      const ring = way.slice(start);
      const first = ring.indexOf(ring.toSorted()[0] ?? '');
      const turned = [...ring.slice(first), ...ring.slice(0, first)];
      rings.add(`${turned[0]}: imports itself, by ${[...turned, turned[0]].join(' → ')}`);
      return;
    }
    if (done.has(path)) return;
    for (const next of valuesOf(byPath.get(path))) follow(next, [...way, path]);
    done.add(path);
  };
  for (const { path } of modules) follow(path, []);
  return [...rings];
}

/** The files whose code runs because this one's does. */
function valuesOf(module: Module | undefined): string[] {
  return (module?.imports ?? [])
    .filter(({ specifier, typeOnly }) => !typeOnly && specifier.startsWith('.'))
    .filter(({ specifier }) => !specifier.endsWith(BUILT_SCRIPT))
    .map(({ specifier }) => resolve(module?.path ?? '', specifier));
}

function resolve(path: string, specifier: string): string {
  return posix.join(posix.dirname(path), specifier.split('?')[0] ?? specifier);
}

function layerOf(path: string): Layer | undefined {
  const [root, folder, ...rest] = path.split('/');
  return root === 'src' && rest.length > 0 ? layers.find((layer) => layer === folder) : undefined;
}

function entryOf(path: string): string {
  return path.split('/')[2] ?? '';
}

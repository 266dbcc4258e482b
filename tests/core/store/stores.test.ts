import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type AccountScope, firstScope, scopeOfKey } from '../../../src/core/account/scope.ts';
import type { Area } from '../../../src/core/store/item.ts';
import { type Envelope, parseStored, type StoredItem } from '../../../src/core/store/item.ts';
import * as stored from '../../../src/core/store/items.ts';
import { REVISION } from '../../../src/core/store/revision.ts';
import { OVERVIEW } from '../../../src/core/verdict/overview.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/stores');

type Store = Readonly<Record<Area, Readonly<Record<string, Envelope>>>>;

/** Every item that is declared, by the name it is exported under: for a setting and for a scope. */
const declared: Readonly<
  Record<string, (key: string, scope: AccountScope) => StoredItem<unknown>>
> = {
  accounts: () => stored.accounts,
  placeOf: (_, scope) => stored.placeOf(scope),
  preferences: () => stored.preferences,
  setAside: () => stored.setAside as StoredItem<unknown>,
  unlistedOf: (_, scope) => stored.unlistedOf(scope),
  warnings: () => stored.warnings as StoredItem<unknown>,
  findingOf: stored.findingOf,
  dismissalOf: stored.dismissalOf,
  historyOf: stored.historyOf,
  batch: () => stored.batch,
  browserSession: () => stored.browserSession as StoredItem<unknown>,
  unkeptWarnings: () => stored.unkeptWarnings as StoredItem<unknown>,
  reminding: () => stored.reminding,
  toldFlipBacksOf: (_, scope) => stored.toldFlipBacksOf(scope),
  seenRulesOf: (_, scope) => stored.seenRulesOf(scope),
  unfinished: () => stored.unfinished,
  errandOf: stored.errandOf,
};

/** What this version makes of what an earlier one stored; of all else just what it was. */
const became: Readonly<Record<string, (old: never) => unknown>> = {
  'preferences 1': (old: object) => ({ ...old, notify: false, language: 'browser' }),
  'preferences 2': (old: object) => ({ ...old, language: 'browser' }),
  'warnings 1': () => [],
  'warnings 2': () => [],
  'batch 1': (old: object) => inNoSession(inFirstScope(old)),
  'batch 2': (old: object) => old && inNoSession(old),
  'batch 3': (old: object) => old && inNoSession(old),
  'unfinished 1': (old: object[]) => old.map(inFirstScope),
};

function inNoSession(old: object): object {
  return { ...old, session: '' };
}

function inFirstScope(old: object): object {
  return { ...old, scope: firstScope };
}

const stores = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
  .map((file) => ({ file, store: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Store }));

/** Written by this version. */
const latest = stores.at(-1)?.file;

const envelopes = stores.flatMap(({ file, store }) =>
  // What was kept for the session went with it, when the extension was updated.
  (['local', ...(file === latest ? (['session'] as const) : [])] as const).flatMap((area) =>
    Object.entries(store[area])
      .filter(([key]) => !isOfTheStore(key) && !key.startsWith('set-aside/'))
      .map(([key, raw]) => ({ file, area, key, raw, ...itemAt(area, key) })),
  ),
);

/** Made from the rest, or told of it. */
function isOfTheStore(key: string): boolean {
  return key === OVERVIEW.key || key === REVISION.key;
}

function itemAt(area: Area, key: string) {
  const [, setting = ''] = key.match(/^[a-z]+\/([\w-]+\/[\w-]+)/) ?? [];
  const found = Object.entries(declared)
    .map(([name, of]) => ({ name, item: of(setting, scopeOfKey(key)) }))
    .find(({ item }) => item.area === area && item.key === key);
  if (!found) throw new Error(`nobody declares ${key}`);
  return found;
}

const items = Object.entries(declared).map(([name, of]) => ({
  name,
  item: of('linkedin/ai-training', firstScope),
}));

test('every item that is declared is looked for', () => {
  const exported = Object.entries(stored)
    .filter(([name, value]) => name.endsWith('Of') || Object.hasOwn(value, 'fallback'))
    .map(([name]) => name);
  expect(exported.toSorted()).toEqual(Object.keys(declared).toSorted());
});

test('each version of each item stands in a store that was kept', () => {
  const wanted = items.flatMap(({ name, item }) =>
    Array.from({ length: item.version }, (_, index) => `${name} ${index + 1}`),
  );
  const kept = new Set(envelopes.map(({ name, raw }) => `${name} ${raw.version}`));
  expect(wanted.filter((one) => !kept.has(one))).toEqual([]);
  expect(wanted).toHaveLength(29);
});

test('each way from one version to the next is said again here', () => {
  const earlier = new Set(
    envelopes
      .filter(({ item, raw }) => raw.version < item.version)
      .map(({ name, raw }) => `${name} ${raw.version}`),
  );
  expect(Object.keys(became).filter((one) => !earlier.has(one))).toEqual([]);
});

describe.each(stores)('$file', ({ file }) => {
  test.each(envelopes.filter((one) => one.file === file))(
    '$area $key is read, and nothing of it is lost',
    ({ name, item, raw }) => {
      const make = became[`${name} ${raw.version}`] as ((old: unknown) => unknown) | undefined;
      const value = make ? make(raw.value) : raw.value;
      expect(parseStored(item, raw)).toEqual({ ok: true, value });
    },
  );
});

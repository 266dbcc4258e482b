/*
 * What a page may send, well or ill meant, and how the background has to answer it.
 */
import type { Refusal } from '../../src/core/messages/protocol.ts';
import { entries } from './ground.ts';
import type { Tab } from './open-tabs.ts';

export type Answer = 'ok' | Refusal | 'silence';

/** Made long in the page, where it comes from: `list` of short ids, one `id`, `text` or so many `keys`. */
export interface Swelling {
  readonly field: string;
  readonly as: 'text' | 'id' | 'list' | 'keys';
  readonly size: number;
}

export const shotKinds = ['valid', 'malformed', 'forged', 'not-ours', 'enormous'] as const;
export type ShotKind = (typeof shotKinds)[number];

export interface Shot {
  readonly kind: ShotKind;
  readonly message: { readonly type: string; readonly request: object };
  readonly expected: Answer;
  readonly swelling?: Swelling;
}

/** Of a hundred. */
const shares: Readonly<Record<ShotKind, number>> = {
  valid: 60,
  malformed: 20,
  forged: 15,
  'not-ours': 4,
  enormous: 1,
};
/** Has no divisor in common with a hundred: neighbours are of different kinds. */
const STRIDE = 37;
const MB = 1_000_000;

const LOAD = 'soak';
/** All of them say of one document each, in turns, that it is on and that it is off. */
const LOADED_AT = Date.UTC(2026, 10, 1);
const states = [
  { state: 'on' },
  { state: 'off', strategy: 'known-id' },
  { state: 'unknown', reason: 'timeout' },
  { state: 'locked', position: 'on' },
  { state: 'absent' },
];

/** One message of a tab; which one follows from its number alone. */
export function shotOf(tab: Tab, number: number): Shot {
  const turn = Math.floor(number / 7);
  switch (kindOf(number)) {
    case 'valid':
      return { kind: 'valid', message: validOf(tab, turn), expected: 'ok' };
    case 'malformed':
      return isSettings(tab)
        ? { kind: 'malformed', message: pick(malformed(tab), turn), expected: 'malformed' }
        : { kind: 'malformed', message: malformedBanner, expected: 'malformed' };
    case 'forged':
      return { kind: 'forged', message: pick(forged(tab), turn), expected: 'forbidden' };
    case 'not-ours':
      return { kind: 'not-ours', message: pick(notOurs, turn), expected: 'silence' };
    case 'enormous':
      return enormous(tab, turn);
  }
}

export function readingShot(tab: Tab, key: string, state: 'on' | 'off'): Shot {
  return {
    kind: 'valid',
    message: read(tab.path, key, { state, strategy: 'known-id' }),
    expected: 'ok',
  };
}

export function keysAt({ path }: Tab): string[] {
  return entries.filter(({ setting }) => setting.paths.includes(path)).map(({ key }) => key);
}

function isSettings(tab: Tab): boolean {
  return keysAt(tab).length > 0;
}

function kindOf(number: number): ShotKind {
  let left = (number * STRIDE) % 100;
  return shotKinds.find((kind) => {
    left -= shares[kind];
    return left < 0;
  }) as ShotKind;
}

function read(path: string, key: string, reading: object, touched = false) {
  const how = {
    provenance: 'loaded',
    loadedAt: LOADED_AT,
    standsSince: LOADED_AT,
    touched,
    settled: true,
  };
  return { type: 'page.read', request: { path, load: LOAD, key, reading, ...how } };
}

function validOf(tab: Tab, turn: number): Shot['message'] {
  const { path } = tab;
  if (!isSettings(tab)) return { type: 'banner.warnings', request: { isMute: false } };
  if (turn % 10 === 0)
    return { type: 'page.arrived', request: { path, load: LOAD, provenance: 'loaded' } };
  if (turn % 10 === 5) {
    const ids = turn % 20 === 5 ? ['allowSettingOfNextYear'] : [];
    return { type: 'page.unlisted', request: { path, ids } };
  }
  return read(path, pick(keysAt(tab), turn), pick(states, turn), turn % 2 === 0);
}

function malformed({ path }: Tab): Shot['message'][] {
  const [key = ''] = keysAt({ id: 0, path });
  return [
    read(path, key, { state: 'off', text: 'words of a page' }),
    read(path, key, { state: 'safe' }),
    read(path, 'LinkedIn', { state: 'off' }),
    read('no path', key, { state: 'off' }),
    { type: 'page.read', request: {} },
    { type: 'page.read', request: [] },
    { type: 'page.arrived', request: { path, load: 'a load', provenance: 'loaded' } },
    { type: 'page.arrived', request: { path, load: LOAD, provenance: 'loaded', more: 1 } },
    { type: 'page.unlisted', request: { path, ids: ['12345'] } },
    { type: 'page.pressed', request: { load: LOAD, key, result: 'well done' } },
  ];
}

const malformedBanner = { type: 'banner.warnings', request: { isMute: false, more: 1 } };

function forged(tab: Tab): Shot['message'][] {
  const here = keysAt(tab);
  const elsewhere = entries.find(({ key }) => !here.includes(key))?.key as string;
  const ofOurViews = [
    { type: 'place.choose', request: { code: 'US' } },
    { type: 'banner.choose', request: { banner: false } },
    { type: 'everything.delete', request: {} },
    { type: 'history.get', request: {} },
    { type: 'batch.check', request: {} },
    { type: 'overview.get', request: {} },
  ];
  // A reading of a setting that is not at its path; from the feed any reading at all.
  return [read(tab.path, elsewhere, { state: 'off' }), ...ofOurViews];
}

const notOurs = [
  { type: 'state.set', request: {} },
  { type: 'page.read.', request: {} },
  { type: 'toString', request: {} },
];

function enormous(tab: Tab, turn: number): Shot {
  const [key = 'linkedin/ai-training'] = keysAt(tab);
  const size = (1 + (turn % 5)) * MB;
  const refused: Answer = isSettings(tab) ? 'malformed' : 'forbidden';
  const reading = read(tab.path, key, { state: 'off' });
  const unlisted = { type: 'page.unlisted', request: { path: tab.path, ids: [] } };
  const all: Omit<Shot, 'kind'>[] = [
    { message: reading, swelling: { field: 'path', as: 'text', size }, expected: refused },
    { message: reading, swelling: { field: 'load', as: 'text', size }, expected: refused },
    { message: reading, swelling: { field: 'key', as: 'text', size }, expected: refused },
    { message: reading, swelling: { field: 'reading', as: 'text', size }, expected: refused },
    { message: unlisted, swelling: { field: 'ids', as: 'list', size }, expected: refused },
    { message: unlisted, swelling: { field: 'ids', as: 'id', size }, expected: refused },
    { message: reading, swelling: { field: '', as: 'keys', size }, expected: refused },
    {
      message: { type: 'history.import', request: {} },
      swelling: { field: 'text', as: 'text', size },
      expected: 'forbidden',
    },
  ];
  return { kind: 'enormous', ...pick(all, turn) };
}

function pick<T>(all: readonly T[], turn: number): T {
  return all[turn % all.length] as T;
}

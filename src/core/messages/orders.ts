import type { Position } from '../reading/reading.ts';
import { servicePageAt } from '../recipe/address.ts';
import type { Hook, Service } from '../recipe/recipe.ts';
import { type Entry, entriesOf, type SettingKey } from '../recipe/setting-key.ts';

/** By what a setting's control is known. */
export interface KnownControl {
  readonly key: SettingKey;
  readonly hook: Hook;
  /** Its accessible names in every language that is sourced. */
  readonly names: readonly string[];
}

/** A control to read on this page. */
export interface ControlOrder extends KnownControl {
  /** The position that reassures, and so is only said once the page has settled. */
  readonly protectedWhen: Position;
  /** Path of the page's own request for the control's state. */
  readonly request: string | undefined;
}

/** A row whose absence from a whole list is evidence. Segments are last path segments of links. */
export interface RowOrder {
  readonly key: SettingKey;
  readonly segments: readonly string[];
  /** The rows that make the list whole, each by every segment that its link may have. */
  readonly neighbours: readonly (readonly string[])[];
}

/** The words with which a page writes a position beside its switch, in every sourced language. */
export type StateWords = Readonly<Record<Position, readonly string[]>>;

/** What the background asks of a settings page. The page's script carries no recipe of its own. */
export interface Orders {
  readonly controls: readonly ControlOrder[];
  readonly rows: readonly RowOrder[];
  /** Every setting of the service, so that one is not taken for another. */
  readonly known: readonly KnownControl[];
  readonly stateWords: StateWords;
  /** Bring this setting's control into view. */
  readonly show?: SettingKey;
}

export function ordersAt(services: readonly Service[], origin: string, path: string): Orders {
  const page = servicePageAt(services, origin, path);
  const here = services.filter((service) => service.origin === origin);
  return {
    controls: page.kind === 'setting' ? page.entries.map(controlOrder) : [],
    rows: page.kind === 'list' ? page.entries.map(rowOrder) : [],
    known: entriesOf(here).map(knownBy),
    stateWords: {
      on: here.flatMap(({ stateWords }) => Object.values(stateWords).flatMap(({ on }) => on)),
      off: here.flatMap(({ stateWords }) => Object.values(stateWords).flatMap(({ off }) => off)),
    },
  };
}

function knownBy({ key, setting: { probe } }: Entry): KnownControl {
  return { key, hook: probe.hook, names: Object.values(probe.names).flat() };
}

function controlOrder(entry: Entry): ControlOrder {
  const { protectedWhen, probe } = entry.setting;
  return { ...knownBy(entry), protectedWhen, request: probe.request };
}

function rowOrder({ key, setting }: Entry): RowOrder {
  return {
    key,
    segments: [...new Set(setting.paths.map(lastSegment))],
    neighbours: setting.listing?.neighbours ?? [],
  };
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

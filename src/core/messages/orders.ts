import type { Position } from '../reading/reading.ts';
import { servicePageAt, servicesAt } from '../recipe/address.ts';
import type { Hook, Probe, Service } from '../recipe/recipe.ts';
import { saveStepOf } from '../recipe/save-step.ts';
import { type Entry, entriesOf, type SettingKey } from '../recipe/setting-key.ts';

/** By what a setting's control is known. */
export interface KnownControl {
  readonly key: SettingKey;
  readonly kind: Probe['kind'];
  readonly hook: Hook;
  /** Its accessible names in every language that is sourced. */
  readonly names: readonly string[];
}

/** By what the button is known that saves a form. */
export type SaveButton = Pick<KnownControl, 'hook' | 'names'>;

/** A control to read on this page. */
export interface ControlOrder extends KnownControl {
  /** The position that reassures, and so is only said once the page has settled. */
  readonly protectedWhen: Position;
  /** Path of the page's own request for the control's state. */
  readonly request: string | undefined;
  /** What warns is believed at the first look. */
  readonly warnsEarly: boolean;
  /** What saves the page, where a press of the control alone does not. */
  readonly save?: SaveButton;
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
  const here = servicesAt(services, origin);
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
  return { key, kind: probe.kind, hook: probe.hook, names: Object.values(probe.names).flat() };
}

function controlOrder(entry: Entry): ControlOrder {
  const { protectedWhen, probe } = entry.setting;
  const save = saveStepOf(entry.setting);
  return {
    ...knownBy(entry),
    protectedWhen,
    request: probe.request,
    warnsEarly: probe.warnsEarly === true,
    ...(save && { save: { hook: save.hook, names: Object.values(save.names).flat() } }),
  };
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

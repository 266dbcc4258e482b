import { placeOf } from './address.ts';
import type { Position } from './reading.ts';
import type { Probe, Service } from './recipe.ts';
import type { SettingKey } from './setting-key.ts';

/** A control to read on this page. */
export interface ControlOrder {
  readonly key: SettingKey;
  readonly probe: Probe;
  /** The position that reassures, and so is only said once the page has settled. */
  readonly protectedWhen: Position;
}

/** A row whose absence from a loaded list is evidence. Segments are last path segments of links. */
export interface RowOrder {
  readonly key: SettingKey;
  readonly segments: readonly string[];
  readonly neighbours: readonly string[];
}

/** What the background asks of a settings page. The page's script carries no recipe of its own. */
export interface Orders {
  readonly controls: readonly ControlOrder[];
  readonly rows: readonly RowOrder[];
  /** `aria-labelledby` values of settings that do not live at this address. */
  readonly foreignIds: readonly string[];
  /** Bring this setting's control into view. */
  readonly show?: SettingKey;
}

export function ordersAt(services: readonly Service[], origin: string, path: string): Orders {
  const place = placeOf(services, origin, path);
  const controls =
    place.kind === 'setting'
      ? place.entries.map(({ key, setting }) => ({
          key,
          probe: setting.probe,
          protectedWhen: setting.protectedWhen,
        }))
      : [];
  const rows =
    place.kind === 'list'
      ? place.entries.map(({ key, setting }) => ({
          key,
          segments: [...new Set(setting.paths.map(lastSegment))],
          neighbours: setting.listing?.neighbours ?? [],
        }))
      : [];
  const own = new Set(controls.map(({ probe }) => probe.labelledBy));
  const foreignIds = services
    .flatMap(({ settings }) => settings.map(({ probe }) => probe.labelledBy))
    .filter((id) => !own.has(id));
  return { controls, rows, foreignIds };
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

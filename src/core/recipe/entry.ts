import type { Service, Setting } from './recipe.ts';
import type { SettingKey } from './setting-key.ts';

/** A setting under its key. */
export interface Entry {
  readonly key: SettingKey;
  readonly service: Service;
  readonly setting: Setting;
}

/** The id of the service that a setting or a page belongs to. */
export function serviceIdOf(key: SettingKey): string {
  return key.split('/', 1).join('');
}

/** Every setting of every service, under its key. */
export function entriesOf(services: readonly Service[]): Entry[] {
  return services.flatMap((service) =>
    service.settings.map((setting) => ({ key: `${service.id}/${setting.id}`, service, setting })),
  );
}

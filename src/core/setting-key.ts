import type { Service, Setting } from './recipe.ts';
import { z } from './zod.ts';

/** `service/setting`, such as `linkedin/ai-training`. */
export const SettingKey = z.string().check(z.regex(/^[a-z0-9-]{1,40}\/[a-z0-9-]{1,60}$/));
export type SettingKey = z.infer<typeof SettingKey>;

export interface Entry {
  readonly key: SettingKey;
  readonly service: Service;
  readonly setting: Setting;
}

/** Every setting of every service, under its key. */
export function entriesOf(services: readonly Service[]): Entry[] {
  return services.flatMap((service) =>
    service.settings.map((setting) => ({ key: `${service.id}/${setting.id}`, service, setting })),
  );
}

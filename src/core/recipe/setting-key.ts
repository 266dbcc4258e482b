import { z } from '../zod.ts';

// Pages that carry no schema take these from where they stand.
export { type Entry, entriesOf } from './entry.ts';

/** `service/setting`, such as `linkedin/ai-training`. */
export const SettingKey = z.string().check(z.regex(/^[a-z0-9-]{1,40}\/[a-z0-9-]{1,60}$/));
export type SettingKey = z.infer<typeof SettingKey>;

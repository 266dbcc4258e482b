import { ReadingSchema } from './reading-schema.ts';
import { SettingKey } from './setting-key.ts';
import { z } from './zod.ts';

/** What a page is made of, and nothing of what it says: every word in it is one of ours. */
export const PageReport = z.strictObject({
  report: z.literal(1),
  key: SettingKey,
  reading: z.nullable(ReadingSchema),
});
export type PageReport = z.infer<typeof PageReport>;

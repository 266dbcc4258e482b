import { Moment } from '../time/moment.schema.ts';
import { z } from '../zod.ts';
import { ReadingSchema } from './reading.schema.ts';

/**
 * Who moved a control that stands otherwise than before: the person on the page, our errand, or
 * nobody we know of (the service, or the person somewhere else).
 */
export const causes = ['person', 'errand', 'unknown'] as const;
export type Cause = (typeof causes)[number];

/** One reading of one setting, as it came. */
export const Observation = z.strictObject({
  reading: ReadingSchema,
  /** The control stood like this when its page was loaded: nobody had moved it since. */
  fresh: z.boolean(),
  cause: z.enum(causes),
  at: Moment,
});
export type Observation = z.infer<typeof Observation>;

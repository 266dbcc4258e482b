// Apart from `reading.ts`, as a page's script carries no zod.

import { z } from '../zod.ts';
import { positions, strategies, unknownReasons } from './reading.ts';

export const ReadingSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('on'), strategy: z.optional(z.enum(strategies)) }),
  z.strictObject({ state: z.literal('off'), strategy: z.optional(z.enum(strategies)) }),
  z.strictObject({
    state: z.literal('locked'),
    position: z.enum(positions),
    strategy: z.optional(z.enum(strategies)),
  }),
  z.strictObject({ state: z.literal('absent') }),
  z.strictObject({ state: z.literal('unknown'), reason: z.enum(unknownReasons) }),
]);

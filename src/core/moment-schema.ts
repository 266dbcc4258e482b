import { z } from './zod.ts';

/** Milliseconds since the epoch. */
export const Moment = z.int().check(z.nonnegative());

import { z } from '../zod.ts';

/** The last millisecond of the year 9999, as ISO 8601 writes later years with a plus in front. */
export const LAST_MOMENT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Milliseconds since the epoch; no more than there are days for, or no view could write the day. */
export const Moment = z.int().check(z.nonnegative(), z.maximum(LAST_MOMENT));

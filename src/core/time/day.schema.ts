// Apart from `day.ts`, as a view carries no zod.
import { z } from '../zod.ts';

export const DaySchema = z.iso.date();

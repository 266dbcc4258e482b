import type { Service } from '../recipe/recipe.ts';
import type { Batch } from './batch.schema.ts';

/** How pages of several services are opened one after the other: as the most careful of them wants it. */
export function mannersOf(services: readonly Service[]): Pick<Batch, 'pauseMs' | 'stopAt'> {
  const all = services.map(({ batches }) => batches);
  return {
    pauseMs: {
      min: Math.max(...all.map(({ pauseMs }) => pauseMs.min)),
      max: Math.max(...all.map(({ pauseMs }) => pauseMs.max)),
    },
    stopAt: [...new Set(all.flatMap(({ stopAt }) => stopAt))],
  };
}

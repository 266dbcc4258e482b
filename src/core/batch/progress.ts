// Apart from `batch.schema.ts`, as the popup carries no zod.
import type { Batch, Stop } from './batch.schema.ts';

export function mayStart(batch: Batch | null): boolean {
  return batch === null || batch.step === 'ended';
}

/**
 * Its page has come, or it has left it behind: whoever goes elsewhere in its tab is the person. While it turns
 * off, the errand alone is asked.
 */
export function hasArrived({ kind, step, arrived }: Batch): boolean {
  return step === 'pausing' || (kind === 'check' && step === 'visiting' && !!arrived);
}

/** In stops. None is `current` while the batch pauses, or when it has ended. */
export function progressOf({ stops, index, step }: Batch): {
  readonly done: number;
  readonly total: number;
  readonly left: number;
  readonly current?: Stop;
} {
  const total = stops.length;
  const current = step === 'opening' || step === 'visiting' ? stops[index] : undefined;
  return { done: index, total, left: total - index, ...(current && { current }) };
}

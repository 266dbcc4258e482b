// Apart from `round-schema.ts`, as the popup carries no zod.
import type { Round, Stop } from './round-schema.ts';

export function mayStart(round: Round | null): boolean {
  return round === null || round.step === 'ended';
}

/** In stops. None is `current` while the round pauses, or when it has ended. */
export function progressOf({ stops, index, step }: Round): {
  readonly done: number;
  readonly total: number;
  readonly left: number;
  readonly current?: Stop;
} {
  const total = stops.length;
  const current = step === 'opening' || step === 'visiting' ? stops[index] : undefined;
  return { done: index, total, left: total - index, ...(current && { current }) };
}

import { coalesced } from './coalesced.ts';

/**
 * Work on things of a kind together: those handed in while others of their kind are worked on wait, and
 * are the next run's, all of them in the order in which they came. Kinds do not wait for each other.
 */
export function gathered<T>(
  kindOf: (one: T) => string,
  work: (all: readonly T[]) => Promise<void>,
): (one: T) => Promise<void> {
  const lanes = new Map<string, { readonly waiting: T[]; readonly run: () => Promise<void> }>();
  const laneOf = (kind: string) => {
    const known = lanes.get(kind);
    if (known) return known;
    const waiting: T[] = [];
    const lane = { waiting, run: coalesced(() => work(waiting.splice(0))) };
    lanes.set(kind, lane);
    return lane;
  };
  return (one) => {
    const { waiting, run } = laneOf(kindOf(one));
    waiting.push(one);
    return run();
  };
}

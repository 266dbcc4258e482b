/**
 * Work on things of a kind together: those handed in while others of their kind are worked on wait, and
 * are the next run's, all of them in the order in which they came. Kinds do not wait for each other.
 */
export function gathered<T>(
  kindOf: (one: T) => string,
  work: (all: readonly T[]) => Promise<void>,
): (one: T) => Promise<void> {
  const waiting = new Map<string, { readonly all: T[]; readonly run: Promise<void> }>();
  const running = new Map<string, Promise<unknown>>();
  return (one) => {
    const kind = kindOf(one);
    const next = waiting.get(kind);
    if (next) {
      next.all.push(one);
      return next.run;
    }
    const all = [one];
    const begin = () => {
      waiting.delete(kind);
      return work(all);
    };
    // One that fails tells those whose things it had, and keeps nobody else from theirs.
    const run = (running.get(kind) ?? Promise.resolve()).then(begin, begin);
    waiting.set(kind, { all, run });
    running.set(kind, run);
    const forget = () => {
      if (running.get(kind) === run) running.delete(kind);
    };
    run.then(forget, forget);
    return run;
  };
}

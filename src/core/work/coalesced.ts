/**
 * The work one at a time, and no more often than is needed: a run that has not begun yet serves all who
 * ask for one meanwhile, as it will see all that they have done. Who asks during a run gets the next one.
 */
export function coalesced<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  const begin = () => {
    next = undefined;
    return work();
  };
  return () => {
    // One that fails tells those that asked for it, and keeps nobody else from theirs.
    if (!next) running = next = running.then(begin, begin);
    return next;
  };
}

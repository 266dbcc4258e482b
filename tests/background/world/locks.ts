import type { Locks } from '../../../src/background/ports.ts';

/** As `navigator.locks`: in the order in which they are asked for. They go with the background that holds them. */
export function createLocks(): Locks {
  const queues = new Map<string, { isShared: boolean; start: () => void }[]>();
  const held = new Map<string, { isShared: boolean; count: number }>();

  const advance = (name: string) => {
    const queue = queues.get(name) ?? [];
    for (;;) {
      const [next] = queue;
      const holder = held.get(name);
      if (!next || (holder && !(holder.isShared && next.isShared))) return;
      queue.shift();
      held.set(name, { isShared: next.isShared, count: (holder?.count ?? 0) + 1 });
      next.start();
    }
  };
  const release = (name: string) => {
    const holder = held.get(name);
    if (!holder) return;
    if (holder.count > 1) held.set(name, { ...holder, count: holder.count - 1 });
    else held.delete(name);
    advance(name);
  };
  const request = <T>(name: string, isShared: boolean, work: () => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const queue = queues.get(name) ?? [];
      queues.set(name, queue);
      queue.push({
        isShared,
        start: () => {
          void work()
            .then(resolve, reject)
            .finally(() => release(name));
        },
      });
      advance(name);
    });
  return {
    exclusively: (name, work) => request(name, false, work),
    together: (name, work) => request(name, true, work),
  };
}

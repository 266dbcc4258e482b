/** One at a time under a name, in all contexts of the extension. */
export function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(name, work) as Promise<T>;
}

/** Beside all others that do so under the name, and never beside what is done exclusively. */
export function together<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(name, { mode: 'shared' }, work) as Promise<T>;
}

const kept = globalThis as { madeOnce?: Map<string, unknown> };

/** Vitest loads a set-up anew for each project of a run; what is made here is made once all the same. */
export function oncePerRun<T>(name: string, make: () => T): T {
  kept.madeOnce ??= new Map();
  if (!kept.madeOnce.has(name)) kept.madeOnce.set(name, make());
  return kept.madeOnce.get(name) as T;
}

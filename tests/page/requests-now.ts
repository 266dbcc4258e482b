import type { Ended } from '../../src/page/watch/requests.ts';

/** As `followRequests` has it, from the browser's own list, which tests may have replaced. */
export function requestsNow(path: string): Ended[] {
  const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return all.filter(({ name }) => name.split('?', 1)[0] === location.origin + path);
}

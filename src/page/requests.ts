/** One request of a page's own that has ended. Times are on the page's clock, `performance.now()`. */
export interface Ended {
  readonly startTime: number;
  readonly responseEnd: number;
  /** `0` where there was no answer. */
  readonly responseStatus: number;
}

/** The requests of the page for a path of its own origin that have ended, in their order. */
export type Requests = (path: string) => readonly Ended[];

const OWN: readonly string[] = ['fetch', 'xmlhttprequest'];

/** Follows what the page asks for until the signal aborts. The browser's own list is full after 250 entries. */
export function followRequests(signal: AbortSignal): Requests {
  const ended = new Map<string, Ended[]>();
  const note = (entries: PerformanceEntryList) => {
    for (const entry of entries as PerformanceResourceTiming[]) {
      if (!OWN.includes(entry.initiatorType)) continue;
      const address = addressOf(entry.name);
      const before = ended.get(address);
      if (before) before.push(entry);
      else ended.set(address, [entry]);
    }
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'resource', buffered: true });
  signal.addEventListener('abort', () => observer.disconnect());
  return (path) => {
    note(observer.takeRecords());
    return ended.get(location.origin + path) ?? [];
  };
}

function addressOf(name: string): string {
  return name.split('?', 1)[0] ?? name;
}

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

/** So many of the latest are kept: a page may stay open for days, and ask all the while. */
const KEPT = 500;

/** Follows what the page asks for until the signal aborts. The browser's own list is full after 250 entries. */
export function followRequests(signal: AbortSignal): Requests {
  let ended: PerformanceResourceTiming[] = [];
  const note = (entries: PerformanceEntryList) => {
    const own = (entries as PerformanceResourceTiming[]).filter(({ initiatorType }) =>
      OWN.includes(initiatorType),
    );
    ended = [...ended, ...own].slice(-KEPT);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'resource', buffered: true });
  signal.addEventListener('abort', () => observer.disconnect());
  return (path) => {
    note(observer.takeRecords());
    return ended.filter(({ name }) => addressOf(name) === location.origin + path);
  };
}

function addressOf(name: string): string {
  return name.split('?', 1)[0] ?? name;
}

/*
 * Runs in the world that all scripts of one extension share in a page, before them, and makes its clock
 * run faster. The shipped scripts stay as they are: they ask for the time and for timers each time anew.
 */
const PACE = 5;
const began = performance.now();
const beganAt = Date.now();
const now = performance.now.bind(performance);
const date = Date.now;
const later = setTimeout;
const every = setInterval;
const entriesOf = performance.getEntriesByType.bind(performance);
const Observer = PerformanceObserver;
const fast = (at) => began + (at - began) * PACE;
const hastened = (entry) => ({
  name: entry.name,
  initiatorType: entry.initiatorType,
  responseStatus: entry.responseStatus,
  startTime: fast(entry.startTime),
  responseEnd: entry.responseEnd && fast(entry.responseEnd),
});

globalThis.setTimeout = (act, ms = 0, ...rest) => later(act, ms / PACE, ...rest);
globalThis.setInterval = (act, ms = 0, ...rest) => every(act, ms / PACE, ...rest);
Date.now = () => beganAt + (date() - beganAt) * PACE;
/** What a page says of moments is said by the clock on the wall. */
const slow = (at) => (at > beganAt ? Math.round(beganAt + (at - beganAt) / PACE) : at);
const { runtime } = globalThis.browser ?? globalThis.chrome;
const send = runtime.sendMessage.bind(runtime);
runtime.sendMessage = (message) => {
  const { loadedAt, standsSince } = message?.request ?? {};
  if (standsSince === undefined) return send(message);
  const moments = { loadedAt: slow(loadedAt), standsSince: slow(standsSince) };
  return send({ ...message, request: { ...message.request, ...moments } });
};
try {
  performance.now = () => fast(now());
  performance.getEntriesByType = (type) => entriesOf(type).map(hastened);
  globalThis.PerformanceObserver = class {
    constructor(tell) {
      this.own = new Observer((list) =>
        tell({ getEntries: () => list.getEntries().map(hastened) }),
      );
    }
    observe(what) {
      this.own.observe(what);
    }
    takeRecords() {
      return this.own.takeRecords().map(hastened);
    }
    disconnect() {
      this.own.disconnect();
    }
  };
} catch {
  // Firefox may not let a script replace what belongs to the page.
}

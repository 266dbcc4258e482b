import '../../../src/entrypoints/closer-look/index.iife.ts';
import { closerLook, offerCloserLook } from '../../../src/page/closer-look.ts';
import { breakingOf, type GeneratedPage } from '../page.ts';
import type { Subject } from '../subject.ts';
import type { Clock } from './clock.ts';

const world = globalThis as { defaultCheckCloserLook?: unknown };
/** As the extension's own script has just brought it in. */
const look = closerLook();
/** Whatever the lab's address is: the page asks its own origin. */
const ORIGIN = location.origin;
const other = { name: `${ORIGIN}/mysettings-api/other`, responseEnd: 1, responseStatus: 200 };

/** What a reader asks of the browser and not of the document, as this page would have it. */
export function setCircumstances(page: GeneratedPage, subject: Subject, clock: Clock): void {
  const { closerLookMs, loadsMs, sleep } = page.render;

  // What an earlier page left here is gone before this one begins.
  delete world.defaultCheckCloserLook;
  if (look && !breakingOf(page, 'no-closer-look')) after(closerLookMs, () => offerCloserLook(look));

  const neverLoads = breakingOf(page, 'busy')?.by === 'loading';
  let hasLoaded = loadsMs === 0 && !neverLoads;
  Object.defineProperty(document, 'readyState', {
    configurable: true,
    get: () => (hasLoaded ? 'complete' : 'loading'),
  });
  if (!hasLoaded && !neverLoads) {
    setTimeout(() => {
      hasLoaded = true;
      document.dispatchEvent(new Event('readystatechange'));
    }, loadsMs);
  }
  if (sleep.forMs > 0) setTimeout(() => clock.sleep(sleep.forMs), sleep.atMs);

  const entries = {
    navigation: [{ responseStatus: breakingOf(page, 'refused') ? 500 : 200 }],
    // Some other setting's, which says nothing of this one.
    resource: [other] as object[],
  };
  setPerformance(entries, clock);
  request(page, subject, (entry) => entries.resource.push(entry));
}

/** A page that is complete and whose reader has all it takes. */
export function setUsualCircumstances(clock: Clock): void {
  if (look) offerCloserLook(look);
  Object.defineProperty(document, 'readyState', { configurable: true, get: () => 'complete' });
  setPerformance({ navigation: [], resource: [] }, clock);
}

function setPerformance(entries: Readonly<Record<string, readonly object[]>>, clock: Clock): void {
  const byType = (type: string) => entries[type] ?? [];
  Object.defineProperty(performance, 'getEntriesByType', { configurable: true, value: byType });
  Object.defineProperty(performance, 'now', { configurable: true, value: () => clock.now() });
}

function request(
  { render }: GeneratedPage,
  subject: Subject,
  onEntry: (entry: object) => void,
): void {
  if (render.request === 'none' || subject.request === undefined) return;
  const { lateMs, hydratesMs, answeredBeforeMs } = render;
  const answeredMs = Math.max(0, lateMs + hydratesMs - answeredBeforeMs);
  const isAnswered = render.request !== 'unanswered';
  after(answeredMs, () =>
    onEntry({
      name: ORIGIN + subject.request,
      responseEnd: isAnswered ? performance.now() + 1 : 0,
      responseStatus: render.request === 'failed' ? 500 : isAnswered ? 200 : 0,
    }),
  );
}

function after(delayMs: number, act: () => void): void {
  if (delayMs === 0) act();
  else setTimeout(act, delayMs);
}

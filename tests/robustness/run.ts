import { type Reading, sameReading } from '../../src/core/reading/reading.ts';
import type { SettingKey } from '../../src/core/recipe/setting-key.ts';
import { controlsOn, type Listener, visit } from '../../src/page/watch/visit.ts';
import { requestsNow } from '../page/requests-now.ts';
import type { ListPage } from './list-page.ts';
import { breakingOf, type GeneratedPage } from './page.ts';
import { putBeside } from './stage/beside.ts';
import { setCircumstances, setUsualCircumstances } from './stage/circumstances.ts';
import { type Clock, startClock } from './stage/clock.ts';
import { hasTarget, placeFor, schedule } from './stage/events.ts';
import { putList } from './stage/list.ts';
import { namingOf } from './stage/naming.ts';
import { setStage } from './stage/set.ts';
import { mountTarget } from './stage/target.ts';
import { listOrdersFor, ordersFor, subjectOf } from './subject.ts';
import { poll } from './yardstick.ts';

export interface Report {
  readonly atMs: number;
  readonly key: SettingKey;
  readonly reading: Reading;
}

/** What was said of one page: by the reader each time it said something, by the yardstick at the end. */
export interface Run {
  readonly reports: readonly Report[];
  readonly yardstick: 'on' | 'off' | undefined;
  readonly html: string | undefined;
  /** What the reader threw, if it did. */
  readonly thrown: string | undefined;
}

/** Longer than a page takes to settle. */
const WATCHED_MS = 18_000;

/** Plays one page in this window, from the first to the last of its seconds. */
export async function run(page: GeneratedPage, wantsHtml = false): Promise<Run> {
  const clock = startClock();
  const ended = new AbortController();
  const reports: Report[] = [];
  let yardstick: Run['yardstick'];
  try {
    const subject = subjectOf(page);
    const naming = namingOf(page);
    const stage = setStage(page, subject, naming);
    setCircumstances(page, subject, clock);
    putBeside(page, subject, naming, stage);
    if (hasTarget(page)) mountTarget(page, subject, naming, placeFor(page, naming, stage));
    schedule(page, subject, naming, stage);

    let leftOver = new WeakSet<Element>();
    if (page.render.lateMs === 0 || breakingOf(page, 'left-over')) await clock.runUntil(0);
    if (breakingOf(page, 'left-over')) leftOver = controlsOn(document);
    visit(
      document,
      ordersFor(page, subject.path),
      leftOver,
      requestsNow,
      listenerTo(reports, clock),
      ended.signal,
    );
    poll(document, subject.hook, (position) => (yardstick = position), ended.signal);
    await clock.runUntil(WATCHED_MS);
    return {
      reports,
      yardstick,
      html: wantsHtml ? htmlOf(document) : undefined,
      thrown: undefined,
    };
  } catch (error) {
    return { reports, yardstick, html: undefined, thrown: String(error) };
  } finally {
    ended.abort();
    clock.uninstall();
  }
}

/** Plays one list of settings in this window. The yardstick reads no lists. */
export async function runList(page: ListPage): Promise<Run> {
  const clock = startClock();
  const ended = new AbortController();
  const reports: Report[] = [];
  try {
    const orders = listOrdersFor(page.setting);
    const [order] = orders.rows.filter(({ key }) => key === page.setting);
    if (!order) throw new Error(`${page.setting} stands on no list`);
    putList(page, order);
    setUsualCircumstances(clock);
    visit(document, orders, new WeakSet(), requestsNow, listenerTo(reports, clock), ended.signal);
    await clock.runUntil(WATCHED_MS);
    return { reports, yardstick: undefined, html: undefined, thrown: undefined };
  } finally {
    ended.abort();
    clock.uninstall();
  }
}

export async function runAll(pages: readonly GeneratedPage[]): Promise<Run[]> {
  const runs: Run[] = [];
  for (const page of pages) runs.push(await run(page));
  return runs;
}

function listenerTo(reports: Report[], clock: Clock): Listener {
  return {
    read: async (key, { reading }) => {
      const last = reports.findLast((report) => report.key === key);
      // A warning is said once more when the page has settled.
      if (last && sameReading(last.reading, reading)) return undefined;
      reports.push({ atMs: clock.now(), key, reading });
      return undefined;
    },
    pressed: () => {},
    shown: () => {},
    unlisted: () => {},
    wantCloserLook: async () => {},
  };
}

function htmlOf(document: Document): string {
  const all = [...document.querySelectorAll('*')];
  const shadowRoots = all.flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const frames = all.flatMap((one) => {
    const inner = one instanceof HTMLIFrameElement ? one.contentDocument : null;
    return inner ? `<!-- in the frame: ${inner.documentElement.outerHTML} -->` : [];
  });
  const root = document.documentElement;
  return `${root.getHTML({ shadowRoots })}${frames.join('')}`;
}

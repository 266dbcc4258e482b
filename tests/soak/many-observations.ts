import { waitUntil } from '../e2e/browsers/wait.ts';
import { ask, type Ground, storeBytes } from './ground.ts';
import { openPopups } from './opened-popup.ts';
import { changesOf, seed, yearOf } from './seeded-history.ts';

const DASHBOARD = 'src/entrypoints/dashboard/index.html#history';
const PATIENCE_MS = 120_000;

/** A store of some size, and what it costs. */
export interface StoreMeasured {
  readonly observations: number;
  readonly bytes: number;
  /** Times to the popup's first content, one for each time it was opened. */
  readonly popupsMs: readonly number[];
  /** From the dashboard's start until its history was found drawn; it is looked some times a second. */
  readonly historyMs: number | undefined;
  readonly exportMs: number;
  readonly jsonBytes: number;
  readonly csvBytes: number;
}

export interface StoresMeasured {
  readonly empty: StoreMeasured;
  readonly year: StoreMeasured;
  readonly full: StoreMeasured;
  readonly faults: readonly string[];
}

/** An empty store, one of a year and one with so many observations, in the same browser. */
export async function measureStores(
  ground: Ground,
  count: number,
  popups: number,
): Promise<StoresMeasured> {
  const faults: string[] = [];
  const now = Date.now();
  const measured = (rows: number) => measureStore(ground, rows, popups, faults);
  const empty = await measured(0);

  const aYear = yearOf(now);
  await seed(ground, aYear);
  const year = await measured(sum(aYear));
  if (year.bytes > 1_000_000) faults.push(`a year of use takes ${year.bytes} bytes`);

  const all = changesOf(count, now);
  if (sum(all) !== count) faults.push(`${sum(all)} of ${count} changes were kept`);
  await seed(ground, all);
  const full = await measured(count);
  faults.push(...(await growth(ground, count)));
  return { empty, year, full, faults };
}

function sum(all: ReturnType<typeof yearOf>): number {
  return Object.values(all).reduce((total, { rows }) => total + rows.length, 0);
}

async function measureStore(
  ground: Ground,
  observations: number,
  popups: number,
  faults: string[],
): Promise<StoreMeasured> {
  const bytes = await storeBytes(ground);
  const popupsMs = await openPopups(ground, popups);
  const historyMs = observations > 0 ? await openHistory(ground, observations) : undefined;
  const json = await exported(ground, 'json');
  const csv = await exported(ground, 'csv');
  const lines = csv.text.split('\r\n').length - 2;
  if (lines !== observations) faults.push(`the table has ${lines} of ${observations} lines`);
  const written = Object.values(JSON.parse(json.text).settings as Record<string, unknown[]>);
  const inFile = written.reduce((total, { length }) => total + length, 0);
  if (inFile !== observations) faults.push(`the file holds ${inFile} of ${observations}`);
  return {
    observations,
    bytes,
    popupsMs,
    historyMs,
    exportMs: json.ms,
    jsonBytes: json.text.length,
    csvBytes: csv.text.length,
  };
}

/** @returns milliseconds from its start by the page's own clock, as soon as it was looked */
async function openHistory({ browser }: Ground, observations: number): Promise<number> {
  const page = await browser.extensionPage(DASHBOARD);
  const ms = await waitUntil(
    `the history of ${observations} is drawn`,
    () =>
      page.evaluate(() =>
        document.querySelector('[data-change-of]') ? performance.now() : undefined,
      ),
    PATIENCE_MS,
  );
  await page.close();
  return ms;
}

async function exported(
  ground: Ground,
  format: 'json' | 'csv',
): Promise<{ text: string; ms: number }> {
  const startedAt = Date.now();
  const reply = await ask(ground, 'history.export', { format });
  if (!reply.ok) throw new Error(`no ${format} is given: ${reply.error}`);
  return { text: reply.value as string, ms: Date.now() - startedAt };
}

/** What is saved must come back: into the same store it brings nothing new, and loses nothing. */
async function growth(ground: Ground, count: number): Promise<string[]> {
  const { text } = await exported(ground, 'json');
  const before = await storeBytes(ground);
  const back = await ask(ground, 'history.import', { text });
  const result = back.ok ? back.value : back.error;
  const isSame = JSON.stringify(result) === JSON.stringify({ ok: true, added: [], leftOut: [] });
  const after = await storeBytes(ground);
  return [
    ...(isSame ? [] : [`${count} observations do not come back: ${JSON.stringify(result)}`]),
    ...(after === before ? [] : [`what comes back changes the store from ${before} to ${after}`]),
  ];
}

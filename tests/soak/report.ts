import type { Memory } from '../e2e/browsers/index.ts';
import { latenciesOf } from './latencies.ts';
import type { StoreMeasured, StoresMeasured } from './many-observations.ts';
import type { StormPlayed } from './message-storm.ts';
import { shotKinds } from './shots.ts';

export function memoryLine(when: string, { heap, extensionProcess, browser, processes }: Memory) {
  const whole = `${size(browser)} in ${processes} processes`;
  return `${when}: background's heap ${size(heap)}, extension's process ${size(extensionProcess)}, browser ${whole}`;
}

export function size(bytes: number | undefined): string {
  return bytes === undefined ? 'unknown' : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Beside the same when nothing else went on, in the same browser. */
export function timed(ms: number, idleMs: number): string {
  return `${ms.toFixed(0)} ms (${(ms / idleMs).toFixed(1)} × ${idleMs.toFixed(0)})`;
}

/** @param idleMs a valid message when nothing else went on */
export function stormTable({ heard, answeredRightly }: StormPlayed, idleMs: number): string {
  const rows = shotKinds.map((kind) => {
    const all = heard.filter(({ shot }) => shot.kind === kind);
    const { median, p99, max } = latenciesOf(all.map(({ ms }) => ms));
    const bytes = all.reduce((total, { shot }) => total + (shot.swelling?.size ?? 0), 0);
    return [
      kind,
      String(all.length),
      bytes > 0 ? size(bytes) : '',
      `${answeredRightly[kind]}`,
      ...[median, p99, max].map((ms) => timed(ms, idleMs)),
    ];
  });
  return table(['kind', 'sent', 'bytes', 'answered rightly', 'median', 'p99', 'longest'], rows);
}

export function storesTable({ empty, year, full }: StoresMeasured): string {
  const idle = median(empty.popupsMs);
  const row = (name: string, store: StoreMeasured) => [
    name,
    String(store.observations),
    size(store.bytes),
    timed(median(store.popupsMs), idle),
    store.historyMs === undefined ? '' : `${store.historyMs.toFixed(0)} ms`,
    `${store.exportMs.toFixed(0)} ms`,
    size(store.jsonBytes),
    size(store.csvBytes),
  ];
  return table(
    ['store', 'observations', 'kept', 'popup', 'history', 'export', 'JSON file', 'CSV file'],
    [row('empty', empty), row('a year of checks, daily', year), row('full', full)],
  );
}

export function median(values: readonly number[]): number {
  return latenciesOf(values).median;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

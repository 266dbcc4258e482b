import type { Starts } from './background.ts';
import type { Batch } from './batch.ts';
import type { Measurement } from './measure.ts';
import { READ_ON_WITHIN_MS, type Scenario } from './scenarios.ts';
import { type Spread, spreadOf, sum } from './statistics.ts';
import { kinds, type Slice, START } from './trace.ts';

export type Results = ReadonlyMap<Scenario, readonly Batch[]>;

/** Of the time that an empty background takes. */
const START_AIM = 1.5;
const MEMORY_AIM_MIB = 6;
const MIB = 2 ** 20;

export function report(results: Results, starts: Starts): string {
  const all = [...results];
  return [
    'Main-thread time of the scripts in the page, milliseconds: median [least to most]',
    table(
      ['page', 'ours', 'floor', 'ratio', 'ours, CPU', 'longest', 'heap over floor', 'aim', 'met'],
      all.map(([scenario, batches]) => totals(scenario, batches)),
    ),
    "All of the page's main thread, milliseconds: its own work, the browser's, and ours",
    table(
      ['page', 'with ours', 'with the floor', 'ratio', 'aim', 'met'],
      all.flatMap(([scenario, batches]) => pageTimes(scenario, batches)),
    ),
    'From the switch to its reading, milliseconds',
    table(
      ['page', 'read', 'after', 'aim', 'met'],
      all.flatMap(([scenario, batches]) => latency(scenario, batches)),
    ),
    'What made ours run, milliseconds (compiling is part of load; loose: microtasks of nobody by name, over the floor)',
    table(
      ['page', 'compiling', ...kinds, 'slices', 'loose'],
      all.map(([scenario, batches]) => causes(scenario, batches)),
    ),
    'The background, from a message that wakes it to its answer, and what its process then has resident',
    table(['of', 'ours', 'floor', 'ratio or more', 'aim', 'met'], background(starts)),
  ].join('\n\n');
}

function totals(scenario: Scenario, batches: readonly Batch[]): string[] {
  const ours = spreadOf(batches.map((batch) => costOf(batch.ours, scenario)));
  const floor = spreadOf(batches.map((batch) => costOf(batch.floor, scenario)));
  const cpu = spreadOf(
    batches.map(({ ours }) => sum(counted(ours, scenario).map(({ cpuMs }) => cpuMs))),
  );
  const longest = spreadOf(
    batches.map(({ ours }) => Math.max(0, ...counted(ours, scenario).map(({ wallMs }) => wallMs))),
  );
  const heap = median(batches, (batch) => (batch.ours.heapBytes - batch.floor.heapBytes) / 1024);
  return [
    scenario.name,
    spread(ours),
    spread(floor),
    floor.median > 0 ? (ours.median / floor.median).toFixed(1) : '',
    spread(cpu),
    spread(longest),
    `${heap.toFixed(0)} kB`,
    ...judged(ours, scenario.aimMs, cpu),
  ];
}

function background({ ours, floor }: Starts): string[][] {
  const took = spreadOf(ours.map(({ answeredMs }) => answeredMs));
  const least = spreadOf(floor.map(({ answeredMs }) => answeredMs));
  const has = spreadOf(ours.map(({ memoryBytes }) => memoryBytes / MIB));
  const empty = spreadOf(floor.map(({ memoryBytes }) => memoryBytes / MIB));
  const ratio = took.median / least.median;
  const more = has.median - empty.median;
  return [
    [
      'start, ms',
      spread(took),
      spread(least),
      ratio.toFixed(2),
      `≤ ${START_AIM}`,
      met(ratio, START_AIM),
    ],
    [
      'memory, MiB',
      spread(has),
      spread(empty),
      more.toFixed(1),
      `≤ ${MEMORY_AIM_MIB}`,
      met(more, MEMORY_AIM_MIB),
    ],
  ];
}

function met(found: number, aim: number): string {
  return found <= aim ? 'yes' : 'NO';
}

function pageTimes({ name, ratioAim }: Scenario, batches: readonly Batch[]): string[][] {
  if (ratioAim === undefined) return [];
  const ours = spreadOf(batches.map((batch) => batch.ours.busyMs));
  const floor = spreadOf(batches.map((batch) => batch.floor.busyMs));
  const ratio = ours.median / floor.median;
  return [
    [name, spread(ours), spread(floor), ratio.toFixed(2), `≤ ${ratioAim}`, met(ratio, ratioAim)],
  ];
}

function latency({ name, reads }: Scenario, batches: readonly Batch[]): string[][] {
  const times = batches.flatMap(({ readAfterMs }) => readAfterMs ?? []);
  if (times.length === 0) return [];
  const after = spreadOf(times);
  return [
    [name, reads, spread(after), ...judged(after, reads === 'on' ? READ_ON_WITHIN_MS : undefined)],
  ];
}

function causes(scenario: Scenario, batches: readonly Batch[]): string[] {
  const of = (value: (slices: readonly Slice[]) => number) =>
    median(batches, ({ ours }) => value(counted(ours, scenario)));
  return [
    scenario.name,
    of((slices) => sum(slices.map(({ compileMs }) => compileMs))).toFixed(2),
    ...kinds.map((kind) =>
      of((slices) =>
        sum(slices.filter((slice) => slice.kind === kind).map(({ wallMs }) => wallMs)),
      ).toFixed(2),
    ),
    of((slices) => slices.length).toFixed(0),
    median(batches, (batch) => batch.ours.looseMs - batch.floor.looseMs).toFixed(2),
  ];
}

function costOf(measurement: Measurement, scenario: Scenario): number {
  return sum(counted(measurement, scenario).map(({ wallMs }) => wallMs));
}

function counted({ slices, marks }: Measurement, { countFromMs }: Scenario): readonly Slice[] {
  if (countFromMs === undefined) return slices;
  const began = marks.get(START);
  if (began === undefined) throw new Error(`the page had no ${START}`);
  return slices.filter(({ at }) => at >= began + countFromMs * 1000);
}

/** A machine that is not ours alone makes every slice last longer, but not what it uses up. */
function judged(wall: Spread, atMost: number | undefined, cpu = wall): string[] {
  if (atMost === undefined) return ['', ''];
  const met = wall.median <= atMost ? 'yes' : cpu.median <= atMost ? 'in CPU time' : 'NO';
  return [`≤ ${atMost}`, met];
}

function median(batches: readonly Batch[], value: (batch: Batch) => number): number {
  return spreadOf(batches.map(value)).median;
}

function spread({ median, min, max }: Spread): string {
  return `${median.toFixed(2)} [${min.toFixed(2)} to ${max.toFixed(2)}]`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n');
}

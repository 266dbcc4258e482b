import type { ControlOrder } from '../../src/core/orders.ts';
import type { Reading } from '../../src/core/reading.ts';
import { lookAtControl } from '../../src/page/look.ts';
import { watch } from '../../src/page/watch.ts';

/** What a watched page led to. Runs in the page; times are on its clock, `performance.now()`. */
export interface Recording {
  readonly startedAt: number;
  readonly said: readonly Said[];
  /** When somebody looked. */
  readonly looks: readonly number[];
  /** What the page did, by `performance.mark`: only the last of each name. */
  readonly marks: Readonly<Record<string, number>>;
}

export interface Said {
  readonly at: number;
  readonly reading: Reading;
  readonly touched: boolean;
}

const said: Said[] = [];
const looks: number[] = [];
const script = new AbortController();
let startedAt = 0;

export function startRecording({ probe, protectedWhen }: ControlOrder): void {
  startedAt = performance.now();
  const search = { probe, foreignIds: [], leftOver: new WeakSet<Element>() };
  const look = () => {
    looks.push(performance.now());
    return lookAtControl(document, search, protectedWhen);
  };
  const onReading = (reading: Reading, touched: boolean) => {
    said.push({ at: performance.now(), reading, touched });
  };
  watch({ document, protectedWhen, look, onReading }, script.signal);
}

export function stopRecording(): void {
  script.abort();
}

export function recording(): Recording {
  const marks = performance
    .getEntriesByType('mark')
    .map(({ name, startTime }) => [name, startTime]);
  return { startedAt, said, looks, marks: Object.fromEntries(marks) };
}

import type { Reading } from '../../src/core/reading.ts';
import { nameOf } from '../../src/page/accessibility.ts';
import { lookAtControl, type Sought } from '../../src/page/look.ts';
import { isVouched } from '../../src/page/vouched.ts';
import { watch } from '../../src/page/watch.ts';

/** What a watched page led to. Runs in the page; times are on its clock, `performance.now()`. */
export interface Recording {
  readonly startedAt: number;
  readonly said: readonly Said[];
  /** When somebody looked. */
  readonly looks: readonly number[];
  /** When all of the page was taken in anew. */
  readonly scenes: readonly number[];
  readonly rests: readonly number[];
  /** What the page did, by `performance.mark`: only the last of each name. */
  readonly marks: Readonly<Record<string, number>>;
  /** The longest time by which the machine was late, in milliseconds. */
  readonly late: number;
}

export interface Said {
  readonly at: number;
  readonly reading: Reading;
  readonly touched: boolean;
}

const TICK_MS = 50;

const said: Said[] = [];
const looks: number[] = [];
const scenes: number[] = [];
const rests: number[] = [];
const script = new AbortController();
let startedAt = 0;
let ready = true;
let late = 0;

interface How {
  /** Path of the page's own request, in place of that of the service. */
  readonly request?: string | undefined;
  /** Whether names are known. */
  readonly isReady?: boolean | undefined;
}

export function startRecording(
  sought: Omit<Sought, 'leftOver'>,
  { request, isReady = true }: How = {},
): void {
  startedAt = performance.now();
  ready = isReady;
  measureLateness();
  const { protectedWhen } = sought.order;
  const leftOver = new WeakSet<Element>();
  watch(
    document,
    [
      {
        protectedWhen,
        look: (scene) => {
          looks.push(performance.now());
          return lookAtControl(scene, { ...sought, leftOver }, ready ? { nameOf } : undefined);
        },
        isVouched: ({ control }) => control !== undefined && isVouched(control, request),
        onReading: (reading, touched) => {
          said.push({ at: performance.now(), reading, touched });
        },
      },
    ],
    {
      isReady: () => ready,
      onScene: () => scenes.push(performance.now()),
      onRest: () => rests.push(performance.now()),
    },
    script.signal,
  );
}

function measureLateness(): void {
  let due = performance.now() + TICK_MS;
  setInterval(() => {
    late = Math.max(late, performance.now() - due);
    due = performance.now() + TICK_MS;
  }, TICK_MS);
}

export function becomeReady(): void {
  ready = true;
}

export function stopRecording(): void {
  script.abort();
}

export function recording(): Recording {
  performance.mark('ended');
  const marks = performance
    .getEntriesByType('mark')
    .map(({ name, startTime }) => [name, startTime]);
  return { startedAt, said, looks, scenes, rests, marks: Object.fromEntries(marks), late };
}

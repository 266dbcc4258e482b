import { type Reading, sameReading } from '../../src/core/reading/reading.ts';
import { nameOf } from '../../src/page/dom/accessibility.ts';
import { isBackedByData } from '../../src/page/find/backed-by-data.ts';
import { lookAtControl, type Sought } from '../../src/page/find/look.ts';
import { watch } from '../../src/page/watch/watch.ts';
import { requestsNow } from './requests-now.ts';

/** What a watched page led to. Times are on the page's clock, `performance.now()`. */
export interface Recording {
  readonly startedAt: number;
  readonly said: readonly Said[];
  /** When somebody looked. */
  readonly looks: readonly number[];
  /** When all of the page was taken in anew. */
  readonly snapshots: readonly number[];
  readonly rests: readonly number[];
}

export interface Said {
  readonly at: number;
  readonly reading: Reading;
  readonly touched: boolean;
  /** When it was said of a page that has settled. */
  settledAt?: number;
}

interface How {
  /** Path of the page's own request, in place of that of the service. */
  readonly request?: string | undefined;
  /** Whether names are known. */
  readonly isReady?: boolean | undefined;
}

export interface Recorder {
  readonly recording: () => Recording;
  readonly becomeReady: () => void;
  readonly stop: () => void;
}

/** Begins to watch this page. Runs in the page. */
export function record(
  sought: Omit<Sought, 'leftOver'>,
  { request, isReady = true }: How = {},
): Recorder {
  const said: Said[] = [];
  const looks: number[] = [];
  const snapshots: number[] = [];
  const rests: number[] = [];
  const script = new AbortController();
  const startedAt = performance.now();
  let ready = isReady;
  const leftOver = new WeakSet<Element>();
  watch(
    document,
    [
      {
        protectedWhen: sought.order.protectedWhen,
        warnsEarly: sought.order.warnsEarly,
        look: (snapshot) => {
          looks.push(performance.now());
          return lookAtControl(snapshot, { ...sought, leftOver }, ready ? { nameOf } : undefined);
        },
        isBackedByData: ({ control }) =>
          control !== undefined && isBackedByData(control, request, requestsNow),
        onReport: ({ reading, touched, settled }) => {
          const at = performance.now();
          const last = said.at(-1);
          // A warning is said once more when the page has settled.
          if (last && last.settledAt === undefined && sameReading(last.reading, reading)) {
            last.settledAt = at;
          } else said.push({ at, reading, touched, ...(settled && { settledAt: at }) });
        },
      },
    ],
    {
      isReady: () => ready,
      onSnapshot: () => snapshots.push(performance.now()),
      onRest: () => rests.push(performance.now()),
    },
    script.signal,
  );
  return {
    recording: () => ({ startedAt, said, looks, snapshots, rests }),
    becomeReady: () => {
      ready = true;
    },
    stop: () => script.abort(),
  };
}

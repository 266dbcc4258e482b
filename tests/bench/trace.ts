/** The fields of Chromium's trace events that count here; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of `dur`, how long the thread really had a processor. */
  readonly tdur?: number;
  readonly args?: {
    readonly data?: { readonly url?: string };
    readonly fileName?: string;
    readonly name?: string;
    readonly worldName?: string;
    readonly chrome_mojo_event_info?: { readonly mojo_interface_tag?: string };
  };
}

/** Whose scripts are summed. */
export interface Owner {
  /** `chrome-extension://…`, no slash at the end. */
  readonly origin: string;
  /** The extension's name, which is that of its world in a page. */
  readonly name: string;
}

export const kinds = ['load', 'timer', 'observer', 'event', 'message', 'answer', 'other'] as const;
/** What made a slice run; `message` and `answer` are what follows a message or an API's answer. */
export type Kind = (typeof kinds)[number];

/** One stretch of a page's main thread that is the owner's. */
export interface Slice {
  readonly kind: Kind;
  /** Microseconds, on the trace's clock. */
  readonly at: number;
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Of `wallMs`, parsing and compiling of the whole script. */
  readonly compileMs: number;
}

export interface PageTrace {
  readonly slices: readonly Slice[];
  /** When the page set its marks, in microseconds on the trace's clock. */
  readonly marks: ReadonlyMap<string, number>;
  /** Microtasks that are nobody's by name. The floor has them too; what it lacks hides here. */
  readonly looseMs: number;
  /** All tasks of the main thread, whoever's. */
  readonly busyMs: number;
}

/** Every page under measurement sets it before anything else. */
export const START = 'bench:start';

const MARK = /^bench:/;
const CHECKPOINT = 'BlinkScheduler_PerformMicrotaskCheckpoint';
const TASK = 'ThreadControllerImpl::RunTask';
const EXTENSION_CHANNEL = 'extensions.mojom.';
const MESSAGES = 'extensions.mojom.MessagePort';

/** What the owner ran on the main thread of the page that set the marks; what is nested counts once. */
export function readTrace(events: readonly TraceEvent[], owner: Owner): PageTrace {
  const { pid, tid, marks } = findPage(events);
  const spans = events
    .filter((event) => event.ph === 'X' && event.pid === pid && event.tid === tid)
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));

  const slices: Slice[] = [];
  const open: TraceEvent[] = [];
  let current: { event: TraceEvent; kind: Kind; compile: number } | undefined;
  let channel: string | undefined;
  let loose = 0;
  let busy = 0;

  const finish = () => {
    if (!current) return;
    const { event, kind, compile } = current;
    slices.push({
      kind,
      at: event.ts,
      wallMs: (event.dur ?? 0) / 1000,
      cpuMs: (event.tdur ?? 0) / 1000,
      compileMs: compile / 1000,
    });
    current = undefined;
  };

  for (const span of spans) {
    while (open.length > 0 && endOf(open.at(-1)) <= span.ts) {
      if (open.pop() === current?.event) finish();
    }
    if (span.name === TASK && open.length === 0) {
      channel = undefined;
      busy += span.dur ?? 0;
    }
    channel ??= channelOf(span);

    if (current) {
      if (span.name === 'v8.compile') current.compile += span.dur ?? 0;
    } else if (isOf(owner, span)) {
      current = { event: span, kind: kindOf(span, open), compile: 0 };
      if (span.name === 'v8.compile') current.compile = span.dur ?? 0;
      if (open[0]?.name === CHECKPOINT) loose -= span.dur ?? 0;
    } else if (span.name === CHECKPOINT && open.length === 0) {
      // What awaits an answer goes on here, and no event names its script. Before the owner's script
      // has run, the browser sets its extensions up by the same channels.
      if (channel === undefined || slices.length === 0) loose += span.dur ?? 0;
      else
        current = {
          event: span,
          kind: channel === MESSAGES ? 'message' : 'answer',
          compile: 0,
        };
    }
    open.push(span);
  }
  finish();
  return { slices, marks, looseMs: loose / 1000, busyMs: busy / 1000 };
}

function findPage(events: readonly TraceEvent[]) {
  const starts = events.filter(({ name, ph }) => name === START && ph !== 'M');
  const [start] = starts;
  if (!start) throw new Error(`the trace has no mark ${START}`);
  const { pid, tid } = start;
  if (starts.some((other) => other.pid !== pid)) throw new Error('the trace holds two pages');

  const isMain = events.some(
    (event) =>
      event.name === 'thread_name' &&
      event.pid === pid &&
      event.tid === tid &&
      event.args?.name === 'CrRendererMain',
  );
  if (!isMain) throw new Error("the page's marks are not on a renderer's main thread");
  const marks = new Map(
    events
      .filter((event) => event.pid === pid && event.tid === tid && MARK.test(event.name))
      .map(({ name, ts }) => [name, ts]),
  );
  return { pid, tid, marks };
}

function isOf({ origin, name }: Owner, { args }: TraceEvent): boolean {
  const file = args?.data?.url ?? args?.fileName ?? '';
  return file.startsWith(`${origin}/`) || args?.worldName === name;
}

function channelOf({ args }: TraceEvent): string | undefined {
  const channel = args?.chrome_mojo_event_info?.mojo_interface_tag;
  return channel?.startsWith(EXTENSION_CHANNEL) ? channel : undefined;
}

function kindOf(span: TraceEvent, around: readonly TraceEvent[]): Kind {
  if (['EvaluateScript', 'v8.run', 'v8.compile'].includes(span.name)) return 'load';
  for (const { name } of around.toReversed()) {
    if (name === 'TimerFire' || name === 'FireIdleCallback') return 'timer';
    if (name === 'EventDispatch') return 'event';
    // Observers are called when another's script has ended, before its own time has.
    if (name === CHECKPOINT || name === 'v8.callFunction') return 'observer';
  }
  return around.some((event) => channelOf(event) !== undefined) ? 'message' : 'other';
}

function endOf(event: TraceEvent | undefined): number {
  return event ? event.ts + (event.dur ?? 0) : 0;
}

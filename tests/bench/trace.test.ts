import { describe, expect, test } from 'vitest';
import { type Kind, readTrace, type TraceEvent } from './trace.ts';

const owner = { origin: 'chrome-extension://ours', name: 'Ours' };
const PAGE = { pid: 7, tid: 7 };
const FILE = `${owner.origin}/content.js`;

/** Events as Chromium writes them for a page with one content script, shortened. Milliseconds. */
const named: TraceEvent[] = [
  { ...PAGE, name: 'thread_name', ph: 'M', ts: 0, args: { name: 'CrRendererMain' } },
  { ...PAGE, name: 'bench:start', ph: 'I', ts: 1_000 },
];
const task = (at: number, ms: number) => span('ThreadControllerImpl::RunTask', at, ms);
const checkpoint = (at: number, ms: number) =>
  span('BlinkScheduler_PerformMicrotaskCheckpoint', at, ms);
const received = (channel: string, at: number, ms: number) =>
  span('Receive mojo message', at, ms, {
    chrome_mojo_event_info: { mojo_interface_tag: `extensions.mojom.${channel}` },
  });
const called = (at: number, ms: number, url = FILE) =>
  span('FunctionCall', at, ms, { data: { url } });
const inWorld = (worldName: string, at: number, ms: number) =>
  span('v8.callFunction', at, ms, { worldName });
const loaded = [
  task(10, 5),
  span('EvaluateScript', 10.5, 4, { data: { url: FILE } }),
  span('v8.compile', 10.6, 1, { fileName: FILE, data: { url: FILE } }),
  span('v8.run', 11.7, 2.5, { fileName: FILE, worldName: 'Ours' }),
];

function span(name: string, at: number, ms: number, args = {}, thread = PAGE): TraceEvent {
  return { ...thread, name, ph: 'X', ts: at * 1000, dur: ms * 1000, tdur: ms * 900, args };
}

function slicesOf(...spans: TraceEvent[]): [Kind, number][] {
  const { slices } = readTrace([...named, ...spans], owner);
  return slices.map(({ kind, wallMs }) => [kind, wallMs]);
}

test('a script is counted once, with its compiling and all that it calls', () => {
  const { slices } = readTrace([...named, ...loaded, called(12, 1)], owner);
  expect(slices).toEqual([{ kind: 'load', at: 10_500, wallMs: 4, cpuMs: 3.6, compileMs: 1 }]);
});

describe('what made a slice run', () => {
  test('a timer, whose event is not ours but whose function is', () => {
    const fired = [task(20, 9), span('TimerFire', 20.1, 8.8), inWorld('Ours', 20.2, 8.5)];
    expect(slicesOf(...fired, called(20.3, 8))).toEqual([['timer', 8.5]]);
  });

  test('a timer that only resolves a promise names no file', () => {
    const fired = [task(20, 9), span('TimerFire', 20.1, 8.8), inWorld('Ours', 20.2, 8.5)];
    expect(slicesOf(...fired)).toEqual([['timer', 8.5]]);
  });

  test('an observer called at the end of a timer of the page', () => {
    const pages = [span('TimerFire', 20.1, 8.8), span('v8.callFunction', 20.2, 8.5)];
    expect(slicesOf(task(20, 9), ...pages, inWorld('Ours', 25, 3))).toEqual([['observer', 3]]);
  });

  test('an observer called among microtasks of the page', () => {
    expect(slicesOf(task(20, 1), checkpoint(21, 8), inWorld('Ours', 22, 3))).toEqual([
      ['observer', 3],
    ]);
  });

  test('an event of the page', () => {
    const event = span('EventDispatch', 20.1, 2);
    expect(slicesOf(task(20, 3), event, inWorld('Ours', 20.2, 1))).toEqual([['event', 1]]);
  });

  test.each([
    ['MessagePort', 'message'],
    ['LocalFrameHost', 'answer'],
  ] as const)('what awaited %s goes on in microtasks that name nobody', (channel, kind) => {
    const got = [task(20, 1), received(channel, 20.1, 0.5), checkpoint(21.1, 6)];
    expect(slicesOf(...loaded, ...got, inWorld('Ours', 22, 1))).toEqual([
      ['load', 4],
      [kind, 6],
    ]);
  });
});

describe('what is not ours', () => {
  test('scripts of the page and of other extensions', () => {
    const others = [
      called(20, 5, 'https://www.linkedin.com/page.js'),
      called(30, 5, 'chrome-extension://ours-not/content.js'),
      inWorld('Other', 40, 5),
      span('v8.callFunction', 50, 5),
    ];
    expect(slicesOf(...others)).toEqual([]);
  });

  test('our scripts in other threads and processes', () => {
    const elsewhere = [
      span('FunctionCall', 20, 5, { data: { url: FILE } }, { pid: 7, tid: 8 }),
      span('FunctionCall', 20, 5, { data: { url: FILE } }, { pid: 9, tid: 7 }),
    ];
    expect(slicesOf(...elsewhere)).toEqual([]);
  });

  test('microtasks after any other task, which are said apart', () => {
    const spans = [...loaded, task(20, 1), checkpoint(21, 6), inWorld('Ours', 22, 2)];
    expect(readTrace([...named, ...spans], owner).looseMs).toBe(4);
    expect(slicesOf(...spans)).toEqual([
      ['load', 4],
      ['observer', 2],
    ]);
  });

  test('microtasks of the task after the one that received', () => {
    const got = [task(20, 1), received('MessagePort', 20.1, 0.5), checkpoint(21.1, 1)];
    expect(slicesOf(...loaded, ...got, task(23, 1), checkpoint(24, 6))).toEqual([
      ['load', 4],
      ['message', 1],
    ]);
  });

  test('what the browser tells a page before a script of ours has run', () => {
    expect(slicesOf(task(5, 1), received('LocalFrame', 5.1, 0.5), checkpoint(6.1, 1))).toEqual([]);
  });
});

test('all tasks of the page, nested ones once', () => {
  const elsewhere = { pid: PAGE.pid, tid: 9 };
  const tasks = [task(20, 9), task(21, 3), task(40, 2)];
  const others = span('ThreadControllerImpl::RunTask', 20, 50, {}, elsewhere);
  expect(readTrace([...named, ...tasks, others], owner).busyMs).toBe(11);
});

describe('a trace that cannot be read is no trace without us', () => {
  test('without the mark of the page', () => {
    expect(() => readTrace(loaded, owner)).toThrow('no mark');
  });

  test('with two pages', () => {
    const second = { pid: 9, tid: 9, name: 'bench:start', ph: 'I', ts: 2_000 };
    expect(() => readTrace([...named, second], owner)).toThrow('two pages');
  });

  test('with marks on no main thread', () => {
    expect(() => readTrace(named.slice(1), owner)).toThrow('main thread');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { services } from '../../../src/catalogue/index.ts';
import { firstScope } from '../../../src/core/account/scope.ts';
import {
  Batch,
  type BatchKind,
  batchEndCodes,
  batchKinds,
  Stop,
  stopsToCheck,
  stopsToTurnOff,
} from '../../../src/core/batch/batch.schema.ts';
import {
  advanceBatch,
  type BatchAdvance,
  type BatchEvent,
  interruptBatch,
  STOP_DEADLINE_MS,
  startBatch,
  TURN_OFF_DEADLINE_MS,
} from '../../../src/core/batch/batch.ts';
import { mayStart, progressOf } from '../../../src/core/batch/progress.ts';
import { type Outcome, outcomeCodes } from '../../../src/core/errand/errand.schema.ts';
import { ERRAND_DEADLINE_MS } from '../../../src/core/errand/errand.ts';
import type { Reading, unknownReasons } from '../../../src/core/reading/reading.ts';
import { entriesOf } from '../../../src/core/recipe/setting-key.ts';

const STARTED = Date.UTC(2026, 10, 23, 9);
const YEAR = 365 * 24 * 3_600_000;
const page = (name: string) => `https://made.example/${name}`;

const stopsOf: Readonly<Record<BatchKind, Stop[]>> = {
  check: [
    { address: page('one'), keys: ['made/a', 'made/b'] },
    { address: page('two'), keys: ['made/c'] },
    { address: page('three'), keys: ['made/d'] },
  ],
  // Two settings that stand on one page are two stops all the same.
  'turn-off': [
    { address: page('one'), keys: ['made/a'] },
    { address: page('one'), keys: ['made/b'] },
    { address: page('two'), keys: ['made/c'] },
  ],
};
const deadlines = { check: STOP_DEADLINE_MS, 'turn-off': TURN_OFF_DEADLINE_MS } as const;
const pauseMs = { min: 3_000, max: 7_000 };

function begin(kind: BatchKind, over: Partial<Parameters<typeof startBatch>[0]> = {}) {
  const stopAt: Batch['stopAt'] = ['signed-out', 'challenge'];
  return startBatch(
    {
      id: 'batch-1',
      kind,
      scope: firstScope,
      session: 'session-1',
      stops: stopsOf[kind],
      pauseMs,
      stopAt,
      ...over,
    },
    STARTED,
  );
}

const random = 0.5;
const opened: BatchEvent = { type: 'opened', tabId: 7 };
const due: BatchEvent = { type: 'due', random };
const cancelled: BatchEvent = { type: 'cancelled' };
const tabClosed: BatchEvent = { type: 'tab-closed' };
const read = (key: string, reading: Reading): BatchEvent => ({
  type: 'read',
  key,
  reading,
  random,
});
const on = (key: string) => read(key, { state: 'on', strategy: 'known-id' });
const unknown = (key: string, reason: (typeof unknownReasons)[number]) =>
  read(key, { state: 'unknown', reason });
const ended = (key: string, outcome: Outcome): BatchEvent => ({
  type: 'errand-ended',
  key,
  scope: firstScope,
  outcome,
  random,
});
const stopped = (reason: (typeof unknownReasons)[number], isLeft = false): BatchEvent => ({
  type: 'stopped',
  reason,
  isLeft,
  random,
});

/** `step index, end (reason): effects`, with times as seconds from `now`. */
function told({ batch, effects }: BatchAdvance, now: number): string {
  const { step, index, end } = batch;
  const reason = end?.reason ? ` (${end.reason})` : '';
  const done = effects.map((effect) => {
    if (effect.do === 'wake-at') return `wake in ${(effect.at - now) / 1_000}`;
    if (effect.do === 'close-tab') return effect.do;
    if (effect.do === 'start-errand') return `errand ${effect.key}`;
    return `${effect.do} ${effect.address.slice(page('').length)}`;
  });
  return `${step} ${index}${end ? ` ${end.code}` : ''}${reason}${done.length > 0 ? `: ${done.join(', ')}` : ''}`;
}

/** What happens, after how many seconds, and what comes of it. */
type Row = readonly [BatchEvent, number, string];

interface Walk {
  readonly name: string;
  readonly kind: BatchKind;
  readonly rows: readonly Row[];
  readonly results?: Batch['results'];
}

const walks: readonly Walk[] = [
  {
    name: 'a check reads every page once and closes its tab',
    kind: 'check',
    rows: [
      [opened, 1, 'visiting 0'],
      [on('made/a'), 2, 'visiting 0'],
      [read('made/b', { state: 'absent' }), 1, 'pausing 1: wake in 5'],
      [due, 5, 'visiting 1: wake in 30, go two'],
      [on('made/c'), 2, 'pausing 2: wake in 5'],
      [due, 5, 'visiting 2: wake in 30, go three'],
      [on('made/d'), 2, 'ended 3 finished: close-tab'],
      [due, 5, 'ended 3 finished'],
    ],
    results: { 'made/a': 'read', 'made/b': 'read', 'made/c': 'read', 'made/d': 'read' },
  },
  {
    name: 'what is overdue, unreachable or not readable is left unread',
    kind: 'check',
    rows: [
      [opened, 1, 'visiting 0'],
      [on('made/b'), 1, 'visiting 0'],
      [due, 28, 'pausing 1: wake in 5'],
      [due, 5, 'visiting 1: wake in 30, go two'],
      [stopped('unreachable'), 1, 'pausing 2: wake in 5'],
      [due, 5, 'visiting 2: wake in 30, go three'],
      [unknown('made/d', 'not-found'), 1, 'ended 3 finished: close-tab'],
    ],
    results: { 'made/a': 'unread', 'made/b': 'read', 'made/c': 'unread', 'made/d': 'unread' },
  },
  {
    name: 'a page that is late is still read while the batch pauses on it',
    kind: 'check',
    rows: [
      [opened, 1, 'visiting 0'],
      [due, 29, 'pausing 1: wake in 5'],
      [on('made/a'), 1, 'pausing 1'],
      [unknown('made/a', 'covered'), 1, 'pausing 1'],
      [on('made/c'), 1, 'pausing 1'],
      [cancelled, 1, 'ended 1 cancelled: close-tab'],
    ],
    results: { 'made/a': 'read', 'made/b': 'unread', 'made/c': 'unread', 'made/d': 'unread' },
  },
  {
    name: 'a page that could not be read at first may be read while another on it is awaited',
    kind: 'check',
    rows: [
      [opened, 1, 'visiting 0'],
      [unknown('made/a', 'not-found'), 1, 'visiting 0'],
      [on('made/a'), 1, 'visiting 0'],
      [unknown('made/a', 'not-found'), 1, 'visiting 0'],
      [on('made/b'), 1, 'pausing 1: wake in 5'],
      [tabClosed, 1, 'ended 1 tab-closed'],
    ],
    results: { 'made/a': 'read', 'made/b': 'read', 'made/c': 'unread', 'made/d': 'unread' },
  },
  {
    name: 'settings of other stops, errands and second tabs concern no check',
    kind: 'check',
    rows: [
      [on('made/a'), 0, 'opening 0'],
      [opened, 1, 'visiting 0'],
      [{ type: 'opened', tabId: 8 }, 1, 'visiting 0'],
      [on('made/c'), 1, 'visiting 0'],
      [on('other/a'), 1, 'visiting 0'],
      [ended('made/a', { code: 'done' }), 1, 'visiting 0'],
    ],
    results: {},
  },
  ...[stopped('challenge'), unknown('made/b', 'challenge'), unknown('made/c', 'challenge')].map(
    (event): Walk => ({
      name: `at a challenge the tab is the person’s: ${JSON.stringify(event)}`,
      kind: 'check',
      rows: [
        [opened, 1, 'visiting 0'],
        [on('made/a'), 1, 'visiting 0'],
        [event, 1, 'ended 0 handed-over (challenge)'],
        [cancelled, 1, 'ended 0 handed-over (challenge)'],
      ],
      results: { 'made/a': 'read', 'made/b': 'unread', 'made/c': 'unread', 'made/d': 'unread' },
    }),
  ),
  {
    name: 'it is handed over between two stops as well',
    kind: 'check',
    rows: [
      [opened, 1, 'visiting 0'],
      [stopped('timeout'), 1, 'pausing 1: wake in 5'],
      [stopped('timeout'), 1, 'pausing 1'],
      [stopped('signed-out'), 1, 'ended 1 handed-over (signed-out)'],
    ],
  },
  ...(['visiting', 'pausing'] as const).map(
    (step): Walk => ({
      name: `a tab in which the person goes elsewhere is theirs: ${step}`,
      kind: 'check',
      rows: [
        [opened, 1, 'visiting 0'],
        [{ type: 'arrived', keys: ['made/a', 'made/b'] }, 1, 'visiting 0'],
        ...(step === 'pausing'
          ? ([[due, 30, 'pausing 1: wake in 5']] as const)
          : ([[on('made/a'), 1, 'visiting 0']] as const)),
        [
          stopped('wrong-page', true),
          1,
          `ended ${step === 'pausing' ? 1 : 0} handed-over (wrong-page)`,
        ],
      ],
    }),
  ),
  {
    name: 'a page that the service shows instead of another is left unread',
    kind: 'check',
    rows: [
      [opened, 1, 'visiting 0'],
      [stopped('wrong-page'), 1, 'pausing 1: wake in 5'],
      [due, 5, 'visiting 1: wake in 30, go two'],
    ],
    results: { 'made/a': 'unread', 'made/b': 'unread' },
  },
  {
    name: 'it ends where our access is taken away',
    kind: 'check',
    rows: [
      [opened, 1, 'visiting 0'],
      [on('made/a'), 1, 'visiting 0'],
      [{ type: 'access-lost', service: 'linkedin' }, 1, 'ended 0 no-access'],
      [due, 5, 'ended 0 no-access'],
    ],
    results: { 'made/a': 'read', 'made/b': 'unread', 'made/c': 'unread', 'made/d': 'unread' },
  },
  {
    name: 'a tab that did not open is opened for the next stop',
    kind: 'check',
    rows: [
      [due, 30, 'pausing 1: wake in 5'],
      [due, 5, 'opening 1: wake in 30, open two'],
      [stopped('unreachable'), 1, 'pausing 2: wake in 5'],
      [opened, 1, 'pausing 2'],
      [due, 4, 'visiting 2: wake in 30, go three'],
    ],
    results: { 'made/a': 'unread', 'made/b': 'unread', 'made/c': 'unread' },
  },
  {
    name: 'a check cancelled before its tab is known has none to close',
    kind: 'check',
    rows: [
      [cancelled, 1, 'ended 0 cancelled'],
      [opened, 1, 'ended 0 cancelled'],
    ],
  },
  {
    name: 'an early ring only asks for the next one',
    kind: 'check',
    rows: [
      [due, 1, 'opening 0: wake in 29'],
      [due, 0, 'opening 0: wake in 29'],
      [opened, 28.999, 'visiting 0'],
      [due, 0, 'visiting 0: wake in 0.001'],
      [due, 0.001, 'pausing 1: wake in 5'],
      [due, 0, 'pausing 1: wake in 5'],
      [due, 4.999, 'pausing 1: wake in 0.001'],
      [due, 0.001, 'visiting 1: wake in 30, go two'],
    ],
  },
  {
    name: 'after the clock was set back each wait begins anew, once',
    kind: 'check',
    rows: [
      [opened, 1, 'visiting 0'],
      [due, -YEAR / 1_000, 'visiting 0: wake in 30'],
      [due, 10, 'visiting 0: wake in 20'],
      [due, 20, 'pausing 1: wake in 5'],
      [due, -YEAR / 1_000, 'pausing 1: wake in 7'],
      [due, 7, 'visiting 1: wake in 30, go two'],
    ],
  },
  {
    name: 'a clock that leapt ahead ends one stop or one pause',
    kind: 'check',
    rows: [
      [opened, 1, 'visiting 0'],
      [due, YEAR / 1_000, 'pausing 1: wake in 5'],
      [due, YEAR / 1_000, 'visiting 1: wake in 30, go two'],
      [on('made/c'), YEAR / 1_000, 'pausing 2: wake in 5'],
    ],
  },
  {
    name: 'to turn off, an errand is there before its page, and its outcome is kept',
    kind: 'turn-off',
    rows: [
      [opened, 1, 'visiting 0: errand made/a'],
      [opened, 1, 'visiting 0'],
      [on('made/a'), 1, 'visiting 0'],
      [unknown('made/a', 'not-found'), 1, 'visiting 0'],
      [stopped('wrong-page'), 1, 'visiting 0'],
      [ended('made/b', { code: 'done' }), 1, 'visiting 0'],
      [ended('made/a', { code: 'done' }), 1, 'pausing 1: wake in 5'],
      [due, 5, 'visiting 1: wake in 130, errand made/b, go one'],
      [ended('made/b', { code: 'unverified', reason: 'timeout' }), 1, 'pausing 2: wake in 5'],
      [ended('made/b', { code: 'done' }), 1, 'pausing 2'],
      [due, 4, 'visiting 2: wake in 130, errand made/c, go two'],
      [ended('made/c', { code: 'not-saved' }), 1, 'ended 3 finished'],
    ],
    results: { 'made/a': 'done', 'made/b': 'unverified', 'made/c': 'not-saved' },
  },
  {
    name: 'an errand that is not heard of is overdue',
    kind: 'turn-off',
    rows: [
      [opened, 1, 'visiting 0: errand made/a'],
      [due, 128, 'visiting 0: wake in 1'],
      [due, 1, 'pausing 1: wake in 5'],
      [cancelled, 1, 'ended 1 cancelled'],
    ],
    results: { 'made/a': 'unread', 'made/b': 'unread', 'made/c': 'unread' },
  },
  ...(
    [
      [{ code: 'unverified', reason: 'signed-out' }, 'handed-over (signed-out)'],
      [{ code: 'left-page' }, 'handed-over (wrong-page)'],
      [{ code: 'tab-closed' }, 'tab-closed'],
      [{ code: 'no-access' }, 'no-access'],
    ] as const
  ).map(
    ([outcome, end]): Walk => ({
      name: `an errand that ended ${outcome.code} ends the batch`,
      kind: 'turn-off',
      rows: [
        [opened, 1, 'visiting 0: errand made/a'],
        [ended('made/a', outcome), 1, `ended 0 ${end}`],
      ],
      results: { 'made/a': outcome.code, 'made/b': 'unread', 'made/c': 'unread' },
    }),
  ),
  {
    name: 'a tab that cannot be opened to turn off starts no errand',
    kind: 'turn-off',
    rows: [
      [stopped('unreachable'), 1, 'pausing 1: wake in 5'],
      [due, 5, 'opening 1: wake in 130, open one'],
      [opened, 1, 'visiting 1: errand made/b'],
      [unknown('made/b', 'challenge'), 1, 'ended 1 handed-over (challenge)'],
    ],
    results: { 'made/a': 'unread', 'made/b': 'unread', 'made/c': 'unread' },
  },
];

describe('step by step', () => {
  test.each(walks)('$name', ({ kind, rows, results }) => {
    let now = STARTED;
    let { batch } = begin(kind);
    const seen = rows.map(([event, seconds]) => {
      now += seconds * 1_000;
      const advanced = advanceBatch(batch, event, now);
      batch = advanced.batch;
      return told(advanced, now);
    });
    expect(seen).toEqual(rows.map(([, , expected]) => expected));
    if (results) expect(batch.results).toEqual(results);
  });

  test.each(batchKinds)('a %s begins with its first page', (kind) => {
    const seconds = deadlines[kind] / 1_000;
    expect(told(begin(kind), STARTED)).toBe(`opening 0: wake in ${seconds}, open one`);
    expect(deadlines[kind]).toBeGreaterThan(kind === 'check' ? 0 : ERRAND_DEADLINE_MS);
  });

  test.each(batchKinds)('a %s without stops is over at once', (kind) => {
    const { batch, effects } = begin(kind, { stops: [] });
    expect([batch.end, batch.endedAt, effects]).toEqual([{ code: 'finished' }, STARTED, []]);
  });

  test.each([
    [[], 'pausing 1: wake in 5'],
    [['unreachable'], 'ended 0 handed-over (unreachable)'],
  ] as const)('what ends a batch is its own: %j', (stopAt, expected) => {
    const { batch } = begin('check', { stopAt: [...stopAt] });
    const visiting = advanceBatch(batch, opened, STARTED).batch;
    expect(told(advanceBatch(visiting, stopped('unreachable'), STARTED), STARTED)).toBe(expected);
  });

  test('the pause lies between the shortest and the longest, where chance says', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.nat(100_000),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (min, more, chance) => {
          const { batch } = begin('check', { pauseMs: { min, max: min + more } });
          const after = advanceBatch(batch, { ...due, random: chance }, batch.nextAt).batch;
          const pause = after.nextAt - batch.nextAt;
          expect(after.step).toBe('pausing');
          expect(Number.isInteger(pause)).toBe(true);
          expect(Math.abs(pause - (min + chance * more))).toBeLessThanOrEqual(0.5);
        },
      ),
    );
  });
});

/** Each kind of event there is, about every setting. */
const keys = ['made/a', 'made/b', 'made/c', 'made/d'];
const events: readonly BatchEvent[] = [
  opened,
  { type: 'opened', tabId: 8 },
  ...keys.flatMap((key) => [
    on(key),
    read(key, { state: 'absent' }),
    unknown(key, 'not-found'),
    unknown(key, 'signed-out'),
    ended(key, { code: 'done' }),
    ended(key, { code: 'could-not-read', reason: 'timeout' }),
    ended(key, { code: 'could-not-read', reason: 'challenge' }),
    ended(key, { code: 'left-page' }),
    ended(key, { code: 'tab-closed' }),
  ]),
  stopped('unreachable'),
  stopped('wrong-page'),
  stopped('wrong-page', true),
  stopped('challenge'),
  { type: 'arrived', keys: ['made/a', 'made/b'] },
  { type: 'access-lost', service: 'linkedin' },
  tabClosed,
  cancelled,
  due,
];

/** What the clock may say when an event comes. */
const clocks: readonly ((batch: Batch, now: number) => number)[] = [
  (_, now) => now,
  ({ nextAt }, now) => Math.max(now, nextAt),
  (_, now) => now + YEAR,
  (_, now) => now - YEAR,
];

/** What has happened to one batch so far. */
interface History {
  readonly batch: Batch;
  readonly now: number;
  readonly loads: number;
  readonly errands: readonly string[];
  readonly trail: string;
}

function follow(before: History, event: BatchEvent, now: number) {
  const advanced = advanceBatch(before.batch, event, now);
  const { batch, effects } = advanced;
  const after: History = {
    batch,
    now,
    loads: before.loads + effects.filter(isLoad).length,
    errands: [
      ...before.errands,
      ...effects.flatMap((effect) => (effect.do === 'start-errand' ? [effect.key] : [])),
    ],
    trail: `${before.trail}, ${JSON.stringify(event)} @${now - STARTED}`,
  };
  return { after, broken: brokenBy(before, after, advanced) };
}

function isLoad(effect: BatchAdvance['effects'][number]): boolean {
  return effect.do === 'open' || effect.do === 'go';
}

/** What must hold after any event; a sentence for each thing that does not. */
function brokenBy(before: History, after: History, { batch, effects }: BatchAdvance): string[] {
  const broken: string[] = [];
  const say = (what: string) => broken.push(`${what} after ${after.trail}`);
  const wasEnded = before.batch.step === 'ended';
  const isEnded = batch.step === 'ended';
  const current = batch.stops[batch.index];

  if (wasEnded && (batch !== before.batch || effects.length > 0)) say('an ended batch changed');
  if (!Batch.safeParse(batch).success) say('misshapen');
  if (isEnded !== (batch.end !== undefined)) say('end and step disagree');
  if (isEnded !== (batch.endedAt !== undefined)) say('end and time disagree');
  if (!wasEnded && isEnded && batch.endedAt !== after.now) say('ended at another time');
  if ((batch.end?.code === 'handed-over') !== (batch.end?.reason !== undefined)) say('no reason');
  if (batch.index < before.batch.index) say('went back');
  if (batch.index > before.batch.index + 1) say('left out a stop');

  const all = batch.stops.flatMap((stop) => stop.keys);
  if (isEnded && all.some((key) => !batch.results[key])) say('a setting has no result');
  if (Object.keys(batch.results).some((key) => !all.includes(key))) say('a strange result');
  const lost = Object.entries(before.batch.results).some(
    ([key, result]) => result !== 'unread' && batch.results[key] !== result,
  );
  if (lost) say('a result was taken back');

  const isAtStop = batch.step === 'opening' || batch.step === 'visiting';
  if (after.loads > batch.stops.length) say('loaded too much');
  if (!isEnded && after.loads !== batch.index + (isAtStop ? 1 : 0)) say('loads miscounted');
  if (batch.step === 'visiting' && batch.tabId === undefined) say('visits without a tab');
  if (batch.step === 'opening' && batch.tabId !== undefined) say('opens a second tab');
  for (const effect of effects) {
    if (effect.do === 'open' && batch.step !== 'opening') say('opened out of step');
    if (effect.do === 'go' && batch.step !== 'visiting') say('went out of step');
    if ('address' in effect && effect.address !== current?.address) say('loaded another page');
    if (effect.do === 'start-errand') {
      if (batch.kind !== 'turn-off' || batch.step !== 'visiting') say('an errand out of step');
      if (!current?.keys.includes(effect.key)) say('an errand of another stop');
    }
    if (effect.do === 'close-tab') {
      const isOver = batch.end?.code === 'finished' || batch.end?.code === 'cancelled';
      if (!isOver || batch.kind !== 'check' || batch.tabId === undefined) say('closed a tab');
    }
    if (effect.do === 'wake-at' && (isEnded || effect.at !== batch.nextAt)) say('wakes wrongly');
    if (effect.do === 'wake-at' && effect.at <= after.now) say('rings in a loop');
  }
  const moved = before.batch.step !== batch.step || before.batch.index !== batch.index;
  const isWoken = effects.some((effect) => effect.do === 'wake-at');
  const keepsTime = before.batch.nextAt === batch.nextAt;
  if (!isEnded && moved && !keepsTime && !isWoken) say('never wakes');
  if (isWoken && effects[0]?.do !== 'wake-at') say('sleeps on where it is cut off');
  if (new Set(after.errands).size !== after.errands.length) say('a second errand');
  return broken;
}

/** As if the background were killed, and what is kept were read again. */
function killed(batch: Batch): Batch {
  return Batch.parse(JSON.parse(JSON.stringify(batch)));
}

/** Of the clock only this counts: whether the wait is over, goes on, or is longer than there are. */
function valuesOf({ batch, now, loads, errands }: History): string {
  const { startedAt: _, stopStartedAt: __, endedAt: ___, nextAt, ...rest } = batch;
  const wait = Math.max(-1, Math.min(nextAt - now, deadlines[batch.kind] + 1));
  return JSON.stringify([rest, batch.step === 'ended' ? 0 : wait, loads, errands]);
}

/** Every history that can come about, by what it has come to. */
function explore(kind: BatchKind) {
  const broken: string[] = [];
  const start = { ...begin(kind), now: STARTED, loads: 1, errands: [], trail: kind };
  const known = new Set([valuesOf(start)]);
  const histories: History[] = [start];
  for (const before of histories) {
    for (const event of events) {
      for (const clock of clocks) {
        const { after, broken: found } = follow(before, event, clock(before.batch, before.now));
        if (found.length > 0 && broken.length < 5) broken.push(...found);
        const values = valuesOf(after);
        if (known.has(values) || known.size >= MOST) continue;
        known.add(values);
        histories.push(after);
      }
    }
  }
  return { histories, broken };
}

/** More histories than can come about: a batch that never ends reaches it. */
const MOST = 4_000;

describe.each(batchKinds)('whatever happens to a %s', (kind) => {
  const { histories, broken } = explore(kind);
  const underWay = histories.filter(({ batch }) => batch.step !== 'ended');

  test('one load a stop, one errand a setting, nothing after the end', () => {
    expect(broken).toEqual([]);
    expect(histories.length).toBeLessThan(MOST);
    expect(underWay.length).toBeGreaterThan(50);
    expect(histories.some(({ loads }) => loads === 3)).toBe(true);
    expect(histories.some(({ errands }) => errands.length === 3)).toBe(kind === 'turn-off');
    const ends = new Set(histories.flatMap(({ batch }) => (batch.end ? [batch.end.code] : [])));
    expect([...ends, 'interrupted'].toSorted()).toEqual(batchEndCodes.toSorted());
    expect(new Set(histories.map(({ batch }) => batch.step))).toEqual(
      new Set(Batch.shape.step.options),
    );
  });

  test('left to its timers alone it ends, soon, wherever it stands', () => {
    const longest = 3 * (deadlines[kind] + pauseMs.max);
    const hung = underWay.filter((start) => {
      let { batch, now } = start;
      let rings = 0;
      for (; batch.step !== 'ended' && rings < 8; rings++) {
        const advanced = advanceBatch(batch, due, now);
        const wake = advanced.effects.find((effect) => effect.do === 'wake-at');
        batch = advanced.batch;
        now = wake?.at ?? now;
      }
      return batch.step !== 'ended' || now - start.now > longest;
    });
    expect(hung.map(({ trail }) => trail).slice(0, 3)).toEqual([]);
  });

  test('a ring that is repeated changes nothing but to ask again', () => {
    let repeated = 0;
    for (const { batch, now } of underWay) {
      const once = advanceBatch(batch, due, now).batch;
      if (once.step === 'ended') continue;
      const twice = advanceBatch(once, due, now);
      repeated += 1;
      expect(twice).toEqual({ batch: once, effects: [{ do: 'wake-at', at: once.nextAt }] });
    }
    expect(repeated).toBeGreaterThan(40);
  });

  test('a background that was killed goes on as if it had not been', () => {
    for (const { batch, now } of histories) expect(killed(batch), `${now}`).toEqual(batch);
    const ways = fc.array(fc.tuple(fc.constantFrom(...events), fc.constantFrom(...clocks)));
    fc.assert(
      fc.property(ways, (way) => {
        let now = STARTED;
        let lived = begin(kind).batch;
        let died = killed(lived);
        for (const [event, clock] of way) {
          now = clock(lived, now);
          const one = advanceBatch(lived, event, now);
          const other = advanceBatch(died, event, now);
          expect(other).toEqual(one);
          lived = one.batch;
          died = killed(other.batch);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a restart of the browser ends it, and what was read stays', () => {
    for (const { batch, now } of histories) {
      const after = interruptBatch(batch, now);
      if (batch.step === 'ended') expect(after).toBe(batch);
      else {
        expect([after.step, after.end, after.endedAt]).toEqual([
          'ended',
          { code: 'interrupted' },
          now,
        ]);
        expect(after.results).toMatchObject(batch.results);
        expect(Object.keys(after.results)).toHaveLength(kind === 'check' ? 4 : 3);
        expect(Batch.safeParse(after).success).toBe(true);
      }
    }
  });

  test('progress counts the stops, and no other batch begins before the end', () => {
    for (const { batch } of histories) {
      const { done, total, left, current } = progressOf(batch);
      const isAtStop = batch.step === 'opening' || batch.step === 'visiting';
      expect([done + left, total]).toEqual([3, 3]);
      expect(left === 0).toBe(batch.end?.code === 'finished');
      expect(current).toBe(isAtStop ? batch.stops[done] : undefined);
      expect(mayStart(batch)).toBe(batch.step === 'ended');
    }
    expect(mayStart(null)).toBe(true);
  });
});

test('every outcome of an errand is a result', () => {
  const { batch } = begin('turn-off');
  const visiting = advanceBatch(batch, opened, STARTED).batch;
  const results = outcomeCodes.map(
    (code) => advanceBatch(visiting, ended('made/a', { code }), STARTED).batch.results['made/a'],
  );
  expect(results).toEqual([...outcomeCodes]);
});

describe('the stops', () => {
  const entries = entriesOf(services);

  test('to check, each page once, in the order of the recipe, for all that stands on it', () => {
    const stops = stopsToCheck(entries);
    const addresses = stops.map(({ address }) => address);
    expect(addresses).toEqual([...new Set(entries.map(({ setting }) => setting.open))]);
    expect(stops.flatMap((stop) => stop.keys).toSorted()).toEqual(
      entries.map(({ key }) => key).toSorted(),
    );
    expect(stops.find(({ address }) => address.endsWith('/linkedin-promotions'))?.keys).toEqual([
      'linkedin/promotions-ads',
      'linkedin/promotions-email',
    ]);
    expect(stops.length).toBeLessThan(entries.length);
    expect(stops.filter((stop) => !Stop.safeParse(stop).success)).toEqual([]);
  });

  test('settings of one page are one stop even where others stand between them', () => {
    const [first, second, third] = entries as [(typeof entries)[0], ...typeof entries];
    const apart = [first, second, { ...third, setting: first.setting }].filter((one) => !!one);
    expect(stopsToCheck(apart as typeof entries).map((stop) => stop.keys)).toEqual([
      [first.key, third?.key],
      [second?.key],
    ]);
  });

  test('to turn off, each setting once, in the order of the recipe', () => {
    const wanted = [
      'linkedin/promotions-email',
      'linkedin/ai-training',
      'linkedin/promotions-ads',
      'linkedin/ai-training',
      'linkedin/none',
    ];
    const open = (name: string) => `https://www.linkedin.com/mypreferences/d/settings/${name}`;
    expect(stopsToTurnOff(entries, wanted)).toEqual([
      { address: open('data-for-ai-improvement'), keys: ['linkedin/ai-training'] },
      { address: open('linkedin-promotions'), keys: ['linkedin/promotions-ads'] },
      { address: open('linkedin-promotions'), keys: ['linkedin/promotions-email'] },
    ]);
    expect(stopsToTurnOff(entries, [])).toEqual([]);
  });
});

test.each<[string, object]>([
  ['a field that nobody knows', { extra: 1 }],
  ['a stop without a setting', { stops: [{ address: page('one'), keys: [] }] }],
  [
    'a page that is not fetched safely',
    { stops: [{ address: 'http://made.example', keys: ['made/a'] }] },
  ],
  ['a result that is none', { results: { 'made/a': 'fine' } }],
  ['a step that is none', { step: 'waiting' }],
  ['a pause that is none', { pauseMs: { min: -1, max: 0 } }],
])('%s is refused', (_, over) => {
  const { batch } = begin('check');
  expect(Batch.safeParse(batch).success).toBe(true);
  expect(Batch.safeParse({ ...batch, ...over }).success).toBe(false);
});

import { describe, expect, test } from 'vitest';
import { firstScope } from '../../../src/core/account/scope.ts';
import {
  Errand,
  type ErrandKind,
  errandKinds,
  outcomeCodes,
  type PressResult,
  pressedResults,
  pressResults,
} from '../../../src/core/errand/errand.schema.ts';
import {
  type Advance,
  advance,
  type Effect,
  type ErrandEvent,
  MAX_LOADS,
} from '../../../src/core/errand/errand.ts';
import { keepsSpringingBack, sprungBackSoFar } from '../../../src/core/errand/springs-back.ts';
import { goesOn, targetOf } from '../../../src/core/errand/start.ts';
import { isFresh } from '../../../src/core/reading/provenance.ts';
import {
  positionOf,
  positions,
  type Reading,
  unknownReasons,
} from '../../../src/core/reading/reading.ts';

const STARTED = Date.UTC(2026, 10, 23, 9);
const NOW = STARTED + 5_000;

function errandOf(over: Partial<Errand> = {}): Errand {
  return {
    id: 'errand-1',
    key: 'linkedin/ai-training',
    scope: firstScope,
    kind: 'opt-out',
    target: 'off',
    tabId: 7,
    session: 'session-1',
    step: 'opening',
    loads: 1,
    startedAt: STARTED,
    arrived: false,
    hasList: true,
    ...over,
  };
}

const readings: readonly [string, Reading][] = [
  ['on', { state: 'on', strategy: 'known-id' }],
  ['off', { state: 'off', strategy: 'known-id' }],
  ['locked-on', { state: 'locked', position: 'on' }],
  ['locked-off', { state: 'locked', position: 'off' }],
  ['absent', { state: 'absent' }],
  ...unknownReasons.map((reason): [string, Reading] => [reason, { state: 'unknown', reason }]),
];

function nameOf(reading: Reading): string {
  if (reading.state === 'unknown') return reading.reason;
  return reading.state === 'locked' ? `locked-${reading.position}` : reading.state;
}

/**
 * Every event there is, by name. In the table, `A` is the load in which the control is pressed;
 * `touched` is a page whose control somebody may have moved since it was loaded, `restored` one that the
 * browser had kept, `unsettled` one that may yet change by itself.
 */
const loaded = { provenance: 'loaded', touched: false, settled: true } as const;
const restored = { ...loaded, provenance: 'restored' } as const;
const events: readonly [string, ErrandEvent][] = [
  ...(['A', 'B'] as const).flatMap((load): [string, ErrandEvent][] => [
    [`arrived @${load}`, { type: 'arrived', load }],
    ...readings.flatMap(([name, reading]): [string, ErrandEvent][] => [
      [`read ${name} @${load}`, { type: 'read', reading, ...loaded, load }],
      [`read ${name} @${load} touched`, { type: 'read', reading, ...loaded, touched: true, load }],
      [
        `read ${name} @${load} unsettled`,
        { type: 'read', reading, ...loaded, settled: false, load },
      ],
      [`read ${name} @${load} restored`, { type: 'read', reading, ...restored, load }],
    ]),
    ...pressResults.map((result): [string, ErrandEvent] => [
      `pressed ${result} @${load}`,
      { type: 'pressed', result, saved: true, load },
    ]),
  ]),
  ['shown', { type: 'shown' }],
  ...unknownReasons.map((reason): [string, ErrandEvent] => [
    `stopped ${reason}`,
    { type: 'stopped', reason },
  ]),
  ['tab-closed', { type: 'tab-closed' }],
  ['restarted', { type: 'restarted' }],
  ['resumed', { type: 'resumed' }],
  ['access-lost', { type: 'access-lost' }],
  ['overdue', { type: 'overdue' }],
];

/** `step code (reason): effects`, so that a row of the table is a sentence. */
function told({ errand, effects }: Advance): string {
  const { step, outcome } = errand;
  const reason = outcome?.reason ? ` (${outcome.reason})` : '';
  const done = effects.map((effect) =>
    effect.do === 'store' ? `store ${nameOf(effect.reading)}` : effect.do,
  );
  return `${step}${outcome ? ` ${outcome.code}` : ''}${reason}${done.length > 0 ? `: ${done.join(', ')}` : ''}`;
}

interface Rows {
  readonly name: string;
  readonly errand: Errand;
  /** The first row that speaks of an event holds. `*` is any one word, and the same one after it. */
  readonly rows: readonly (readonly [string, string])[];
}

const couldNotRead = 'ended could-not-read (*): store *';
const unverified = 'ended unverified (*): store *';

const ends = [
  ['access-lost', 'ended no-access'],
  ['tab-closed', 'ended tab-closed'],
  ['restarted', 'ended restarted'],
  ['overdue', 'ended could-not-read (timeout): store timeout'],
] as const;

const table: readonly Rows[] = [
  {
    name: 'a check that is opening the page',
    errand: errandOf({ kind: 'check' }),
    rows: [
      ['read not-found', 'listing: open-list'],
      ['read wrong-page', 'listing: open-list'],
      ['read timeout', 'listing: open-list'],
      ['read unreachable', 'listing: open-list'],
      ['read on', 'ended read: store on'],
      ['read off', 'ended read: store off'],
      ['read locked-on', 'ended read: store locked-on'],
      ['read locked-off', 'ended read: store locked-off'],
      ['read absent', 'ended read: store absent'],
      ['read *', couldNotRead],
      ['stopped wrong-page', 'listing: open-list'],
      ['stopped *', couldNotRead],
      ['pressed *', 'opening'],
      ['arrived', 'opening'],
      ['resumed', 'opening'],
      ['shown', 'opening'],
      ...ends,
    ],
  },
  {
    name: 'an opt-out that is opening the page',
    errand: errandOf(),
    rows: [
      ['read not-found', 'listing: open-list'],
      ['read wrong-page', 'listing: open-list'],
      ['read timeout', 'listing: open-list'],
      ['read unreachable', 'listing: open-list'],
      ['read on', 'pressing: store on, press'],
      ['read off', 'ended already-there: store off'],
      ['read locked-on', 'ended locked: store locked-on'],
      ['read locked-off', 'ended already-there: store locked-off'],
      ['read absent', 'ended not-offered: store absent'],
      ['read *', couldNotRead],
      ['stopped wrong-page', 'listing: open-list'],
      ['stopped *', couldNotRead],
      ['pressed *', 'opening'],
      ['arrived', 'opening'],
      ['resumed', 'opening'],
      ['shown', 'opening'],
      ...ends,
    ],
  },
  {
    name: 'an opt-out whose page has been at the address',
    errand: errandOf({ arrived: true }),
    rows: [
      ['read not-found', 'listing: open-list'],
      ['read wrong-page', 'listing: open-list'],
      ['read timeout', 'listing: open-list'],
      ['read unreachable', 'listing: open-list'],
      ['read on', 'pressing: store on, press'],
      ['read off', 'ended already-there: store off'],
      ['read locked-on', 'ended locked: store locked-on'],
      ['read locked-off', 'ended already-there: store locked-off'],
      ['read absent', 'ended not-offered: store absent'],
      ['read *', couldNotRead],
      ['stopped wrong-page', 'ended left-page'],
      ['stopped *', couldNotRead],
      ['pressed *', 'opening'],
      ['arrived', 'opening'],
      ['resumed', 'opening'],
      ['shown', 'opening'],
      ...ends,
    ],
  },
  {
    name: 'an opt-out in the last page that it may load',
    errand: errandOf({ loads: MAX_LOADS }),
    rows: [
      ['read on', 'pressing: store on, press'],
      ['read off', 'ended already-there: store off'],
      ['read locked-on', 'ended locked: store locked-on'],
      ['read locked-off', 'ended already-there: store locked-off'],
      ['read absent', 'ended not-offered: store absent'],
      ['read *', couldNotRead],
      ['stopped *', couldNotRead],
      ['pressed *', 'opening'],
      ['arrived', 'opening'],
      ['resumed', 'opening'],
      ['shown', 'opening'],
      ...ends,
    ],
  },
  {
    name: 'an opt-out of a setting that is on no list',
    errand: errandOf({ hasList: false }),
    rows: [
      ['read on', 'pressing: store on, press'],
      ['read off', 'ended already-there: store off'],
      ['read locked-on', 'ended locked: store locked-on'],
      ['read locked-off', 'ended already-there: store locked-off'],
      ['read absent', 'ended not-offered: store absent'],
      ['read *', couldNotRead],
      ['stopped *', couldNotRead],
      ['pressed *', 'opening'],
      ['arrived', 'opening'],
      ['resumed', 'opening'],
      ['shown', 'opening'],
      ...ends,
    ],
  },
  {
    name: 'a guide',
    errand: errandOf({ kind: 'guide', arrived: true }),
    rows: [
      ['read on', 'opening: store on'],
      ['read off', 'opening: store off'],
      ['read locked-on', 'opening: store locked-on'],
      ['read locked-off', 'opening: store locked-off'],
      ['read absent', 'opening: store absent'],
      ['read *', couldNotRead],
      ['stopped wrong-page', 'ended left-page'],
      ['stopped *', couldNotRead],
      ['pressed *', 'opening'],
      ['arrived', 'opening'],
      ['resumed', 'opening'],
      ['shown', 'ended shown'],
      ...ends,
    ],
  },
  {
    name: 'a check that looks at the list',
    errand: errandOf({
      kind: 'check',
      step: 'listing',
      loads: 2,
      arrived: true,
      unread: 'not-found',
    }),
    rows: [
      ['read on', 'ended read: store on'],
      ['read off', 'ended read: store off'],
      ['read locked-on', 'ended read: store locked-on'],
      ['read locked-off', 'ended read: store locked-off'],
      ['read absent', 'ended read: store absent'],
      ['read *', 'ended could-not-read (not-found): store not-found'],
      ['stopped wrong-page', 'ended could-not-read (not-found): store not-found'],
      ['stopped *', couldNotRead],
      ['pressed *', 'listing'],
      ['arrived', 'listing'],
      ['resumed', 'listing'],
      ['shown', 'listing'],
      ...ends,
    ],
  },
  {
    name: 'an opt-out that looks at the list',
    errand: errandOf({ step: 'listing', loads: 2, unread: 'wrong-page' }),
    rows: [
      ['read on', 'pressing: store on, press'],
      ['read off', 'ended already-there: store off'],
      ['read locked-on', 'ended locked: store locked-on'],
      ['read locked-off', 'ended already-there: store locked-off'],
      ['read absent', 'ended not-offered: store absent'],
      ['read *', 'ended could-not-read (wrong-page): store wrong-page'],
      ['stopped wrong-page', 'ended could-not-read (wrong-page): store wrong-page'],
      ['stopped *', couldNotRead],
      ['pressed *', 'listing'],
      ['arrived', 'listing'],
      ['resumed', 'listing'],
      ['shown', 'listing'],
      ...ends,
    ],
  },
  {
    name: 'a check that was not sent to the list yet',
    errand: errandOf({
      kind: 'check',
      step: 'listing',
      loads: 2,
      arrived: true,
      unread: 'not-found',
      unreadIn: 'A',
    }),
    rows: [
      ['read * @A', 'listing: open-list'],
      ['read on @B', 'ended read: store on'],
      ['read off @B', 'ended read: store off'],
      ['read locked-on @B', 'ended read: store locked-on'],
      ['read locked-off @B', 'ended read: store locked-off'],
      ['read absent @B', 'ended read: store absent'],
      ['read * @B', 'ended could-not-read (not-found): store not-found'],
      ['stopped wrong-page', 'ended could-not-read (not-found): store not-found'],
      ['stopped *', couldNotRead],
      ['pressed *', 'listing'],
      ['arrived', 'listing'],
      ['resumed', 'listing'],
      ['shown', 'listing'],
      ...ends,
    ],
  },
  {
    name: 'an opt-out that waits for what the press did',
    errand: errandOf({ step: 'pressing', arrived: true, pressedIn: 'A' }),
    rows: [
      // The page asks again, as the answer to its first reading was lost.
      ['read on @A touched', 'pressing'],
      ['read on @A restored', 'pressing'],
      ['read on @A', 'pressing: press'],
      ['read * @A', 'pressing'],
      ['read on @B unsettled', 'pressing: store on'],
      ['read on @B', 'ended interrupted: store on'],
      ['read off @B restored', 'pressing: reload'],
      ['read off @B touched', 'ended unverified (unsettled): store off'],
      ['read off @B', 'ended done: store off'],
      ['read locked-on @B unsettled', 'pressing: store locked-on'],
      ['read locked-on @B', 'ended interrupted: store locked-on'],
      ['read locked-off @B restored', 'pressing: reload'],
      ['read locked-off @B touched', 'ended unverified (unsettled): store locked-off'],
      ['read locked-off @B', 'ended done: store locked-off'],
      ['read absent @B', 'ended unverified (not-found): store absent'],
      ['read * @B', unverified],
      ['pressed moved @A', 'verifying: reload'],
      ['pressed sprang-back @A', 'verifying: reload'],
      ['pressed no-effect @A', 'verifying: reload'],
      ['pressed could-not-save @A', 'verifying: reload'],
      ['pressed lost @A', 'verifying: reload'],
      ['pressed unreadable @A', 'ended could-not-read (unreadable): store unreadable'],
      ['pressed * @A', 'ended *'],
      ['pressed * @B', 'pressing'],
      ['stopped *', unverified],
      ['arrived', 'pressing'],
      ['resumed', 'pressing'],
      ['shown', 'pressing'],
      ['tab-closed', 'ended tab-closed: store timeout'],
      ['restarted', 'ended restarted: store timeout'],
      ['access-lost', 'ended no-access: store timeout'],
      ['overdue', 'ended unverified (timeout): store timeout'],
    ],
  },
  {
    name: 'an opt-out that pressed in the last page that it may load',
    errand: errandOf({ step: 'pressing', arrived: true, pressedIn: 'A', loads: MAX_LOADS }),
    rows: [
      ['read on @A touched', 'pressing'],
      ['read on @A restored', 'pressing'],
      ['read on @A', 'pressing: press'],
      ['read * @A', 'pressing'],
      ['read on @B unsettled', 'pressing: store on'],
      ['read on @B', 'ended interrupted: store on'],
      ['read off @B restored', 'ended unverified (unsettled): store off'],
      ['read off @B touched', 'ended unverified (unsettled): store off'],
      ['read off @B', 'ended done: store off'],
      ['read locked-on @B unsettled', 'pressing: store locked-on'],
      ['read locked-on @B', 'ended interrupted: store locked-on'],
      ['read locked-off @B restored', 'ended unverified (unsettled): store locked-off'],
      ['read locked-off @B touched', 'ended unverified (unsettled): store locked-off'],
      ['read locked-off @B', 'ended done: store locked-off'],
      ['read absent @B', 'ended unverified (not-found): store absent'],
      ['read * @B', unverified],
      ['pressed moved @A', 'ended unverified (timeout): store timeout'],
      ['pressed sprang-back @A', 'ended unverified (timeout): store timeout'],
      ['pressed no-effect @A', 'ended unverified (timeout): store timeout'],
      ['pressed could-not-save @A', 'ended unverified (timeout): store timeout'],
      ['pressed lost @A', 'ended unverified (timeout): store timeout'],
      ['pressed unreadable @A', 'ended could-not-read (unreadable): store unreadable'],
      ['pressed * @A', 'ended *'],
      ['pressed * @B', 'pressing'],
      ['stopped *', unverified],
      ['arrived', 'pressing'],
      ['resumed', 'pressing'],
      ['shown', 'pressing'],
      ['tab-closed', 'ended tab-closed: store timeout'],
      ['restarted', 'ended restarted: store timeout'],
      ['access-lost', 'ended no-access: store timeout'],
      ['overdue', 'ended unverified (timeout): store timeout'],
    ],
  },
  {
    name: 'an opt-out that reads again after a reload',
    errand: errandOf({
      step: 'verifying',
      loads: 2,
      arrived: true,
      pressedIn: 'A',
      press: { result: 'moved', saved: true },
    }),
    rows: [
      ['read * @A', 'verifying'],
      ['read on @B unsettled', 'verifying: store on'],
      ['read on @B', 'ended not-saved: store on'],
      ['read off @B restored', 'verifying: reload'],
      ['read off @B touched', 'ended unverified (unsettled): store off'],
      ['read off @B', 'ended done: store off'],
      ['read locked-on @B unsettled', 'verifying: store locked-on'],
      ['read locked-on @B', 'ended not-saved: store locked-on'],
      ['read locked-off @B restored', 'verifying: reload'],
      ['read locked-off @B touched', 'ended unverified (unsettled): store locked-off'],
      ['read locked-off @B', 'ended done: store locked-off'],
      ['read absent @B', 'ended unverified (not-found): store absent'],
      ['read * @B', unverified],
      // The page is still there: it was not reloaded, as the answer was lost.
      ['pressed moved @A', 'verifying: reload'],
      ['pressed sprang-back @A', 'verifying: reload'],
      ['pressed no-effect @A', 'verifying: reload'],
      ['pressed could-not-save @A', 'verifying: reload'],
      ['pressed lost @A', 'verifying: reload'],
      ['pressed *', 'verifying'],
      ['stopped *', unverified],
      ['arrived', 'verifying'],
      ['resumed', 'verifying'],
      ['shown', 'verifying'],
      ['tab-closed', 'ended tab-closed: store timeout'],
      ['restarted', 'ended restarted: store timeout'],
      ['access-lost', 'ended no-access: store timeout'],
      ['overdue', 'ended unverified (timeout): store timeout'],
    ],
  },
  {
    name: 'an errand that has ended',
    errand: errandOf({
      step: 'ended',
      loads: 2,
      pressedIn: 'A',
      outcome: { code: 'not-saved' },
      endedAt: NOW,
    }),
    rows: [
      ['read *', 'ended not-saved'],
      ['pressed *', 'ended not-saved'],
      ['stopped *', 'ended not-saved'],
      ['arrived', 'ended not-saved'],
      ['resumed', 'ended not-saved'],
      ['shown', 'ended not-saved'],
      ['tab-closed', 'ended not-saved'],
      ['restarted', 'ended not-saved'],
      ['access-lost', 'ended not-saved'],
      ['overdue', 'ended not-saved'],
    ],
  },
];

function rowFor({ rows }: Rows, event: string) {
  for (const [index, [pattern, expected]] of rows.entries()) {
    const form = pattern.replace('*', '([\\w-]+)');
    const found = new RegExp(`^${form}( @[AB])?( touched| restored| unsettled)?$`).exec(event);
    if (!found) continue;
    return { index, expected: expected.replaceAll('*', found[1] ?? '*') };
  }
  return undefined;
}

const cases = table.flatMap((start) =>
  events.map(([name, event]) => ({
    start: start.name,
    rows: start,
    name,
    event,
    row: rowFor(start, name),
  })),
);

describe('every step meets every event', () => {
  const named = cases.map((one) => [one.start, one.name, one.row?.expected, one] as const);

  test.each(named)('%s, on %s: %s', (_, __, expected, { rows, event }) => {
    expect(told(advance(rows.errand, event, NOW))).toBe(expected);
  });

  test('no event is without a row, no row without an event, and no step without either', () => {
    expect(cases.filter(({ row }) => row === undefined)).toEqual([]);
    const idle = table.flatMap((start) =>
      start.rows
        .filter(
          (_, index) => !cases.some(({ rows, row }) => rows === start && row?.index === index),
        )
        .map(([pattern]) => `${start.name}: ${pattern}`),
    );
    expect(idle).toEqual([]);
    expect(new Set(table.map(({ errand }) => errand.step))).toEqual(
      new Set(Errand.shape.step.options),
    );
    expect(events).toHaveLength(2 * (1 + 4 * 16 + 11) + 17);
    expect(cases).toHaveLength(13 * 169);
  });

  test('every outcome can come of it, and no other', () => {
    const codes = new Set(
      cases.flatMap(({ rows, event }) => {
        const { outcome } = advance(rows.errand, event, NOW).errand;
        return outcome ? [outcome.code] : [];
      }),
    );
    // Of what came of a press the load after it speaks.
    const further = ['could-not-save', 'keeps-springing-back', 'no-effect', 'sprang-back'];
    expect([...codes, ...further].toSorted()).toEqual([...outcomeCodes].toSorted());
  });

  test('an errand that ends says when', () => {
    const silent = cases.filter(({ rows, event }) => {
      const { errand } = advance(rows.errand, event, NOW);
      return (errand.step === 'ended') !== (errand.endedAt === NOW);
    });
    expect(silent).toEqual([]);
    expect(cases.length).toBeGreaterThan(1_000);
  });

  test('what a page says is stored as it says it, touched or not', () => {
    const stores = cases.flatMap(({ rows, name, event }) =>
      advance(rows.errand, event, NOW).effects.flatMap((effect) =>
        effect.do === 'store' ? [{ name, event, effect }] : [],
      ),
    );
    const wrong = stores.filter(({ event, effect }) => {
      if (event.type === 'read' && event.reading === effect.reading) {
        return event.provenance !== effect.provenance || event.touched !== effect.touched;
      }
      // What is not passed on is only ever that nothing could be read.
      return effect.reading.state !== 'unknown' || !isFresh(effect);
    });
    expect(wrong).toEqual([]);
    expect(stores.filter(({ effect }) => !isFresh(effect)).length).toBeGreaterThan(80);
    expect(stores.filter(({ effect }) => isFresh(effect)).length).toBeGreaterThan(80);
  });

  test.each(positions)('only a switch that says the opposite of %s is pressed', (target) => {
    const steps = ['opening', 'listing', 'pressing', 'verifying'] as const;
    const pressedAt = steps.flatMap((step) =>
      events
        .filter(([, event]) =>
          advance(errandOf({ step, target, loads: 2, pressedIn: 'A' }), event, NOW).effects.some(
            (effect) => effect.do === 'press',
          ),
        )
        .map(([name]) => `${step}: ${name}`),
    );
    const opposite = target === 'on' ? 'off' : 'on';
    expect(pressedAt).toEqual([
      ...['opening', 'listing'].flatMap((step) =>
        ['@A', '@B'].flatMap((load) =>
          ['', ' touched', ' unsettled', ' restored'].map(
            (how) => `${step}: read ${opposite} ${load}${how}`,
          ),
        ),
      ),
      `pressing: read ${opposite} @A`,
      `pressing: read ${opposite} @A unsettled`,
    ]);
  });

  test('what cannot be read when it is to be pressed is stored as unknown, and why', () => {
    const pressing = errandOf({ step: 'pressing', loads: 2, arrived: true, pressedIn: 'A' });
    const unreadable = { type: 'pressed', result: 'unreadable', saved: false, load: 'A' } as const;
    expect(advance(pressing, unreadable, NOW)).toEqual({
      errand: {
        ...pressing,
        step: 'ended',
        outcome: { code: 'could-not-read', reason: 'unreadable' },
        endedAt: NOW,
      },
      effects: [
        {
          do: 'store',
          reading: { state: 'unknown', reason: 'unreadable' },
          ...loaded,
        },
      ],
    });
  });

  test('a page whose control somebody has touched is not told again to press', () => {
    const pressing = errandOf({ step: 'pressing', pressedIn: 'A' });
    const again = { type: 'read', reading: { state: 'on' }, load: 'A' } as const;
    expect(advance(pressing, { ...again, ...loaded }, NOW).effects).toEqual([
      { do: 'press', target: 'off' },
    ]);
    expect(advance(pressing, { ...again, ...loaded, touched: true }, NOW).effects).toEqual([]);
  });
});

describe('whatever came of a press, what is read after a reload decides', () => {
  const comesOf = (result: PressResult, saved: boolean, reading: Reading) => {
    const pressing = errandOf({ step: 'pressing', arrived: true, pressedIn: 'A' });
    const event: ErrandEvent = { type: 'pressed', result, saved, load: 'A' };
    const pressed = advance(pressing, event, NOW);
    expect(told(pressed)).toBe('verifying: reload');
    return told(advance(pressed.errand, { type: 'read', reading, ...loaded, load: 'B' }, NOW));
  };

  test.each(pressedResults)('it is off after %s: done', (result) => {
    expect(comesOf(result, false, { state: 'off' })).toBe('ended done: store off');
  });

  test.each(pressedResults)('it cannot be read after %s: nobody knows', (result) => {
    const reading = { state: 'unknown', reason: 'not-found' } as const;
    expect(comesOf(result, true, reading)).toBe('ended unverified (not-found): store not-found');
  });

  test.each<[PressResult, boolean, string]>([
    ['moved', true, 'not-saved'],
    // Our own reload may have cut its request off.
    ['moved', false, 'interrupted'],
    ['sprang-back', true, 'sprang-back'],
    ['sprang-back', false, 'sprang-back'],
    ['no-effect', false, 'no-effect'],
    ['could-not-save', false, 'could-not-save'],
    ['no-effect', true, 'no-effect'],
    ['lost', true, 'interrupted'],
    ['lost', false, 'interrupted'],
  ])('it is on after %s, with the save answered: %s: %s', (result, saved, code) => {
    expect(comesOf(result, saved, { state: 'on' })).toBe(`ended ${code}: store on`);
  });
});

const pressingKinds: readonly ErrandKind[] = ['opt-out', 'undo'];
const advancedTo = [...outcomeCodes].toSorted();

/** What has happened to one errand so far. */
interface History {
  readonly errand: Errand;
  readonly pressedIn: ReadonlySet<string>;
  readonly opened: number;
  readonly trail: string;
}

/** What must hold after any event; a sentence for each thing that does not. */
function brokenBy(before: History, event: ErrandEvent, { errand, effects }: Advance): string[] {
  const broken: string[] = [];
  const say = (what: string) => broken.push(`${what} after ${before.trail}`);
  const presses = effects.filter((effect) => effect.do === 'press').length;
  const load = 'load' in event ? event.load : undefined;

  if (before.errand.step === 'ended' && (errand !== before.errand || effects.length > 0)) {
    say('an ended errand changed');
  }
  if (presses > 1) say('pressed twice at once');
  if (presses > 0) {
    const opposite = errand.target === 'on' ? 'off' : 'on';
    if (event.type !== 'read' || event.reading.state !== opposite) say('pressed what it may not');
    if (!pressingKinds.includes(errand.kind)) say(`a ${errand.kind} pressed`);
    if (load === undefined || errand.pressedIn !== load) say('pressed in a load it does not name');
    if (before.pressedIn.size > 0 && !before.pressedIn.has(load ?? '')) say('pressed in two loads');
    if (before.errand.step !== 'pressing' && before.pressedIn.size > 0) say('pressed once more');
  }
  if (errand.loads > MAX_LOADS) say('loaded too much');
  if (errand.loads !== before.opened + opens(effects)) say('loads miscounted');
  if ((errand.step === 'ended') !== (errand.outcome !== undefined))
    say('outcome and step disagree');

  if (errand.outcome?.code === 'done' && before.errand.step !== 'ended') {
    const proven =
      event.type === 'read' &&
      isFresh(event) &&
      positionOf(event.reading) === errand.target &&
      errand.pressedIn !== undefined &&
      event.load !== errand.pressedIn;
    if (!proven) say('done without proof');
  }
  const reassured = effects.some(
    (effect) => effect.do === 'store' && positionOf(effect.reading) === errand.target,
  );
  if (reassured && pressingKinds.includes(errand.kind) && errand.step !== 'ended') {
    say('reassured before the end');
  }
  return broken;
}

function opens(effects: readonly Effect[]): number {
  return effects.filter((effect) => effect.do === 'reload' || effect.do === 'open-list').length;
}

function next(before: History, name: string, event: ErrandEvent) {
  const trail = `${before.trail}, ${name}`;
  const advanced = advance(before.errand, event, NOW);
  const { errand, effects } = advanced;
  const load = 'load' in event ? event.load : '';
  const presses = effects.some((effect) => effect.do === 'press');
  const after: History = {
    errand,
    pressedIn: presses ? new Set([...before.pressedIn, load]) : before.pressedIn,
    opened: before.opened + opens(effects),
    trail,
  };
  return { after, broken: brokenBy({ ...before, trail }, event, advanced) };
}

const starts = errandKinds.flatMap((kind) =>
  positions.flatMap((target) => [
    start(kind, target),
    start(kind, target, { sprungBack: { kind, times: 1 } }),
  ]),
);

function start(kind: ErrandKind, target: Errand['target'], over: Partial<Errand> = {}): History {
  return {
    errand: errandOf({ kind, target, ...over }),
    pressedIn: new Set(),
    opened: 1,
    trail: `${kind} to ${target}`,
  };
}

function valuesOf({ errand, pressedIn, opened }: History): string {
  return JSON.stringify([errand, [...pressedIn], opened]);
}

/** More histories than can come about: an errand that never ends reaches it. */
const MOST = 200_000;

describe('whatever happens', () => {
  // What can follow depends on nothing but the history's own values: each is followed once, by all events.
  test('in every run, however long: one load pressed in, few loads, proof before done', () => {
    const broken: string[] = [];
    const ended = new Set<string>();
    const misshapen: string[] = [];
    const known = new Set(starts.map(valuesOf));
    const toFollow = [...starts];
    for (const before of toFollow) {
      if (!Errand.safeParse(before.errand).success) misshapen.push(before.trail);
      if (before.errand.outcome) ended.add(before.errand.outcome.code);
      for (const [name, event] of events) {
        const { after, broken: found } = next(before, name, event);
        if (found.length > 0 && broken.length < 5) broken.push(...found);
        const isSame = after.errand === before.errand && after.pressedIn === before.pressedIn;
        if (isSame && after.opened === before.opened) continue;
        const values = valuesOf(after);
        if (known.has(values) || known.size >= MOST) continue;
        known.add(values);
        toFollow.push(after);
      }
    }

    expect(broken).toEqual([]);
    expect(misshapen).toEqual([]);
    expect(starts).toHaveLength(16);
    expect(known.size).toBeGreaterThan(500);
    expect(known.size).toBeLessThan(MOST);
    expect([...ended].toSorted()).toEqual(advancedTo);
  }, 300_000);

  test('in long runs drawn by lot, over four loads', () => {
    const draw = lot(20_261_123);
    const pick = <T>(all: readonly T[]): T => all[Math.floor(draw() * all.length)] as T;
    // Most of what is drawn is what a page says: little follows once a tab was closed.
    const types = [...new Set(events.map(([, { type }]) => type))];
    const ofType = types.map((type) => events.filter(([, event]) => event.type === type));
    const sides = events.filter(
      ([, event]) => event.type === 'read' && positionOf(event.reading) !== undefined,
    );
    const spoken = [...ofType.filter((all) => all.every(([, event]) => 'load' in event)), sides];
    const broken: string[] = [];
    const ended = new Set<string>();
    let misshapen = 0;

    for (let run = 0; run < 20_000; run++) {
      let history = pick(starts);
      for (let step = 0; step < 14; step++) {
        const [name, drawn] = pick(pick(draw() < 0.9 ? spoken : ofType));
        const load = pick(['A', 'A', 'A', 'B', 'C', 'D']);
        const event = { ...drawn, ...('load' in drawn && { load }) };
        const { after, broken: found } = next(history, `${name} (${load})`, event as ErrandEvent);
        if (found.length > 0 && broken.length < 5) broken.push(...found);
        history = after;
      }
      if (!Errand.safeParse(history.errand).success) misshapen += 1;
      if (history.errand.outcome) ended.add(history.errand.outcome.code);
    }

    expect(broken).toEqual([]);
    expect(misshapen).toBe(0);
    expect([types.length, spoken.length]).toEqual([10, 4]);
    // Each outcome was drawn, so none of them went unlooked at.
    expect([...ended].toSorted()).toEqual(advancedTo);
  }, 300_000);
});

/** mulberry32: the same numbers on every run. */
function lot(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('an errand under way', () => {
  const begun: Errand = {
    id: 'e',
    key: 'linkedin/ai-training',
    scope: firstScope,
    kind: 'opt-out',
    target: 'off',
    tabId: 1,
    session: 'session-1',
    step: 'opening',
    loads: 1,
    startedAt: 1_000_000,
    arrived: false,
    hasList: true,
  };
  test.each<[string, Partial<Errand>, Errand['kind'], number, boolean]>([
    ['the same click again goes on', {}, 'opt-out', 4_999, true],
    ['the same button later begins anew', {}, 'opt-out', 5_000, false],
    ['by a clock set back it begins anew', {}, 'opt-out', -1, false],
    ['another button begins anew', {}, 'guide', 100, false],
    ['one that has pressed goes on', { step: 'pressing', pressedIn: 'a' }, 'check', 60_000, true],
    ['one that verifies goes on', { step: 'verifying', pressedIn: 'a' }, 'opt-out', 60_000, true],
    ['an undoing that has pressed goes on', { kind: 'undo', pressedIn: 'a' }, 'opt-out', 9, true],
    ['one that has ended does not', { step: 'ended', pressedIn: 'a' }, 'opt-out', 100, false],
  ])('%s', (_, over, kind, after, goes) => {
    expect(goesOn({ ...begun, ...over }, kind, begun.startedAt + after)).toBe(goes);
  });
});

describe('a background that is woken', () => {
  const left = { arrived: true, load: 'A', loads: 2 };
  const verifying = errandOf({ ...left, step: 'verifying', pressedIn: 'A' });
  const listing = errandOf({ ...left, step: 'listing', unread: 'not-found', unreadIn: 'A' });

  test.each<[string, Errand, string]>([
    ['reloads a page that was not reloaded', verifying, 'verifying: reload'],
    ['waits for one that was', { ...verifying, load: 'B' }, 'verifying'],
    ['opens a list that was not opened', listing, 'listing: open-list'],
    ['waits for one that was', { ...listing, load: 'B' }, 'listing'],
    ['loads no more than it may', { ...verifying, loads: MAX_LOADS }, 'verifying'],
  ])('%s', (_, errand, expected) => {
    expect(told(advance(errand, { type: 'resumed' }, NOW))).toBe(expected);
  });
});

describe('a page that puts its switch back', () => {
  const pressing = (before: Errand | null, kind: ErrandKind) => {
    const sprungBack = sprungBackSoFar(before);
    return errandOf({
      kind,
      step: 'pressing',
      pressedIn: 'A',
      ...(sprungBack && { sprungBack }),
    });
  };
  const springsBack = (before: Errand | null, kind: ErrandKind = 'opt-out') => {
    const event = { type: 'pressed', result: 'sprang-back', saved: true, load: 'A' } as const;
    const { errand } = advance(pressing(before, kind), event, NOW);
    const reading = { state: errand.target === 'off' ? 'on' : 'off' } as const;
    return advance(errand, { type: 'read', reading, ...loaded, load: 'B' }, NOW).errand;
  };
  const endedAs = (before: Errand, kind: ErrandKind, code: Errand['outcome'] & object) => ({
    ...pressing(before, kind),
    step: 'ended' as const,
    outcome: code,
  });
  const codeOf = ({ outcome }: Errand) => outcome?.code;

  test('is told of as such once, and as not to be fought from then on', () => {
    const first = springsBack(null);
    const second = springsBack(first);
    const third = springsBack(second);
    expect([first, second, third].map(codeOf)).toEqual([
      'sprang-back',
      'keeps-springing-back',
      'keeps-springing-back',
    ]);
    expect(
      [null, first, second, third].map((errand) => keepsSpringingBack(errand, 'opt-out')),
    ).toEqual([false, false, true, true]);
  });

  test.each([
    ['check', 'read'],
    ['guide', 'shown'],
    ['guide', 'tab-closed'],
    ['opt-out', 'no-effect'],
  ] as const)('is remembered over a %s that ends %s', (kind, code) => {
    const first = endedAs(springsBack(null), kind, { code });
    expect(keepsSpringingBack(first, 'opt-out')).toBe(false);
    const second = springsBack(first);
    expect(codeOf(second)).toBe('keeps-springing-back');
    expect(keepsSpringingBack(endedAs(second, kind, { code }), 'opt-out')).toBe(true);
  });

  test.each(['done', 'already-there'] as const)(
    'is told of anew once the switch was seen where it was wanted: %s',
    (code) => {
      const twice = springsBack(springsBack(null));
      const good = endedAs(twice, 'opt-out', { code });
      expect(keepsSpringingBack(good, 'opt-out')).toBe(false);
      expect(codeOf(springsBack(good))).toBe('sprang-back');
    },
  );

  test('is told of anew for another kind of errand', () => {
    const twice = springsBack(springsBack(null));
    expect(keepsSpringingBack(twice, 'undo')).toBe(false);
    expect(codeOf(springsBack(twice, 'undo'))).toBe('sprang-back');
  });
});

test.each([
  ['opt-out', 'off', 'off'],
  ['opt-out', 'on', 'on'],
  ['undo', 'off', 'on'],
  ['undo', 'on', 'off'],
] as const)('a %s of what protects when %s wants it %s', (kind, protectedWhen, target) => {
  expect(targetOf(kind, protectedWhen)).toBe(target);
});

import { describe, expect, test } from 'vitest';
import { mayBeUndone } from '../../../src/core/errand/may-be-undone.ts';
import {
  Finding,
  nextFinding,
  type Observed,
  withoutFlipBack,
} from '../../../src/core/reading/finding.ts';
import type { Observation } from '../../../src/core/reading/observation.ts';
import { type Unloaded, unloaded } from '../../../src/core/reading/provenance.ts';
import {
  isSignedOut,
  positionOf,
  type Reading,
  unknownReasons,
} from '../../../src/core/reading/reading.ts';

const THEN = Date.UTC(2026, 0, 1);
const NOW = Date.UTC(2026, 10, 23);
const EARLIER = THEN - 1_000;

function seen(reading: Reading, over: Partial<Observation> = {}): Observation {
  return { reading, fresh: true, cause: 'unknown', at: NOW, ...over };
}

const readable: readonly [string, Reading, 'on' | 'off'][] = [
  ['on', { state: 'on', strategy: 'known-id' }, 'on'],
  ['off', { state: 'off', strategy: 'name' }, 'off'],
  ['locked on', { state: 'locked', position: 'on' }, 'on'],
  ['locked off', { state: 'locked', position: 'off' }, 'off'],
];

const unreadable: readonly [string, Reading][] = [
  ['absent', { state: 'absent' }],
  ...unknownReasons.map((reason): [string, Reading] => [
    `unknown (${reason})`,
    { state: 'unknown', reason },
  ]),
];

const before: readonly [string, Finding | null, Finding['lastReadable']][] = [
  ['nothing', null, undefined],
  ...readable.map(([name, reading, position]): [string, Finding, Finding['lastReadable']] => [
    name,
    { reading, readAt: THEN, fresh: true },
    { position, readAt: THEN },
  ]),
  ['an unknown', { reading: { state: 'absent' }, readAt: THEN, fresh: true }, undefined],
  [
    'an unknown that followed an off',
    {
      reading: { state: 'unknown', reason: 'timeout' },
      readAt: THEN,
      fresh: true,
      lastReadable: { position: 'off', readAt: EARLIER },
    },
    { position: 'off', readAt: EARLIER },
  ],
];

describe('a reading that says a side', () => {
  const rows = before.flatMap(([was, previous]) =>
    readable.map(([name, reading]) => ({ was, previous, name, reading })),
  );

  test.each(rows)('$name after $was stands alone', ({ previous, reading }) => {
    const { held: _, ...finding } = nextFinding(previous, seen(reading, { fresh: false }), 'off');
    expect(finding).toEqual({ reading, readAt: NOW, fresh: false });
  });

  test('each side after everything that was', () => {
    expect(rows).toHaveLength(4 * 7);
  });
});

describe('a reading that says no side', () => {
  const rows = before.flatMap(([was, previous, last]) =>
    unreadable.map(([name, reading]) => ({ was, previous, last, name, reading })),
  );

  test.each(rows)(
    '$name after $was keeps when it was last readable',
    ({ previous, last, reading }) => {
      const next = nextFinding(previous, seen(reading), 'off');
      // What was ticked and not saved lifts no warning.
      const isUnsaved = reading.state === 'unknown' && reading.reason === 'unsaved';
      const warned = previous && positionOf(previous.reading) === 'on';
      if (isUnsaved && warned) return expect(next).toBe(previous);
      expect(next).toEqual({
        reading,
        readAt: NOW,
        fresh: true,
        ...(last && { lastReadable: last }),
        ...(isSignedOut(reading) && { warnedIn: NOW }),
      });
    },
  );

  test('each reason after everything that was', () => {
    expect(rows).toHaveLength((1 + unknownReasons.length) * 7);
  });
});

test('what was last readable survives any number of unknowns, and ends with the next side', () => {
  let finding = nextFinding(null, seen({ state: 'off' }, { at: THEN }), 'off');
  for (const [index, [, reading]] of unreadable.entries()) {
    finding = nextFinding(finding, seen(reading, { at: THEN + index + 1 }), 'off');
  }
  expect(finding.lastReadable).toEqual({ position: 'off', readAt: THEN });
  finding = nextFinding(finding, seen({ state: 'on' }), 'off');
  expect(finding.lastReadable).toBeUndefined();
});

test('what was found before is left as it was', () => {
  const previous: Finding = { reading: { state: 'off' }, readAt: THEN, fresh: true };
  nextFinding(previous, seen({ state: 'absent' }), 'off');
  expect(previous).toEqual({ reading: { state: 'off' }, readAt: THEN, fresh: true });
});

test('every finding may be stored', () => {
  const all = before.flatMap(([, previous]) =>
    [...readable, ...unreadable].map(([, reading]) => nextFinding(previous, seen(reading), 'off')),
  );
  expect(all.filter((finding) => !Finding.safeParse(finding).success)).toEqual([]);
  expect(all).toHaveLength(7 * 16);
});

const held = { since: THEN, cause: 'errand', verifiedAt: THEN } as const;
const wasOff: Finding = { reading: { state: 'off' }, readAt: THEN, fresh: true, held };

describe('a page that was not loaded for the reading', () => {
  test.each(unloaded)('%s: it is kept why, and nothing is verified', (why) => {
    const next = nextFinding(
      wasOff,
      { ...seen({ state: 'off' }, { fresh: false }), unloaded: why },
      'off',
    );
    expect(next).toEqual({
      reading: { state: 'off' },
      readAt: NOW,
      fresh: false,
      unloaded: why,
      held,
    });
    expect(Finding.safeParse(next).success).toBe(true);
  });

  test.each<[Unloaded, boolean]>([
    ['prerendered', true],
    // The service may draw it from what it had kept in the page.
    ['moved-to', false],
    // The person may have moved it there while nobody watched.
    ['restored', false],
    ['already-open', false],
  ])('%s: a switch that was off and is on has flipped back: %s', (why, isTold) => {
    const next = nextFinding(
      wasOff,
      { ...seen({ state: 'on' }, { fresh: false }), unloaded: why },
      'off',
    );
    expect(next.reading).toEqual({ state: 'on' });
    expect(next.flipBack !== undefined).toBe(isTold);
  });
});

describe('a page that may be older than the proof that the switch was off', () => {
  const on = { state: 'on' } as const;
  const olderPages: readonly [string, Partial<Observed>][] = [
    ['it has stood so since before', { standsSince: THEN - 1 }],
    ['it was moved to without a load', { standsSince: NOW, fresh: false, unloaded: 'moved-to' }],
  ];

  test.each(olderPages)('%s: it warns, and accuses nobody', (_, how) => {
    const next = nextFinding(wasOff, { ...seen(on), ...how }, 'off');
    expect(next).toMatchObject({ reading: on, held });
    expect(next).not.toHaveProperty('flipBack');
  });

  test.each(olderPages)(
    '%s: a page that was loaded since tells that it has flipped back',
    (_, how) => {
      const warned = nextFinding(wasOff, { ...seen(on), ...how }, 'off');
      const next = nextFinding(warned, { ...seen(on), standsSince: NOW }, 'off');
      expect(next.flipBack).toMatchObject({ verifiedAt: THEN });
      expect(next).not.toHaveProperty('held');
    },
  );
});

describe('a switch that flips back', () => {
  const DAY = 24 * 60 * 60 * 1000;
  /** What was seen, a day apart each: reading, cause, and `~` where the page had been touched. */
  type Seen = `${'on' | 'off' | '?'} ${Observation['cause']}${'' | ' ~'}`;
  const flipBackAfter = (...all: readonly Seen[]) =>
    all.reduce<Finding | null>((finding, what, index) => {
      const [state, cause, touched] = what.split(' ') as [
        'on' | 'off' | '?',
        Observation['cause'],
        '~'?,
      ];
      const reading: Reading = state === '?' ? { state: 'unknown', reason: 'timeout' } : { state };
      const at = THEN + index * DAY;
      return nextFinding(finding, { reading, cause, fresh: !touched, at }, 'off');
    }, null)?.flipBack;

  describe('before the page has settled', () => {
    const unsettled = (reading: Reading, cause: Observation['cause'] = 'unknown') => ({
      ...seen(reading, { cause }),
      settled: false,
    });
    const early = nextFinding(wasOff, unsettled({ state: 'on' }), 'off');

    test('is read as on, and accuses nobody yet', () => {
      expect(early).toEqual({ reading: { state: 'on' }, readAt: NOW, fresh: true, held });
    });
    test('is told once the page has settled on it', () => {
      const settled = nextFinding(early, seen({ state: 'on' }, { at: NOW + DAY }), 'off');
      expect(settled).not.toHaveProperty('held');
      expect(settled.flipBack).toMatchObject({ heldSince: THEN, foundAt: NOW + DAY });
    });
    test('is as it was where the page settles on off', () => {
      expect(nextFinding(early, seen({ state: 'off' }), 'off').held).toEqual({
        ...held,
        verifiedAt: NOW,
      });
    });
    test('is held anew where it was pressed meanwhile', () => {
      const pressed = nextFinding(early, seen({ state: 'off' }, { cause: 'errand' }), 'off');
      expect(pressed.held).toEqual({ since: NOW, cause: 'errand', verifiedAt: NOW });
    });
    test.each(['person', 'errand'] as const)('is held no more where the %s moved it', (cause) => {
      const moved = nextFinding(wasOff, unsettled({ state: 'on' }, cause), 'off');
      expect(moved).toEqual({ reading: { state: 'on' }, readAt: NOW, fresh: true });
    });
    test('goes on having flipped back', () => {
      const flipped = nextFinding(wasOff, seen({ state: 'on' }), 'off');
      const later = nextFinding(flipped, { ...unsettled({ state: 'on' }), at: NOW + DAY }, 'off');
      expect(later.flipBack).toEqual(flipped.flipBack);
    });
  });

  test.each<[string, Seen[], Finding['flipBack']]>([
    [
      'that our errand had switched off',
      ['on unknown', 'off errand', 'off unknown', 'on unknown'],
      {
        heldSince: THEN + DAY,
        cause: 'errand',
        verifiedAt: THEN + 2 * DAY,
        foundAt: THEN + 3 * DAY,
      },
    ],
    [
      'that the person had switched off, and that was read again',
      ['off person ~', 'off unknown', 'on unknown'],
      { heldSince: THEN, cause: 'person', verifiedAt: THEN + DAY, foundAt: THEN + 2 * DAY },
    ],
    [
      'over readings that failed',
      ['off errand', '? unknown', 'on unknown', '? unknown', 'on unknown'],
      { heldSince: THEN, cause: 'errand', verifiedAt: THEN, foundAt: THEN + 2 * DAY },
    ],
  ])('is told %s', (_, seen, flipBack) => {
    expect(flipBackAfter(...seen)).toEqual(flipBack);
  });

  test.each<[string, Seen[]]>([
    ['it never was off', ['on unknown', 'on unknown']],
    ['the person switched it on here', ['off errand', 'on person ~']],
    ['we switched it on', ['off errand', 'on errand']],
    ['it was never verified as off', ['on unknown', 'off person ~', 'on unknown']],
    ['it is off again', ['off errand', 'on unknown', 'off unknown']],
    ['the person has moved it since', ['off errand', 'on unknown', 'on person ~']],
  ])('is not told where %s', (_, seen) => {
    expect(flipBackAfter(...seen)).toBeUndefined();
  });

  test('is told on the other side for a switch that protects when it is on', () => {
    const held = nextFinding(null, seen({ state: 'on' }, { at: THEN }), 'on');
    expect(nextFinding(held, seen({ state: 'off' }), 'on').flipBack?.foundAt).toBe(NOW);
  });

  test('is told no more once the person says it was they', () => {
    const held = nextFinding(null, seen({ state: 'off' }, { at: THEN }), 'off');
    const flipped = withoutFlipBack(nextFinding(held, seen({ state: 'on' }), 'off'));
    expect(flipped).toEqual({ reading: { state: 'on' }, readAt: NOW, fresh: true });
    expect(nextFinding(flipped, seen({ state: 'on' }), 'off').flipBack).toBeUndefined();
  });
});

test.each([
  ['our errand put it there', 'errand', true, true],
  ['our errand put it there and nobody verified it', 'errand', false, false],
  ['the person put it there', 'person', true, false],
  ['it was found there', 'unknown', true, false],
] as const)('an opt-out may be undone or not: %s', (_, cause, fresh, may) => {
  const held = nextFinding(null, seen({ state: 'off' }, { cause, fresh }), 'off');
  expect(mayBeUndone(held)).toBe(may);
  expect(mayBeUndone(nextFinding(held, seen({ state: 'on' }), 'off'))).toBe(false);
});

describe('after a sign-out that was seen', () => {
  const off: Reading = { state: 'off' };
  const signedOut = seen({ state: 'unknown', reason: 'signed-out' }, { at: NOW + 1 });
  const opted = nextFinding(null, seen(off, { cause: 'errand' }), 'off');
  const out = nextFinding(opted, signedOut, 'off');

  test('what was verified is nobody known’s: it may not be undone', () => {
    expect(mayBeUndone(opted)).toBe(true);
    expect(mayBeUndone(out)).toBe(false);
    expect(Finding.safeParse(out).success).toBe(true);
  });

  test('off is seen anew, and by whom is not known', () => {
    const next = nextFinding(out, seen(off, { at: NOW + 2 }), 'off');
    expect(next.held).toEqual({ since: NOW + 2, cause: 'unknown', verifiedAt: NOW + 2 });
    expect(mayBeUndone(next)).toBe(false);
  });

  test('on has flipped back, but may be of another account', () => {
    const next = nextFinding(out, seen({ state: 'on' }, { at: NOW + 2 }), 'off');
    expect(next.flipBack).toEqual({
      heldSince: NOW,
      cause: 'errand',
      verifiedAt: NOW,
      foundAt: NOW + 2,
      signedOutSince: true,
    });
    expect(Finding.safeParse(next).success).toBe(true);
  });

  test('what had flipped back before may be of another account', () => {
    const flipped = nextFinding(opted, seen({ state: 'on' }), 'off');
    expect(flipped.flipBack).not.toHaveProperty('signedOutSince');
    expect(nextFinding(flipped, signedOut, 'off').flipBack).toEqual({
      ...flipped.flipBack,
      signedOutSince: true,
    });
  });

  test.each(unknownReasons.filter((reason) => reason !== 'signed-out'))(
    'a reading that is unknown as it is %s cuts nothing off',
    (reason) => {
      const next = nextFinding(opted, seen({ state: 'unknown', reason }), 'off');
      expect(mayBeUndone(next)).toBe(true);
    },
  );
});

describe('what has stood since before a warning', () => {
  const WARNED_AT = NOW - 1_000;
  const off = { state: 'off', strategy: 'known-id' } as const;
  const on = { state: 'on', strategy: 'known-id' } as const;
  const out = { state: 'unknown', reason: 'signed-out' } as const;
  const warnings: readonly [string, Finding][] = [
    ['a switch that is on', nextFinding(null, { ...seen(on), standsSince: WARNED_AT }, 'off')],
    ['a sign-out', nextFinding(null, seen(out, { at: WARNED_AT }), 'off')],
    [
      'a switch that is on, and a page that could not be read',
      nextFinding(
        nextFinding(null, { ...seen(on), standsSince: WARNED_AT }, 'off'),
        seen({ state: 'unknown', reason: 'timeout' }),
        'off',
      ),
    ],
  ];
  const older = { standsSince: WARNED_AT - 1 };

  describe.each(warnings)('%s', (_, warned) => {
    test.each<[string, Reading, boolean]>([
      ['off, as it was loaded', off, true],
      ['off, kept by the browser', off, false],
      ['not offered', { state: 'absent' }, true],
    ])('is not lifted by what it says: %s', (__, reading, fresh) => {
      const observed = { ...seen(reading, { fresh }), ...older };
      expect(nextFinding(warned, observed, 'off')).toBe(warned);
    });

    test('is lifted by a page that was loaded since', () => {
      const observed = { ...seen(off), standsSince: WARNED_AT + 1 };
      expect(nextFinding(warned, observed, 'off')).not.toHaveProperty('warnedIn');
    });

    test('is lifted by the page that warned', () => {
      const observed = { ...seen(off), standsSince: WARNED_AT };
      expect(nextFinding(warned, observed, 'off').reading).toBe(off);
    });

    test.each(['person', 'errand'] as const)(
      'is not lifted by what was moved there before: %s',
      (cause) => {
        const observed = { ...seen(off, { cause, fresh: false }), ...older };
        expect(nextFinding(warned, observed, 'off')).toBe(warned);
      },
    );

    test('is lifted where the person moves the switch there', () => {
      const moved = { ...seen(off, { cause: 'person', fresh: false }), standsSince: NOW };
      expect(nextFinding(warned, moved, 'off').reading).toBe(off);
    });

    test('is not lifted by what has stood since tomorrow, as a wrong clock told', () => {
      const observed = { ...seen(off), standsSince: NOW + 1 };
      expect(nextFinding(warned, observed, 'off')).toBe(warned);
    });

    test('is lifted where a wrong clock told when it was', () => {
      const observed = { ...seen(off, { at: WARNED_AT - 1 }), standsSince: WARNED_AT - 2 };
      expect(nextFinding(warned, observed, 'off').reading).toBe(off);
    });
  });

  test('is warned of by a switch that turns on in an older page', () => {
    const elsewhere = nextFinding(null, { ...seen(off), standsSince: WARNED_AT - 2 }, 'off');
    const turned = nextFinding(elsewhere, { ...seen(on), standsSince: WARNED_AT }, 'off');
    expect(nextFinding(turned, { ...seen(off), ...older }, 'off')).toBe(turned);
  });

  test.each<[Unloaded, boolean]>([
    ['already-open', true],
    ['restored', true],
    // It could not move before somebody watched it.
    ['moved-to', false],
    ['prerendered', false],
  ])('is warned of by a switch that may have turned on unseen: %s, %s', (why, holds) => {
    const how = { fresh: false, at: WARNED_AT };
    const early = { ...seen(on, how), ...older, unloaded: why, settled: false };
    const warned = nextFinding(wasOff, early, 'off');
    const again = nextFinding(warned, { ...seen(on), ...older, unloaded: why }, 'off');
    const beside = { ...seen(off), ...older };
    expect(nextFinding(again, beside, 'off') === again).toBe(holds);
    const since = { ...seen(off), standsSince: WARNED_AT };
    expect(nextFinding(again, since, 'off').reading).toBe(off);
  });

  test('is warned of from now on, where a wrong clock told that it stands since tomorrow', () => {
    const warned = nextFinding(null, { ...seen(on), standsSince: NOW + 60_000 }, 'off');
    expect(warned.warnedIn).toBe(NOW);
  });

  test('is warned of anew, where a wrong clock told when it was warned of last', () => {
    const [[, warned]] = warnings as [(typeof warnings)[0]];
    const wrong = { ...warned, warnedIn: NOW + 60_000 };
    expect(nextFinding(wrong, { ...seen(on), ...older }, 'off').warnedIn).toBe(WARNED_AT - 1);
  });

  test('warns itself, and the newer one goes on counting', () => {
    const [[, warned]] = warnings as [(typeof warnings)[0]];
    const next = nextFinding(warned, { ...seen(on), ...older }, 'off');
    expect(next.warnedIn).toBe(WARNED_AT);
  });
});

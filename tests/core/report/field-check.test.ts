import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/core/reading/reading.ts';
import {
  type Agreement,
  agreementOn,
  answered,
  type FieldVisit,
  outcomeOf,
  pagesOf,
  readIn,
  toOpenFor,
} from '../../../src/core/report/field-check.ts';
import type { SettingStatus } from '../../../src/core/verdict/status.ts';

const STARTED = Date.UTC(2026, 10, 23, 9);
const VISIT: FieldVisit = { startedAt: STARTED, answers: new Map() };
const ABOUT = {
  version: '1.2.3',
  browser: { name: 'chromium', major: 140 },
  day: '2026-11-23',
} as const;

function status(id: string, reading?: Reading, more: { readAt?: number; open?: string } = {}) {
  const { readAt = STARTED + 1_000, open = `https://service.example/${id}` } = more;
  return {
    key: `service/${id}`,
    open,
    finding: reading ? { reading, readAt, fresh: true } : null,
  } as SettingStatus;
}

const ON: Reading = { state: 'on', strategy: 'known-id' };
const OFF: Reading = { state: 'off', strategy: 'known-id' };

describe('pages', () => {
  test('settings of one address are one page, in the order in which they are met', () => {
    const open = 'https://service.example/two';
    const all = [status('a', ON, { open }), status('b'), status('c', OFF, { open })];
    expect(pagesOf(all)).toEqual([
      { open, statuses: [all[0], all[2]] },
      { open: 'https://service.example/b', statuses: [all[1]] },
    ]);
    expect(pagesOf([])).toEqual([]);
  });

  test.each<[string, SettingStatus[], string | undefined]>([
    ['the first, when nothing was read', [status('a'), status('b')], 'service/a'],
    ['the first that was not read', [status('a', ON), status('b')], 'service/b'],
    ['the first again, when all were read', [status('a', ON), status('b', OFF)], 'service/a'],
    [
      'one that was read before this visit',
      [status('a', ON), status('b', OFF, { readAt: STARTED - 1 })],
      'service/b',
    ],
    ['none, on a page without settings', [], undefined],
  ])('is opened for %s', (_, statuses, key) => {
    expect(toOpenFor(VISIT, { open: '', statuses })?.key).toBe(key);
  });
});

describe('what was read in this visit', () => {
  test.each([
    ['before it began', STARTED - 1, false],
    ['when it began', STARTED, true],
    ['later', STARTED + 1, true],
  ])('%s', (_, readAt, counts) => {
    const one = status('a', ON, { readAt });
    expect(readIn(VISIT, one)).toEqual(counts ? one.finding : undefined);
  });

  test('nothing', () => {
    expect(readIn(VISIT, status('a'))).toBeUndefined();
  });
});

describe('what the person says', () => {
  const before = status('a', ON);

  test('is not said until it is, and can be taken back', () => {
    expect(agreementOn(VISIT, before)).toBe('not-said');
    const yes = answered(VISIT, before, 'yes');
    expect(agreementOn(yes, before)).toBe('yes');
    expect(agreementOn(answered(yes, before, 'no'), before)).toBe('no');
    expect(agreementOn(answered(yes, before, 'not-said'), before)).toBe('not-said');
    expect(agreementOn(VISIT, before)).toBe('not-said');
  });

  test.each<[string, SettingStatus, Agreement]>([
    ['the same reading again', status('a', ON, { readAt: STARTED + 9_000 }), 'yes'],
    ['another position', status('a', OFF), 'not-said'],
    ['another strategy', status('a', { state: 'on', strategy: 'name' }), 'not-said'],
    ['no reading any more', status('a'), 'not-said'],
    ['another setting', status('b', ON), 'not-said'],
  ])('holds for the reading it was said of: %s', (_, now, agreement) => {
    expect(agreementOn(answered(VISIT, before, 'yes'), now)).toBe(agreement);
  });

  test('of what was not read in this visit is nothing', () => {
    expect(answered(VISIT, status('a'), 'yes')).toBe(VISIT);
    expect(answered(VISIT, status('a', ON, { readAt: STARTED - 1 }), 'yes')).toBe(VISIT);
  });
});

describe('the outcome', () => {
  test.each<[string, Reading, object]>([
    ['on', ON, { read: 'readable', strategy: 'known-id' }],
    ['off', { state: 'off', strategy: 'name' }, { read: 'readable', strategy: 'name' }],
    ['a reading without a strategy', { state: 'on' }, { read: 'readable' }],
    [
      'locked on',
      { state: 'locked', position: 'on', strategy: 'only-switch' },
      { read: 'locked', strategy: 'only-switch' },
    ],
    ['absent', { state: 'absent' }, { read: 'absent' }],
    [
      'unknown',
      { state: 'unknown', reason: 'ambiguous' },
      { read: 'unknown', reason: 'ambiguous' },
    ],
  ])('of %s', (_, reading, said) => {
    const one = status('a', reading);
    expect(outcomeOf(VISIT, [one], ABOUT).settings).toEqual([
      { key: 'service/a', ...said, agrees: 'not-said' },
    ]);
  });

  test('names version, browser, day, and what the person said of each', () => {
    const all = [status('a', ON), status('b', OFF)];
    const visit = answered(answered(VISIT, status('a', ON), 'yes'), status('b', OFF), 'no');
    expect(outcomeOf(visit, all, ABOUT)).toEqual({
      fieldCheck: 1,
      about: expect.stringMatching(/Not whether any switch is on or off/),
      ...ABOUT,
      settings: [
        { key: 'service/a', read: 'readable', strategy: 'known-id', agrees: 'yes' },
        { key: 'service/b', read: 'readable', strategy: 'known-id', agrees: 'no' },
      ],
    });
  });

  test('leaves out what was not read in this visit', () => {
    const all = [status('a'), status('b', ON, { readAt: STARTED - 1 })];
    expect(outcomeOf(VISIT, all, ABOUT).settings).toEqual([]);
  });

  test.each<[Reading, Reading]>([
    [ON, OFF],
    [
      { state: 'locked', position: 'on', strategy: 'name' },
      { state: 'locked', position: 'off', strategy: 'name' },
    ],
  ])('is the same whichever way a switch stands', (one, other) => {
    const say = (reading: Reading) => {
      const read = status('a', reading);
      return outcomeOf(answered(VISIT, read, 'yes'), [read], ABOUT);
    };
    expect(say(one)).toEqual(say(other));
  });
});

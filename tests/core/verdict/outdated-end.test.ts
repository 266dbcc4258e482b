import { expect, test } from 'vitest';
import type { OutcomeCode } from '../../../src/core/errand/errand.schema.ts';
import type { Reading } from '../../../src/core/reading/reading.ts';
import { isOutdated } from '../../../src/core/verdict/outdated-end.ts';
import { anOptOut } from '../errand/an-opt-out.ts';

const ENDED = Date.UTC(2026, 10, 23);
const errand = anOptOut({ step: 'ended', startedAt: ENDED - 9_000, endedAt: ENDED });
const unknown: Reading = { state: 'unknown', reason: 'timeout' };

test.each<[OutcomeCode, Reading, number, boolean]>([
  ['done', { state: 'off' }, 0, false],
  ['done', { state: 'on' }, 0, true],
  ['done', unknown, 1, true],
  ['already-there', { state: 'off' }, 0, false],
  ['already-there', { state: 'locked', position: 'on' }, 1, true],
  // What was read at its end is what it tells of.
  ['unverified', unknown, 0, false],
  ['unverified', unknown, 1, false],
  ['unverified', { state: 'off' }, 1, true],
  ['unverified', { state: 'on' }, 1, true],
  ['tab-closed', { state: 'on' }, 1, true],
  ['restarted', { state: 'on' }, 1, true],
  ['no-access', { state: 'on' }, 1, true],
  ['no-access', { state: 'on' }, -1, false],
  ['could-not-read', { state: 'on' }, 1, true],
  // It says why the control still stands as it does.
  ['not-saved', { state: 'on' }, 1, false],
  ['not-saved', { state: 'off' }, 1, true],
  ['asks', { state: 'on' }, 1, false],
  ['asks', { state: 'off' }, 1, true],
  ['sprang-back', { state: 'off' }, 0, false],
])('%s, and %j %d ms after it: %s', (code, reading, after, expected) => {
  const finding = { reading, readAt: ENDED + after, fresh: true };
  expect(isOutdated({ ...errand, outcome: { code } }, finding)).toBe(expected);
});

test('a page that was not loaded since says nothing against it', () => {
  const finding = { reading: { state: 'off' }, readAt: ENDED + 1, fresh: false } as const;
  expect(isOutdated({ ...errand, outcome: { code: 'unverified' } }, finding)).toBe(false);
});

test('an errand that is under way has no end to be outdated', () => {
  expect(isOutdated({ ...errand, step: 'verifying' }, null)).toBe(false);
});

test('a good end of which nothing is kept is not told', () => {
  expect(isOutdated({ ...errand, outcome: { code: 'done' } }, null)).toBe(true);
});

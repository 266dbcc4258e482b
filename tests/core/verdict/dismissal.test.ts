import { describe, expect, test } from 'vitest';
import { firstScope } from '../../../src/core/account/scope.ts';
import type { Finding } from '../../../src/core/reading/finding.ts';
import type { Dismissal } from '../../../src/core/store/items.ts';
import {
  DISMISSED_FOR_DAYS,
  dismissalFor,
  warningStands,
} from '../../../src/core/verdict/dismissal.ts';
import { type Warning, warningOf } from '../../../src/core/verdict/warning.ts';
import { DAY, flipBack, HOUR, NOW, READ_AT, statusIn } from './one-setting.ts';

describe('whether a warning stands', () => {
  const warning = warningOf(statusIn('US', { state: 'on' }), firstScope) as Warning;
  const dismissed: Dismissal = dismissalFor(statusIn('US', { state: 'on' }), NOW);
  const { ruleFrom: _, ...withoutRule } = dismissed;

  test('what is dismissed is what was shown', () => {
    expect(dismissed).toEqual({ at: NOW, verdict: 'sharing', ruleFrom: '2024-09-18' });
    expect(dismissalFor(statusIn(undefined, { state: 'on' }), NOW)).toEqual({
      at: NOW,
      verdict: 'sharing',
    });
  });

  test.each<[string, Dismissal | null, number, boolean]>([
    ['never dismissed', null, 0, true],
    ['dismissed at this moment', dismissed, 0, false],
    ['dismissed a millisecond less than a day ago', dismissed, DAY - 1, false],
    ['dismissed 29 days ago', dismissed, 29 * DAY, false],
    // It was dismissed at nine in the morning, and days begin at midnight in UTC.
    [
      'dismissed 29 calendar days ago, at the end of the day',
      dismissed,
      29 * DAY + 15 * HOUR - 1,
      false,
    ],
    [
      'dismissed 30 calendar days ago, at the start of the day',
      dismissed,
      29 * DAY + 15 * HOUR,
      true,
    ],
    ['dismissed a millisecond less than 30 days ago', dismissed, 30 * DAY - 1, true],
    ['dismissed 30 days ago', dismissed, 30 * DAY, true],
    ['dismissed a year ago', dismissed, 365 * DAY, true],
    ['dismissed before the clock went back an hour', dismissed, -HOUR, false],
    ['dismissed before the clock went back 29 days', dismissed, -29 * DAY, false],
    [
      'dismissed before the clock went back to the start of a day',
      dismissed,
      -29 * DAY - 9 * HOUR,
      false,
    ],
    [
      'dismissed before the clock went back to the day before',
      dismissed,
      -29 * DAY - 9 * HOUR - 1,
      true,
    ],
    ['dismissed before the clock went back 30 days', dismissed, -30 * DAY, true],
    ['dismissed before the clock went back ten years', dismissed, -3650 * DAY, true],
    ['dismissed when it was only presumed', { ...dismissed, verdict: 'presumed-sharing' }, 0, true],
    ['dismissed as something nobody says', { ...dismissed, verdict: '' }, 0, true],
    ['dismissed under an earlier rule', { ...dismissed, ruleFrom: '2024-09-17' }, 0, true],
    ['dismissed where no rule was known', withoutRule, 0, true],
  ])('%s', (...[, dismissal, later, stands]) => {
    expect(warningStands(warning, dismissal, { banner: true }, NOW + later)).toBe(stands);
    // Quiet mode has the last word.
    expect(warningStands(warning, dismissal, { banner: false }, NOW + later)).toBe(false);
  });

  test('a warning that lost its rule is another warning', () => {
    const { ruleFrom: __, ...bare } = warning;
    expect(warningStands(bare, dismissed, { banner: true }, NOW)).toBe(true);
    expect(warningStands(bare, withoutRule, { banner: true }, NOW)).toBe(false);
  });

  test.each<[string, Warning, Dismissal, boolean]>([
    ['a flip-back after a dismissal is news', { ...warning, flipBack }, dismissed, true],
    [
      'a flip-back that was dismissed is none',
      { ...warning, flipBack },
      { ...dismissed, flipBackFoundAt: flipBack.foundAt },
      false,
    ],
    [
      'another flip-back is news',
      { ...warning, flipBack: { ...flipBack, foundAt: NOW } },
      { ...dismissed, flipBackFoundAt: flipBack.foundAt },
      true,
    ],
    [
      'a flip-back found by a clock that was ahead is another one',
      { ...warning, flipBack: { ...flipBack, foundAt: NOW + 365 * DAY } },
      { ...dismissed, flipBackFoundAt: flipBack.foundAt },
      true,
    ],
    [
      'that it cannot be read any more is none',
      { ...warning, verdict: 'unknown', flipBack },
      { ...dismissed, flipBackFoundAt: flipBack.foundAt },
      false,
    ],
    [
      'that the person says that it was they is none',
      warning,
      { ...dismissed, flipBackFoundAt: flipBack.foundAt },
      false,
    ],
    [
      'a rule that changed is news',
      { ...warning, flipBack },
      { ...dismissed, ruleFrom: '2024-09-17', flipBackFoundAt: flipBack.foundAt },
      true,
    ],
  ])('%s', (_, now, dismissal, stands) => {
    expect(warningStands(now, dismissal, { banner: true }, NOW)).toBe(stands);
    expect(warningStands(now, dismissal, { banner: false }, NOW)).toBe(false);
  });

  test('what is dismissed with a flip-back is that flip-back', () => {
    const status = statusIn('US', { state: 'on' });
    const finding: Finding = { reading: { state: 'on' }, readAt: READ_AT, fresh: true, flipBack };
    expect(dismissalFor({ ...status, finding }, NOW)).toEqual({
      ...dismissed,
      flipBackFoundAt: flipBack.foundAt,
    });
  });

  test('thirty days is the limit', () => {
    expect(DISMISSED_FOR_DAYS).toBe(30);
  });
});

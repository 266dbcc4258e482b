import { describe, expect, test } from 'vitest';
import {
  asideKey,
  isOfSetAside,
  type SetAsideRecord,
  withSetAside,
} from '../../../src/core/store/set-aside.ts';

const AT = Date.UTC(2026, 10, 23, 9);

describe('what is set aside', () => {
  const one: SetAsideRecord = { key: 'place', keptAs: 'place', problem: 'broken', at: AT };

  test('is listed once where it is left in its place, and each time where it is kept elsewhere', () => {
    const list = withSetAside([], one);
    expect(list).toEqual([one]);
    expect(withSetAside(list, { ...one, at: AT + 1 })).toBe(list);
    const moved = { ...one, keptAs: asideKey('place', AT + 1) };
    expect(withSetAside(list, moved)).toEqual([one, moved]);
  });

  test.each([
    ['the list', 'set-aside', true],
    ['what is kept', asideKey('preferences', AT), true],
    ['what was left in its place', 'place', true],
    ['anything else', 'preferences', false],
    ['what is only called alike', 'set-asides', false],
  ])('%s is of it, or not: %s', (_, key, expected) => {
    expect(isOfSetAside(key, [one])).toBe(expected);
  });
});

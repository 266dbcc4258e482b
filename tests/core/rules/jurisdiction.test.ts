import { expect, test } from 'vitest';
import { groups } from '../../../src/catalogue/jurisdiction-groups.ts';
import { codes } from '../../../src/catalogue/jurisdictions.ts';
import { toJurisdiction } from '../../../src/core/rules/jurisdiction.ts';

test.each([
  ['DE', ['EU', 'EEA']],
  ['NO', ['EEA']],
  ['CH', []],
  ['GB', []],
  ['US', []],
  // Parts of a member with a code of their own are not drawn in by it.
  ['AX', []],
  ['RE', []],
])('%s is a member of %j', (code, expected) => {
  expect(toJurisdiction(code, groups)).toEqual({ code, groups: expected });
});

test('the codes are the 249 of ISO 3166-1, each once and in order', () => {
  expect(codes).toHaveLength(249);
  expect([...new Set(codes)].toSorted()).toEqual([...codes]);
  expect(codes.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([]);
});

test('what is often taken for a code is not among them', () => {
  const known = new Set<string>(codes);
  expect(['UK', 'EL', 'EU', 'XK', 'AN', 'SU'].filter((code) => known.has(code))).toEqual([]);
});

test('the groups have 27 and 30 members, every one of them a code', () => {
  const known = new Set<string>(codes);
  expect(groups.EU).toHaveLength(27);
  expect(groups.EEA).toHaveLength(30);
  expect(groups.EEA.filter((code) => !known.has(code))).toEqual([]);
  expect(groups.EEA.filter((code) => !groups.EU.some((member) => member === code))).toEqual([
    'IS',
    'LI',
    'NO',
  ]);
});

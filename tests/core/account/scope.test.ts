import { expect, test } from 'vitest';
import {
  type AccountScope,
  firstScope,
  keyIn,
  AccountScope as Schema,
  sameScope,
  scopeOfKey,
} from '../../../src/core/account/scope.ts';

const scopes: readonly AccountScope[] = [
  firstScope,
  { profile: '', container: 'firefox-container-2' },
  { profile: '5b8c0d8e-0000-4000-8000-000000000000', container: '' },
  { profile: '5b8c0d8e-0000-4000-8000-000000000000', container: 'firefox-container-2' },
];
const keys = ['place', 'finding/linkedin/ai-training', 'set-aside/finding/linkedin/x'];

test.each(scopes)('a key of $profile in $container is known as theirs', (scope) => {
  for (const key of keys) {
    expect(scopeOfKey(keyIn(scope, key))).toEqual(scope);
    expect(scopeOfKey(`set-aside/${keyIn(scope, key)}/1790000000000`)).toEqual(scope);
  }
});

test('no two scopes share a key, and that of the first is the plain one', () => {
  for (const key of keys) {
    expect(new Set(scopes.map((scope) => keyIn(scope, key))).size).toBe(scopes.length);
    expect(keyIn(firstScope, key)).toBe(key);
  }
});

test('scopes are the same when both parts are', () => {
  for (const a of scopes) {
    for (const b of scopes) expect(sameScope(a, { ...b })).toBe(a === b);
  }
});

test.each(['a/b', 'a@b', 'a b', 'é', 'a'.repeat(65)])('%j names no profile', (profile) => {
  expect(Schema.safeParse({ profile, container: '' }).success).toBe(false);
  expect(Schema.safeParse({ profile: '', container: profile }).success).toBe(false);
});

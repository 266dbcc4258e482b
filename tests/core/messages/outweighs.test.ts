import { expect, test } from 'vitest';
import { outweighs } from '../../../src/core/messages/outweighs.ts';

const ring: Record<string, unknown> = {};
ring['again'] = ring;

test.each<[string, unknown, number]>([
  ['a number', 7, 1],
  ['nothing', null, 1],
  ['an empty text', '', 1],
  ['a text', 'four', 5],
  ['a list', ['a', 'bc'], 8],
  ['a request', { path: '/a', ids: [] }, 12],
  ['one in another', { a: { b: { c: 'd' } } }, 8],
])('%s weighs what is in it', (_, message, weight) => {
  expect(outweighs(message, weight)).toBe(false);
  expect(outweighs(message, weight - 1)).toBe(true);
});

test.each<[string, unknown]>([
  ['a long text', { path: 'x'.repeat(1001) }],
  ['a long key', { ['x'.repeat(1001)]: 1 }],
  ['many keys', Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [index, 1]))],
  ['a long list', Array.from({ length: 1000 }, () => 0)],
  ['what never ends', ring],
  ['what is deep', Array.from({ length: 1000 }).reduce((inner) => [inner], null)],
])('%s is too much', (_, message) => {
  expect(outweighs(message, 1000)).toBe(true);
});

test('what is enormous is not looked through', () => {
  let looked = 0;
  const enormous = new Proxy(
    Array.from({ length: 100_000 }, () => 'allowSomethingNew'),
    {
      get: (list, key) => {
        looked += 1;
        return Reflect.get(list, key);
      },
    },
  );
  expect(outweighs({ ids: enormous }, 1000)).toBe(true);
  expect(looked).toBeLessThan(1000);
});

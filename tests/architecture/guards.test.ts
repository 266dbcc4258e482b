import { expect, test } from 'vitest';
import { lifeGuards } from '../e2e/life/guards.ts';
import { lostGuards } from '../robustness/guard-plugin.ts';

/* That each of them is needed, only a whole browser without it can show: `npm run robustness`. */
test('the product has every guard of a page’s whole life', () => {
  expect(lostGuards(lifeGuards)).toEqual([]);
});

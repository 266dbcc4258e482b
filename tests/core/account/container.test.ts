import { expect, test } from 'vitest';
import { containerOf } from '../../../src/core/account/container.ts';

test.each([
  ['firefox-container-12', 'firefox-container-12'],
  ['firefox-default', ''],
  ['firefox-private', ''],
  ['0', ''],
  [undefined, ''],
])('the cookie store %s is the container "%s"', (store, container) => {
  expect(containerOf(store)).toBe(container);
});

import { describe, expect, test } from 'vitest';
import { localeFolders, merged, messagesIn, serviceWordsIn } from '../../scripts/words.ts';
import { services } from '../../src/catalogue/index.ts';

describe.each(localeFolders())('in %s', (folder) => {
  test.each(services.map(({ id }) => id))(
    'what stands beside the recipe of %s is merged in',
    (id) => {
      const beside = serviceWordsIn(id, folder);
      expect(Object.keys(beside).length).toBeGreaterThan(0);
      expect(messagesIn(folder)).toMatchObject(beside);
    },
  );
});

test('two files with a sentence of the same name are refused', () => {
  const one = { remark_gpc: { message: 'one' } };
  expect(() => merged([one, { app_name: { message: 'two' } }, one])).toThrow(/remark_gpc/);
});

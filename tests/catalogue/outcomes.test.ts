import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { outcomePage } from '../../scripts/outcome-table.ts';
import { outcomeCodes } from '../../src/core/errand/errand.schema.ts';
import { unknownReasons } from '../../src/core/reading/reading.ts';

test('the page of outcomes says what is said (npm run outcome-table writes it)', () => {
  expect(readFileSync('docs/outcomes.md', 'utf8')).toBe(outcomePage());
});

test('each outcome and each reason stands in it once, with words in every cell', () => {
  const [outcomes = '', reasons = ''] = outcomePage().split('Where a reading failed');
  const rows = (part: string) => [...part.matchAll(/^\| `([\w-]+)`/gm)].map(([, code]) => code);
  expect(rows(outcomes)).toEqual([...outcomeCodes]);
  expect(rows(reasons)).toEqual([...unknownReasons]);
  expect(outcomePage()).not.toMatch(/\| +\|/);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { verdictPage } from '../../scripts/verdict-table.ts';
import { verdicts } from '../../src/core/verdict/verdict.ts';

test('the page of verdicts says what is said (npm run verdict-table writes it)', () => {
  expect(readFileSync('docs/verdicts.md', 'utf8')).toBe(verdictPage());
});

test('each verdict stands in it once, with words in every cell', () => {
  const rows = verdictPage()
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  for (const verdict of verdicts) {
    expect(rows.filter((row) => row.startsWith(`| \`${verdict}\` |`))).toHaveLength(1);
  }
  expect(rows.filter((row) => /\|\s*\|/.test(row))).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleTable } from '../../scripts/rule-table.ts';

test('the README shows the rules as they are (npm run rule-table writes them)', () => {
  expect(ruleTable().split('\n').length).toBeGreaterThan(10);
  expect(readFileSync('README.md', 'utf8')).toContain(ruleTable());
});

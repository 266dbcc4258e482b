import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const text = readFileSync(join(ROOT, 'docs/accessibility.md'), 'utf8');
const rows = [...text.matchAll(/^\| (\d\.\d\.\d+) .*\| (A|AA) \| (.*) \| ?(.*)\|$/gm)];

test('every criterion of WCAG 2.2, A and AA, is gone through once', () => {
  const levels = rows.map(([, , level]) => level);
  expect(levels.filter((level) => level === 'A')).toHaveLength(31);
  expect(levels.filter((level) => level === 'AA')).toHaveLength(24);
  expect(new Set(rows.map(([, criterion]) => criterion)).size).toBe(rows.length);
});

test('what applies says how it was checked, and every test that is named is there', () => {
  const unchecked = rows.filter(
    ([, , , met = '', checked = '']) =>
      !met.startsWith('Does not apply: ') && checked.trim() === '',
  );
  expect(unchecked.map(([line]) => line)).toEqual([]);
  const named = [...text.matchAll(/`((?:tests|src)\/[^`]+)`/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

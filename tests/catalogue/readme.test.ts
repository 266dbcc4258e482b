import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleTable, settingsTable } from '../../scripts/rule-table.ts';
import { services } from '../../src/catalogue/index.ts';
import { entriesOf } from '../../src/core/recipe/setting-key.ts';

const readme = readFileSync('README.md', 'utf8');
const entries = entriesOf(services);

test('the README shows the rules as they are (npm run rule-table writes them)', () => {
  expect(ruleTable().split('\n').length).toBeGreaterThan(10);
  expect(readme).toContain(`<!-- rules -->\n\n${ruleTable()}\n\n<!-- /rules -->`);
});

test('each setting stands among the rules once', () => {
  const times = entries.map(({ key }) => [key, ruleTable().split(`\`${key}\``).length - 1]);
  expect(times).toEqual(entries.map(({ key }) => [key, 1]));
});

test('the README shows which settings are read, and who last confirmed each', () => {
  expect(readme).toContain(`<!-- settings -->\n\n${settingsTable()}\n\n<!-- /settings -->`);
  const lines = settingsTable().split('\n').slice(2);
  expect(lines).toHaveLength(entries.length);
  for (const [index, { setting }] of entries.entries()) {
    expect(lines[index]).toContain(setting.title);
    expect(lines[index]).toContain(setting.lastConfirmed ?? '| never |');
  }
});

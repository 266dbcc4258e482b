import { readFileSync, writeFileSync } from 'node:fs';
import { ruleTable, settingsTable } from './rule-table.ts';

const tables = { rules: ruleTable(), settings: settingsTable() };

let readme = readFileSync('README.md', 'utf8');
for (const [name, table] of Object.entries(tables)) {
  const between = new RegExp(`(<!-- ${name} -->)[\\s\\S]*(<!-- /${name} -->)`);
  readme = readme.replace(between, (_, start, end) => `${start}\n\n${table}\n\n${end}`);
}
writeFileSync('README.md', readme);

import { readFileSync, writeFileSync } from 'node:fs';
import { fillTable } from './fill-table.ts';
import { ruleTable, settingsTable } from './rule-table.ts';

const tables = { rules: ruleTable(), settings: settingsTable() };

let readme = readFileSync('README.md', 'utf8');
for (const [name, table] of Object.entries(tables)) readme = fillTable(readme, name, table);
writeFileSync('README.md', readme);

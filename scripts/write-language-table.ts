import { readFileSync, writeFileSync } from 'node:fs';
import { fillTable } from './fill-table.ts';
import { languageTable } from './language-table.ts';

const PAGE = 'docs/languages.md';
writeFileSync(PAGE, fillTable(readFileSync(PAGE, 'utf8'), 'languages', languageTable()));

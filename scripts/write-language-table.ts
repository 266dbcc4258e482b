import { readFileSync, writeFileSync } from 'node:fs';
import { languageTable } from './language-table.ts';

const PAGE = 'docs/languages.md';
const between = /(<!-- languages -->)[\s\S]*(<!-- \/languages -->)/;
const written = readFileSync(PAGE, 'utf8').replace(
  between,
  (_, start, end) => `${start}\n\n${languageTable()}\n\n${end}`,
);
writeFileSync(PAGE, written);

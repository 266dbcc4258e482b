import { readFileSync, writeFileSync } from 'node:fs';
import { ruleTable } from './rule-table.ts';

const readme = readFileSync('README.md', 'utf8');
const between = /(<!-- rules -->)[\s\S]*(<!-- \/rules -->)/;
writeFileSync('README.md', readme.replace(between, `$1\n\n${ruleTable()}\n\n$2`));

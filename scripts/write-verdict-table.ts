import { writeFileSync } from 'node:fs';
import { verdictPage } from './verdict-table.ts';

writeFileSync('docs/verdicts.md', verdictPage());

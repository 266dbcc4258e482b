import { writeFileSync } from 'node:fs';
import { outcomePage } from './outcome-table.ts';

writeFileSync('docs/outcomes.md', outcomePage());

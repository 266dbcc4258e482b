import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../e2e/browsers/index.ts';
import { buildChanged } from '../e2e/changed-build.ts';

const CATALOGUE = `import type { Service } from '../core/recipe/recipe.ts';
import linkedin from './services/linkedin/recipe.ts';
import toy from './services/toy/recipe.ts';

export const services: readonly Service[] = [linkedin, toy];
`;

/** Builds the extension as it would be with the toy service in its catalogue: its folder there is all that it takes. */
export function buildWithToy(browser: BrowserName): string {
  return buildChanged(`toy-${browser}`, browser, (folder) => {
    const own = join(folder, 'src/catalogue/services/toy');
    mkdirSync(own, { recursive: true });
    cpSync(join(import.meta.dirname, 'words'), join(own, 'words'), { recursive: true });
    const recipe = readFileSync(join(import.meta.dirname, 'recipe.ts'), 'utf8');
    writeFileSync(join(own, 'recipe.ts'), recipe.replaceAll('../../src/core', '../../../core'));
    writeFileSync(join(folder, 'src/catalogue/index.ts'), CATALOGUE);
  });
}

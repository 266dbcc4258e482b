import type { Plugin } from 'vite';
import { services } from '../src/catalogue/index.ts';
import { codes, groups } from '../src/catalogue/jurisdictions.ts';
import { checkCatalogue, formatProblems } from '../src/core/catalogue-check.ts';

/** Stops the build at a recipe that may not ship, and names file and field. */
export function checkRecipes(): Plugin {
  return {
    name: 'check-recipes',
    buildStart() {
      // A service's id is its file's name; tests/catalogue/services.test.ts holds that.
      const files = services.map((raw) => ({ file: `src/catalogue/services/${raw.id}.ts`, raw }));
      const problems = checkCatalogue(files, { codes, groups });
      if (problems.length > 0) throw new Error(`\n${formatProblems(problems)}\n`);
    },
  };
}

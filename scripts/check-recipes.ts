import type { Plugin } from 'vite';
import { services } from '../src/catalogue/index.ts';
import { groups } from '../src/catalogue/jurisdiction-groups.ts';
import { codes } from '../src/catalogue/jurisdictions.ts';
import { laws } from '../src/catalogue/laws/index.ts';
import { checkLaws } from '../src/core/law/check.ts';
import { checkCatalogue, formatProblems } from '../src/core/recipe/check.ts';
import { checkWords } from '../src/core/recipe/check-words.ts';
import { serviceWordsIn } from './words.ts';

/** Stops the build at a recipe or a law that may not ship, and names file and field. */
export function checkRecipes(): Plugin {
  return {
    name: 'check-recipes',
    buildStart() {
      // An id is its folder's or its file's name; tests/catalogue holds that of both.
      const files = services.map((raw) => ({
        file: `src/catalogue/services/${raw.id}/recipe.ts`,
        raw,
      }));
      const lawFiles = laws.map((raw) => ({ file: `src/catalogue/laws/${raw.id}.ts`, raw }));
      const known = { codes, groups };
      const words = services.flatMap((service) =>
        checkWords(service, Object.keys(serviceWordsIn(service.id, 'en'))).map((problem) => ({
          file: `src/catalogue/services/${service.id}/words/en.json`,
          ...problem,
        })),
      );
      const problems = [...checkCatalogue(files, known), ...words, ...checkLaws(lawFiles, known)];
      if (problems.length > 0) throw new Error(`\n${formatProblems(problems)}\n`);
    },
  };
}

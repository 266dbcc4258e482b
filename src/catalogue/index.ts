import type { Service } from '../core/recipe/recipe.ts';
import linkedin from './services/linkedin/recipe.ts';

// Named one by one, because the build reads this list in plain Node, where `import.meta.glob` does not
// exist. `tests/catalogue/services.test.ts` fails for a file that is not here.
export const services: readonly Service[] = [linkedin];

import type { Controller, Service } from '../recipe/recipe.ts';
import { isAmong, type Jurisdiction } from '../rules/jurisdiction.ts';
import { EVERYWHERE_ELSE } from '../rules/rules.ts';

/** Who answers for the data of a person there; `undefined` where nobody could source it. */
export function controllerIn(
  { controllers = [] }: Pick<Service, 'controllers'>,
  jurisdiction: Jurisdiction,
): Controller | undefined {
  const named = controllers.find(({ jurisdictions }) => isAmong(jurisdictions, jurisdiction));
  return named ?? controllers.find(({ jurisdictions }) => jurisdictions.includes(EVERYWHERE_ELSE));
}

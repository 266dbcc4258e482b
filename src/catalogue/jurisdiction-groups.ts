// Apart from `jurisdictions.ts`, as the popup has no use for it.
import type { Groups } from '../core/rules/jurisdiction.ts';

/** Source: https://european-union.europa.eu/principles-countries-history/eu-countries_en */
// biome-ignore format: nine in a row
const EU = [
  'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES',
  'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU',
  'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK',
] as const;

/**
 * Groups that a rule may name, with their members as ISO codes. Territories with a code of their own
 * are no members here, even where they belong to one: whoever sources them names them.
 * EEA: https://www.efta.int/eea
 */
export const groups = {
  EU,
  EEA: [...EU, 'IS', 'LI', 'NO'],
} as const satisfies Groups;

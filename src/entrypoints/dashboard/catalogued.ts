/* What the dashboard shows of the catalogue. */

import { services } from '../../catalogue/index.ts';
import { groups } from '../../catalogue/jurisdiction-groups.ts';
import { languageFacts } from '../../catalogue/languages.ts';
import { laws } from '../../catalogue/laws/index.ts';
import { SOURCE_LANGUAGE, spokenLanguages } from '../../core/language/language.ts';
import { type LawThere, lawOn } from '../../core/law/laws.ts';
import { entriesOf } from '../../core/recipe/entry.ts';
import { toJurisdiction } from '../../core/rules/jurisdiction.ts';
import type { Day } from '../../core/time/day.ts';

export const languages = spokenLanguages.map((code) => ({
  code,
  name: languageFacts[code].name,
  isReviewed: code === SOURCE_LANGUAGE || languageFacts[code].reviewedBy !== null,
}));

export const settings = entriesOf(services).map(({ key, setting: { rules, unsourced } }) => ({
  key,
  rules,
  unsourced,
}));

/** @param place ISO 3166-1 code of the person's place, once they have chosen one */
export function lawAt(place: string | undefined, day: Day, language: string): LawThere | undefined {
  return place === undefined
    ? undefined
    : lawOn(laws, toJurisdiction(place, groups), day, language);
}

import { isAmong, type Jurisdiction } from '../rules/jurisdiction.ts';
import { holds } from '../rules/rules.ts';
import type { Day } from '../time/day.ts';
import type { Authority, Law, Period } from './law.ts';

/** A law as it stands in one place on one day. */
export interface LawThere {
  /** In the language asked for, where it has one there. */
  readonly title: string;
  readonly period: Period;
  readonly authorities: readonly Authority[];
}

/** `undefined` where no law could be sourced, which is not to say that there is none. */
export function lawOn(
  laws: readonly Law[],
  jurisdiction: Jurisdiction,
  day: Day,
  language = 'en',
): LawThere | undefined {
  for (const law of laws) {
    const { periods, authorities } = law;
    const period = periods.find((one) => reaches(one, jurisdiction) && holds(one, day));
    if (!period) continue;
    const there = authorities.filter(({ places }) => places.includes(jurisdiction.code));
    return { title: titleIn(law, language), period, authorities: there };
  }
  return undefined;
}

/** @param language a BCP 47 tag, with or without a region */
function titleIn({ title, titles = {} }: Law, language: string): string {
  const [, own] =
    Object.entries(titles).find(([tag]) => language === tag || language.startsWith(`${tag}-`)) ??
    [];
  return own ?? title;
}

export function reaches({ jurisdictions }: Period, jurisdiction: Jurisdiction): boolean {
  return isAmong(jurisdictions, jurisdiction);
}

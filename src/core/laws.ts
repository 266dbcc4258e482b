import type { Day } from './day.ts';
import type { Jurisdiction } from './jurisdiction.ts';
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
    const period = periods.find((one) => reaches(one, jurisdiction) && holdsOn(one, day));
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

export function reaches({ jurisdictions }: Period, { code, groups }: Jurisdiction): boolean {
  return jurisdictions.some((name) => name === code || groups.includes(name));
}

function holdsOn({ from, until }: Period, day: Day): boolean {
  return from <= day && (until === undefined || day < until);
}

import { type Groups, toJurisdiction } from '../rules/jurisdiction.ts';
import { EVERYWHERE_ELSE, rulesFor } from '../rules/rules.ts';
import type { Day } from '../time/day.ts';
import { checkEvidence } from './check-evidence.ts';
import { type FieldPath, fieldOf, type Problem, problemAt } from './problem.ts';
import type { Rule, Setting } from './recipe.ts';

/** The jurisdictions a recipe may name. */
export interface KnownJurisdictions {
  /** ISO 3166-1 alpha-2 codes. */
  readonly codes: readonly string[];
  readonly groups: Groups;
}

/** @param path the setting's own place in the recipe */
export function checkRules(
  setting: Setting,
  known: KnownJurisdictions,
  path: FieldPath,
): Problem[] {
  const each = setting.rules.flatMap((rule, index) => {
    const here = [...path, 'rules', index];
    return [
      ...checkNames(rule, known, here),
      ...checkPeriod(rule, here),
      ...checkEvidence(rule.evidence, [...here, 'evidence']),
    ];
  });
  return [...each, ...checkUnsourced(setting, known, path), ...checkOverlaps(setting, known, path)];
}

function checkNames(
  { jurisdictions }: Rule,
  { codes, groups }: KnownJurisdictions,
  path: FieldPath,
): Problem[] {
  const here = [...path, 'jurisdictions'];
  const problems = jurisdictions.flatMap((name, index) =>
    name === EVERYWHERE_ELSE || codes.includes(name) || Object.hasOwn(groups, name)
      ? []
      : [problemAt([...here, index], `${name} is no ISO code, group or ${EVERYWHERE_ELSE}`)],
  );
  if (jurisdictions.length > 1 && jurisdictions.includes(EVERYWHERE_ELSE)) {
    const message = `${EVERYWHERE_ELSE} is everywhere that no rule names, so it stands alone`;
    problems.push(problemAt(here, message));
  }
  return problems;
}

function checkPeriod({ from, until, unconfirmedSince }: Rule, path: FieldPath): Problem[] {
  if (until !== undefined && until <= from) {
    return [problemAt([...path, 'until'], `${until} is not after ${from}: the rule never holds`)];
  }
  const outside =
    unconfirmedSince !== undefined &&
    (unconfirmedSince < from || (until !== undefined && until <= unconfirmedSince));
  return outside
    ? [problemAt([...path, 'unconfirmedSince'], `the rule does not hold on ${unconfirmedSince}`)]
    : [];
}

function checkUnsourced(
  { rules, unsourced }: Setting,
  { codes, groups }: KnownJurisdictions,
  path: FieldPath,
): Problem[] {
  return unsourced.flatMap((code, index) => {
    const here = [...path, 'unsourced', index];
    if (!codes.includes(code)) return [problemAt(here, `${code} is no ISO code`)];

    const jurisdiction = toJurisdiction(code, groups);
    const named = rulesFor({ rules, unsourced }, jurisdiction)[0];
    if (!named) return [];
    const rule = fieldOf([...path, 'rules', rules.indexOf(named)]);
    return [problemAt(here, `${code} is listed as unsourced, but ${rule} names it`)];
  });
}

/** Two rules that hold in one jurisdiction on one day: named once a pair, at the later of the two. */
function checkOverlaps(setting: Setting, known: KnownJurisdictions, path: FieldPath): Problem[] {
  const places = new Map<string, { first: number; second: number; since: Day; codes: string[] }>();

  for (const code of known.codes) {
    const indexes = rulesFor(setting, toJurisdiction(code, known.groups))
      .map((rule) => setting.rules.indexOf(rule))
      .toSorted((a, b) => a - b);
    for (const [first, second] of pairs(indexes)) {
      const since = overlap(setting.rules[first], setting.rules[second]);
      if (since === undefined) continue;
      const entry = places.get(`${first},${second}`) ?? { first, second, since, codes: [] };
      entry.codes.push(code);
      places.set(`${first},${second}`, entry);
    }
  }

  return [...places.values()].map(({ first, second, since, codes }) =>
    problemAt(
      [...path, 'rules', second],
      `rules[${first}] and rules[${second}] both hold on ${since} in ${codes.join(', ')}`,
    ),
  );
}

type Term = Pick<Rule, 'from' | 'until'>;

/** The first day on which both hold. */
export function overlap(a: Term | undefined, b: Term | undefined): Day | undefined {
  if (!a || !b) return undefined;
  const [earlier, later] = a.from <= b.from ? [a, b] : [b, a];
  const ended = [earlier, later].some(({ until }) => until !== undefined && until <= later.from);
  return ended ? undefined : later.from;
}

function pairs(indexes: readonly number[]): [number, number][] {
  return indexes.flatMap((first, place) =>
    indexes.slice(place + 1).map((second): [number, number] => [first, second]),
  );
}

/** @param known codes, and whatever else may stand for places */
export function checkPlaces(
  names: readonly string[],
  known: readonly string[],
  path: FieldPath,
): Problem[] {
  return names.flatMap((name, index) =>
    known.includes(name) ? [] : [problemAt([...path, index], `${name} is no place`)],
  );
}

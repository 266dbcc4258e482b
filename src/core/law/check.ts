import { checkFileIds, type FileProblem, problemsOfIssue } from '../recipe/check.ts';
import { checkEvidence, checkPiece } from '../recipe/check-evidence.ts';
import { checkPlaces, type KnownJurisdictions, overlap } from '../recipe/check-rules.ts';
import { type FieldPath, type Problem, problemAt } from '../recipe/problem.ts';
import { toJurisdiction } from '../rules/jurisdiction.ts';
import { z } from '../zod.ts';
import { Law, type Period } from './law.ts';
import { reaches } from './laws.ts';
import { kindsWithDeadline } from './letter-kinds.ts';

/** A law as found in a file, before anybody vouched for its shape. */
export interface LawFile {
  readonly file: string;
  readonly raw: unknown;
}

interface Shaped {
  readonly file: string;
  readonly law: Law;
}

/** All that is wrong with the laws; nothing when they may ship. */
export function checkLaws(files: readonly LawFile[], known: KnownJurisdictions): FileProblem[] {
  const shaped: Shaped[] = [];
  const problems = files.flatMap(({ file, raw }): FileProblem[] => {
    const parsed = Law.safeParse(raw, { error: z.locales.en().localeError });
    if (!parsed.success) {
      return parsed.error.issues.flatMap(problemsOfIssue).map((problem) => ({ file, ...problem }));
    }
    shaped.push({ file, law: parsed.data });
    return checkLaw(parsed.data, known).map((problem) => ({ file, ...problem }));
  });
  return [
    ...problems,
    ...checkFileIds(shaped.map(({ file, law }) => ({ file, id: law.id }))),
    ...checkOverlaps(shaped, known),
  ];
}

function checkLaw({ periods, authorities }: Law, known: KnownJurisdictions): Problem[] {
  const names = [...known.codes, ...Object.keys(known.groups)];
  return [
    ...periods.flatMap((period, index) => [
      ...checkPlaces(period.jurisdictions, names, ['periods', index, 'jurisdictions']),
      ...checkPeriod(period, ['periods', index]),
      ...checkDeadline(period, ['periods', index]),
      ...checkEvidence(period.evidence, ['periods', index, 'evidence']),
      ...codesOf(period, known)
        .filter((code) => !authorities.some(({ places }) => places.includes(code)))
        .map((code) => problemAt(['authorities'], `nobody hears a complaint in ${code}`)),
    ]),
    ...authorities.flatMap(({ places, page }, index) => [
      ...checkPlaces(places, known.codes, ['authorities', index, 'places']),
      ...checkPiece(page, ['authorities', index, 'page']),
    ]),
  ];
}

function checkPeriod({ from, until }: Period, path: FieldPath): Problem[] {
  return until === undefined || from < until
    ? []
    : [problemAt([...path, 'until'], `${until} is not after ${from}: it never holds`)];
}

/** A letter that names a day must be able to say where it stands, and the other way round. */
function checkDeadline({ letter, provisions: { deadline } }: Period, path: FieldPath): Problem[] {
  const isNamed = kindsWithDeadline.some((kind) => kind === letter);
  if (isNamed === (deadline !== undefined)) return [];
  const message = `the letter ${letter} names ${isNamed ? 'a' : 'no'} day for the answer`;
  return [problemAt([...path, 'provisions', 'deadline'], message)];
}

interface Claim {
  readonly file: string;
  readonly index: number;
  readonly period: Period;
}

/** A place has one law a day, or a person would be told two things. */
function checkOverlaps(shaped: readonly Shaped[], known: KnownJurisdictions): FileProblem[] {
  const claims = shaped.flatMap(({ file, law }) =>
    law.periods.map((period, index): Claim => ({ file, index, period })),
  );
  return claims.flatMap((later, place) =>
    claims.slice(0, place).flatMap((earlier): FileProblem[] => {
      const since = overlap(earlier.period, later.period);
      const also = codesOf(earlier.period, known);
      const both = codesOf(later.period, known).filter((code) => also.includes(code));
      if (since === undefined || both.length === 0) return [];
      const other = `${earlier.file} periods[${earlier.index}]`;
      const message = `it and ${other} both hold on ${since} in ${both.join(', ')}`;
      return [{ file: later.file, ...problemAt(['periods', later.index], message) }];
    }),
  );
}

function codesOf(period: Period, { codes, groups }: KnownJurisdictions): string[] {
  return codes.filter((code) => reaches(period, toJurisdiction(code, groups)));
}

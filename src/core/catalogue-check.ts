import { checkEvidence } from './evidence-check.ts';
import { type FieldPath, type Problem, problemAt } from './problem.ts';
import { Service } from './recipe.ts';
import { checkRules, type KnownJurisdictions } from './rules-check.ts';
import { entriesOf } from './setting-key.ts';
import { z } from './zod.ts';

export type { Problem } from './problem.ts';

/** A recipe as found in a file, before anybody vouched for its shape. */
export interface RecipeFile {
  readonly file: string;
  readonly raw: unknown;
}

export interface FileProblem extends Problem {
  readonly file: string;
}

/**
 * All that is wrong with one recipe; nothing when it may ship. Where the shape itself is wrong, only
 * that is reported: what the fields mean cannot be asked of it.
 */
export function checkService(raw: unknown, known: KnownJurisdictions): Problem[] {
  // The mini build brings no words for its issues: without these each reads "Invalid input".
  const parsed = Service.safeParse(raw, { error: z.locales.en().localeError });
  return parsed.success
    ? checkMeaning(parsed.data, known)
    : parsed.error.issues.flatMap(problemsOfIssue);
}

/** Each recipe by itself, then what only shows when they stand side by side. */
export function checkCatalogue(
  files: readonly RecipeFile[],
  known: KnownJurisdictions,
): FileProblem[] {
  const alone = files.flatMap(({ file, raw }) =>
    checkService(raw, known).map((problem) => ({ file, ...problem })),
  );
  const shaped = files.flatMap(({ file, raw }) => {
    const parsed = Service.safeParse(raw);
    return parsed.success ? [{ file, service: parsed.data }] : [];
  });
  return [...alone, ...checkServiceIds(shaped), ...checkPathClaims(shaped)];
}

/** One paragraph a problem, for a person at a terminal. */
export function formatProblems(problems: readonly FileProblem[]): string {
  return problems
    .map(
      ({ file, field, message }) => `${file}\n✖ ${message}\n  → at ${field || 'the recipe itself'}`,
    )
    .join('\n\n');
}

function checkMeaning(service: Service, known: KnownJurisdictions): Problem[] {
  return [
    ...checkAddresses(service),
    ...checkEvidence(service.terms, ['terms']),
    ...checkSettingIds(service),
    ...service.settings.flatMap((setting, index) => {
      const here = ['settings', index];
      return [
        ...checkOpened(setting, service.origin, here),
        ...(setting.listing
          ? checkOpened(setting.listing, service.origin, [...here, 'listing'])
          : []),
        ...checkEvidence(setting.evidence, [...here, 'evidence']),
        ...checkRules(setting, known, here),
      ];
    }),
  ];
}

function checkAddresses({ origin, settingsPages, warnOn }: Service): Problem[] {
  const patterns = { settingsPages, warnOn };
  const problems = Object.entries(patterns).flatMap(([name, all]) =>
    all.flatMap((pattern, index) =>
      pattern.startsWith(`${origin}/`)
        ? []
        : [problemAt([name, index], `${pattern} is outside ${origin}`)],
    ),
  );
  if (originOf(origin) !== origin) {
    problems.push(problemAt(['origin'], `${origin} is more than scheme and host`));
  }
  return problems;
}

/** What is opened must be on the service and must be recognised when it has been opened. */
function checkOpened(
  { open, paths }: { readonly open: string; readonly paths: readonly string[] },
  origin: string,
  path: FieldPath,
): Problem[] {
  const here = [...path, 'open'];
  if (originOf(open) !== origin) return [problemAt(here, `${open} is outside ${origin}`)];

  const opened = open.slice(origin.length).replace(/[?#].*$/, '');
  return paths.includes(opened) ? [] : [problemAt(here, `${opened} is not among its paths`)];
}

function checkSettingIds({ settings }: Service): Problem[] {
  const ids = settings.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [problemAt(['settings', index, 'id'], `${id} is the id of another setting`)],
  );
}

interface ShapedFile {
  readonly file: string;
  readonly service: Service;
}

function checkServiceIds(files: readonly ShapedFile[]): FileProblem[] {
  return files.flatMap(({ file, service }, index) => {
    const earlier = files.slice(0, index).find((other) => other.service.id === service.id);
    const message = `${service.id} is the id of ${earlier?.file}`;
    return earlier ? [{ file, ...problemAt(['id'], message) }] : [];
  });
}

function checkPathClaims(files: readonly ShapedFile[]): FileProblem[] {
  const owners = new Map<string, string>();
  const problems: FileProblem[] = [];
  for (const { file, service } of files) {
    for (const [index, { key, setting }] of entriesOf([service]).entries()) {
      for (const [place, path] of setting.paths.entries()) {
        const address = service.origin + path;
        const owner = owners.get(address);
        const at = ['settings', index, 'paths', place];
        if (owner) problems.push({ file, ...problemAt(at, `${path} belongs to ${owner}`) });
        else owners.set(address, key);
      }
    }
  }
  return problems;
}

function problemsOfIssue(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code !== 'unrecognized_keys') return [problemAt(issue.path, issue.message)];
  return issue.keys.map((key) => problemAt([...issue.path, key], 'the schema knows no such field'));
}

function originOf(address: string): string | undefined {
  return /^https:\/\/[^/?#\\@]+/.exec(address)?.[0];
}

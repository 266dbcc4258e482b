import { EVERYWHERE_ELSE } from '../rules/rules.ts';
import { z } from '../zod.ts';
import { checkAddresses, checkOpened, checkOrigins, checkWithin } from './check-addresses.ts';
import { checkEvidence } from './check-evidence.ts';
import { checkPlaces, checkRules, type KnownJurisdictions } from './check-rules.ts';
import { type FieldPath, type FileProblem, type Problem, problemAt } from './problem.ts';
import { type OpenPage, Service, type Setting } from './recipe.ts';

export type { FileProblem, Problem } from './problem.ts';

/** A recipe as found in a file, before anybody vouched for its shape. */
export interface RecipeFile {
  readonly file: string;
  readonly raw: unknown;
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
  return [
    ...alone,
    ...checkFileIds(shaped.map(({ file, service }) => ({ file, id: service.id }))),
    ...checkOrigins(shaped),
  ];
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
  const { origins, settings, pages } = service;
  return [
    ...checkAddresses(service),
    ...checkControllers(service, known),
    ...checkEvidence(service.terms, ['terms']),
    ...checkStateWords(service),
    ...checkBatches(service),
    ...checkIds(settings, ['settings'], 'setting'),
    ...checkHooks(service),
    ...checkNames(service),
    ...settings.flatMap((setting, index) => checkSetting(setting, origins, known, index)),
    ...checkIds(pages, ['pages'], 'page'),
    ...pages.flatMap((page, index) => checkPage(page, origins, ['pages', index])),
  ];
}

function checkControllers({ controllers = [] }: Service, known: KnownJurisdictions): Problem[] {
  const names = [EVERYWHERE_ELSE, ...known.codes, ...Object.keys(known.groups)];
  return controllers.flatMap(({ jurisdictions, evidence }, index) => {
    const here = ['controllers', index];
    return [
      ...checkPlaces(jurisdictions, names, [...here, 'jurisdictions']),
      ...checkEvidence(evidence, [...here, 'evidence']),
    ];
  });
}

function checkSetting(
  setting: Setting,
  origins: readonly string[],
  known: KnownJurisdictions,
  index: number,
): Problem[] {
  const here = ['settings', index];
  const { listing, alternatives = [], cases = [], evidence } = setting;
  return [
    ...checkOpened(setting, origins, here),
    ...(listing ? checkOpened(listing, origins, [...here, 'listing']) : []),
    ...checkNeighbours(setting, here),
    ...checkRequest(setting, here),
    ...checkSteps(setting, here),
    ...checkIds(alternatives, [...here, 'alternatives'], 'alternative'),
    ...alternatives.flatMap((alternative, place) =>
      checkPage(alternative, origins, [...here, 'alternatives', place]),
    ),
    ...checkIds(cases, [...here, 'cases'], 'case'),
    ...cases.flatMap((one, place) =>
      checkEvidence(one.evidence, [...here, 'cases', place, 'evidence']),
    ),
    ...checkEvidence(evidence, [...here, 'evidence']),
    ...checkRules(setting, known, here),
  ];
}

/** What is only opened: on the service, and with evidence that carries it. */
function checkPage(
  { open, evidence }: Pick<OpenPage, 'open' | 'evidence'>,
  origins: readonly string[],
  path: FieldPath,
): Problem[] {
  return [
    ...checkWithin(open, origins, [...path, 'open']),
    ...checkEvidence(evidence, [...path, 'evidence']),
  ];
}

/** A control is pressed first and once; what saves it comes after, and once. */
function checkSteps({ optOut, probe }: Setting, path: FieldPath): Problem[] {
  const acts = optOut.map(({ act }) => act).join(', then ');
  const here = [...path, 'optOut'];
  if (acts !== 'press' && acts !== 'press, then save')
    return [problemAt(here, `${acts} is no order in which anything is pressed`)];
  // Before it is answered, a form would be saved as it was drawn.
  return acts === 'press' || probe.request
    ? []
    : [problemAt(here, 'what is saved needs the request of its probe')];
}

function checkIds(
  all: readonly { readonly id: string }[],
  path: FieldPath,
  kind: string,
): Problem[] {
  const ids = all.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [problemAt([...path, index, 'id'], `${id} is the id of another ${kind}`)],
  );
}

/** A control stands for one setting. Its value alone counts: no page has one value in two meanings. */
function checkHooks({ settings }: Service): Problem[] {
  const values = settings.map(({ probe }) => probe.hook.value);
  return values.flatMap((value, index) => {
    const first = values.indexOf(value);
    if (first === index) return [];
    const message = `${value} is the hook of ${settings[first]?.id}`;
    return [problemAt(['settings', index, 'probe', 'hook', 'value'], message)];
  });
}

/** By a name that two settings have, one would be taken for the other. */
function checkNames({ settings }: Service): Problem[] {
  const owners = new Map<string, number>();
  return settings.flatMap(({ probe }, index) =>
    Object.entries(probe.names).flatMap(([language, names]) =>
      names.flatMap((name, place) => {
        const owner = owners.get(name) ?? index;
        owners.set(name, owner);
        if (owner === index) return [];
        const message = `“${name}” is a name of ${settings[owner]?.id}`;
        return [problemAt(['settings', index, 'probe', 'names', language, place], message)];
      }),
    ),
  );
}

/** Read together, whatever the language of the page: no word may say both. */
function checkStateWords({ stateWords }: Service): Problem[] {
  const on = new Set(Object.values(stateWords).flatMap((words) => words.on.map(folded)));
  return Object.entries(stateWords).flatMap(([language, { off }]) =>
    off.flatMap((word, index) =>
      on.has(folded(word))
        ? [problemAt(['stateWords', language, 'off', index], `“${word}” says on as well`)]
        : [],
    ),
  );
}

/** Pages that follow one another faster than that are a burden on the service. */
const SHORTEST_PAUSE_MS = 1_000;

function checkBatches({ batches: { pauseMs } }: Service): Problem[] {
  const { min, max } = pauseMs;
  const here = ['batches', 'pauseMs'];
  return [
    ...(min < SHORTEST_PAUSE_MS
      ? [problemAt([...here, 'min'], `${min} is shorter than ${SHORTEST_PAUSE_MS} ms`)]
      : []),
    ...(max < min ? [problemAt([...here, 'max'], `${max} is less than the least, ${min}`)] : []),
  ];
}

function folded(word: string): string {
  return word.trim().toLowerCase();
}

/** A row that is its own neighbour would vouch for its own absence. */
function checkNeighbours({ listing, paths }: Setting, path: FieldPath): Problem[] {
  const own = paths.map((one) => one.slice(one.lastIndexOf('/') + 1));
  return (listing?.neighbours ?? []).flatMap((row, index) =>
    row
      .filter((segment) => own.includes(segment))
      .map((segment) =>
        problemAt([...path, 'listing', 'neighbours', index], `${segment} is the setting itself`),
      ),
  );
}

/** A path of the service itself, and no way out of it: `//host/path` names another host. */
function checkRequest({ probe: { request } }: Setting, path: FieldPath): Problem[] {
  if (request === undefined || !/^\/\/|\\|(^|\/)\.\.?(\/|$)/.test(request)) return [];
  return [problemAt([...path, 'probe', 'request'], `${request} is no plain path on the service`)];
}

interface NamedFile {
  readonly file: string;
  readonly id: string;
}

export function checkFileIds(files: readonly NamedFile[]): FileProblem[] {
  return files.flatMap(({ file, id }, index) => {
    const earlier = files.slice(0, index).find((other) => other.id === id);
    const message = `${id} is the id of ${earlier?.file}`;
    return earlier ? [{ file, ...problemAt(['id'], message) }] : [];
  });
}

/** What the shape of a file breaks, in the words of a person at a terminal. */
export function problemsOfIssue(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code !== 'unrecognized_keys') return [problemAt(issue.path, issue.message)];
  return issue.keys.map((key) => problemAt([...issue.path, key], 'the schema knows no such field'));
}

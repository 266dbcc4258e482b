import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { services } from '../src/catalogue/index.ts';
import { fieldOf } from '../src/core/recipe/problem.ts';
import { type Entry, entriesOf } from '../src/core/recipe/setting-key.ts';
import {
  type PageReport,
  pageReportSchema,
  reportWordsOf,
} from '../src/core/report/page-report.ts';
import { z } from '../src/core/zod.ts';
import { type Caption, captionReadingOf, writeFixture } from '../tests/fixtures/caption.ts';
import { skeletonOf } from './fixture-skeleton.ts';

const USAGE = 'npm run fixture -- report.json [--out folder]';
const FIXTURES = join(import.meta.dirname, '../tests/fixtures');

/** What a person did wrong, told without a trace. */
export class Refusal extends Error {}

const MAX_LINE = 200;

/** @returns what was written where, and what is left to do */
export function makeFixture(args: string[]): string {
  const { file, out } = argumentsOf(args);
  const report = readReport(file);
  const path = save(join(out, report.key), fixtureOf(report));
  return [`Wrote ${path}`, 'Left to do by hand:', ...leftToDo(report)].join('\n');
}

function argumentsOf(args: string[]): { file: string; out: string } {
  const options = { out: { type: 'string', default: FIXTURES } } as const;
  const parsed = attempt(
    () => parseArgs({ args, options, allowPositionals: true }),
    (why) => `${why}\n${USAGE}`,
  );
  const [file, ...more] = parsed.positionals;
  if (file === undefined || more.length > 0) throw new Refusal(USAGE);
  return { file, out: parsed.values.out };
}

function readReport(file: string): PageReport {
  const text = attempt(
    () => readFileSync(file, 'utf8'),
    (why) => `${file} cannot be read: ${why}`,
  );
  const raw: unknown = attempt(
    () => JSON.parse(text),
    (why) => `${file} is no JSON: ${why}`,
  );
  const parsed = pageReportSchema(reportWordsOf(services)).safeParse(raw, {
    error: z.locales.en().localeError,
  });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `✖ ${message}\n  → at ${fieldOf(path) || 'the report itself'}`,
  );
  throw new Refusal(
    [`${file} is no page report of this version`, ...problems.map(plain)].join('\n'),
  );
}

function attempt<T>(act: () => T, told: (why: string) => string): T {
  try {
    return act();
  } catch (error) {
    throw new Refusal(plain(told((error as Error).message)));
  }
}

/** What a stranger wrote moves no cursor and fills no screen. */
function plain(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\p{Cc}/gu, '').replace(new RegExp(`^(.{${MAX_LINE}}).+`), '$1 …'))
    .join('\n');
}

function fixtureOf(report: PageReport): string {
  const entry = entriesOf(services).find(({ key }) => key === report.key);
  if (!entry) throw new Refusal(`no recipe has ${report.key}`);
  const { en } = entry.service.stateWords;
  const words = {
    ...(en?.on[0] && { on: en.on[0] }),
    ...(en?.off[0] && { off: en.off[0] }),
  };
  return writeFixture(captionOf(report, entry), skeletonOf(report, words));
}

function captionOf({ key, place, reading, version, browser }: PageReport, entry: Entry): Caption {
  const { open, listing } = entry.setting;
  return {
    setting: key,
    address: place === 'list' ? (listing?.open ?? open) : open,
    reading: captionReadingOf(reading ?? { state: 'unknown', reason: 'not-found' }),
    language: 'und',
    version: 'unnamed',
    origin: 'page report',
    note: `The structure of a page as Default Check ${version} met it in ${browser.name} ${browser.major}.`,
    date: new Date().toISOString().slice(0, 10),
  };
}

/** Under the next free number; never over what is there. */
function save(folder: string, fixture: string): string {
  mkdirSync(folder, { recursive: true });
  const numbers = readdirSync(folder).map((name) =>
    Number(/^report-(\d+)\.html$/.exec(name)?.[1] ?? 0),
  );
  const path = join(folder, `report-${Math.max(0, ...numbers) + 1}.html`);
  writeFileSync(path, fixture, { flag: 'wx' });
  return path;
}

function leftToDo({ reading, place, page, switches }: PageReport): string[] {
  const todo = [
    'language and version in the caption',
    reading
      ? 'reading in the caption: it is what was read; write what the person sees on the page'
      : 'reading in the caption: nothing was read; write what the person sees on the page',
    'the words of the page, where they matter: only public ones, a report has none',
  ];
  const when = (holds: boolean, what: string) => holds && todo.push(what);
  when(place === 'elsewhere', 'address in the caption: the page was at none of the setting');
  when(page.switches > switches.length, `more switches: ${page.switches} were there`);
  when(
    switches.some(({ indeterminate }) => indeterminate),
    'indeterminate, which only a script can set',
  );
  when(
    switches.some(({ checked, attributes }) => !checked && attributes.includes('checked')),
    'an unticked switch with the attribute checked: left away, as it would tick it',
  );
  when(
    switches.some(({ ancestors }) => ancestors.at(-1)?.tag !== 'html'),
    'what stands around a switch beyond its nearest ancestors',
  );
  return todo.map((what) => `- ${what}`);
}

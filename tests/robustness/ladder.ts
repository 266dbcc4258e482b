import fc from 'fast-check';
import { generatedPage } from './arbitraries.ts';
import type { Lab } from './lab.ts';
import { judge, type Outcome } from './oracle.ts';
import type { GeneratedPage } from './page.ts';
import { add, type Tally } from './tally.ts';

/** A page on which something wrong was said, made as small as it goes. */
export interface Failure {
  readonly outcome: Outcome;
  readonly page: GeneratedPage;
  readonly html: string;
  readonly said: string;
}

const wrong: readonly Outcome[] = ['wrong-safe', 'wrong-alarm', 'inexact', 'threw'];
/** So many of one sort are made small; the rest of it is only counted. */
const SHRUNK_OF_A_SORT = 1;
const SHARE = 400;

/** The pages of a seed: always the same ones. */
export function pagesOf(seed: number, runs: number): GeneratedPage[] {
  return fc.sample(generatedPage, { seed, numRuns: runs });
}

/** Plays all pages, in as many windows as there are, and tallies them. Answers which went wrong. */
export async function play(
  labs: readonly Lab[],
  pages: readonly GeneratedPage[],
  tally: Tally,
  onShare: (played: number) => void = () => {},
): Promise<number[]> {
  const failed: number[] = [];
  let next = 0;
  let played = 0;
  const playIn = async (lab: Lab) => {
    while (next < pages.length) {
      const start = next;
      const share = pages.slice(start, start + SHARE);
      next += share.length;
      const runs = await lab.runAll(share);
      for (const [index, run] of runs.entries()) {
        const page = share[index];
        if (page && wrong.includes(add(tally, page, run))) failed.push(start + index);
      }
      played += share.length;
      onShare(played);
    }
  };
  await Promise.all(labs.map(playIn));
  return failed.toSorted((a, b) => a - b);
}

/** The smallest page of each sort of failure. */
export async function shrink(
  lab: Lab,
  seed: number,
  pages: readonly GeneratedPage[],
  failed: readonly number[],
): Promise<Failure[]> {
  const failures: Failure[] = [];
  const sorts = new Map<string, number>();
  for (const index of failed) {
    const page = pages[index];
    if (!page) continue;
    const outcome = judge(page, await lab.runOne(page));
    const sort = `${outcome} ${page.breaking?.kind}`;
    const before = sorts.get(sort) ?? 0;
    sorts.set(sort, before + 1);
    if (before < SHRUNK_OF_A_SORT) failures.push(await smallest(lab, seed, index, page, outcome));
  }
  return failures;
}

async function smallest(
  lab: Lab,
  seed: number,
  index: number,
  first: GeneratedPage,
  outcome: Outcome,
): Promise<Failure> {
  const goesWrong = async (page: GeneratedPage) => judge(page, await lab.runOne(page)) === outcome;
  const property = fc.asyncProperty(generatedPage, async (page) => !(await goesWrong(page)));
  // The page of that number comes first, and is made smaller from there.
  const { counterexample } = await fc.check(property, {
    seed,
    path: String(index),
    numRuns: 1,
    interruptAfterTimeLimit: 20_000,
  });
  const page = counterexample?.[0] ?? first;
  const run = await lab.runOne(page);
  const said = run.reports.map(
    ({ atMs, key, reading }) => `${atMs} ${key} ${JSON.stringify(reading)}`,
  );
  return { outcome: judge(page, run), page, html: run.html ?? '', said: said.join('\n') };
}

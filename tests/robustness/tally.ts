import { judge, judgeYardstick, type Outcome, outcomes } from './oracle.ts';
import type { GeneratedPage } from './page.ts';
import type { Run } from './run.ts';

export const sides = ['keeping', 'breaking'] as const;
type Side = (typeof sides)[number];
type Counts = Record<Outcome, number>;

/** How often each outcome came, over all pages of a run, of the reader and of the yardstick. */
export interface Tally {
  readonly ours: Readonly<Record<Side, Counts>>;
  readonly yardstick: Readonly<Record<Side, Counts>>;
  /** What was met: every setting, version, language, mutation and so on, and how often unknown. */
  readonly met: Map<string, { pages: number; unknown: number }>;
}

export function startTally(): Tally {
  return {
    ours: { keeping: zero(), breaking: zero() },
    yardstick: { keeping: zero(), breaking: zero() },
    met: new Map(),
  };
}

/** @returns how the reader did */
export function add(tally: Tally, page: GeneratedPage, run: Run): Outcome {
  const side = page.breaking ? 'breaking' : 'keeping';
  const outcome = judge(page, run);
  tally.ours[side][outcome]++;
  tally.yardstick[side][judgeYardstick(page, run)]++;
  for (const one of tagsOf(page)) {
    const { pages, unknown } = tally.met.get(one) ?? { pages: 0, unknown: 0 };
    const more = outcome === 'unknown' ? 1 : 0;
    tally.met.set(one, { pages: pages + 1, unknown: unknown + more });
  }
  return outcome;
}

export function totalOf(counts: Counts): number {
  return outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
}

function tagsOf({ setting, state, version, language, mutations, breaking }: GeneratedPage) {
  return [
    `setting ${setting}`,
    `state ${state}`,
    `version ${version}`,
    `language ${language}`,
    ...mutations.map(({ kind }) => `mutation ${kind}`),
    ...(breaking ? [`breaking ${breaking.kind}`] : []),
  ];
}

function zero(): Counts {
  return { right: 0, unknown: 0, inexact: 0, 'wrong-safe': 0, 'wrong-alarm': 0, threw: 0 };
}

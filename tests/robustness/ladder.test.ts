import { afterAll, beforeAll, expect, test } from 'vitest';
import { isFull } from '../../scripts/gate/run-kind.ts';
import { smallGrid } from './grid.ts';
import { bundle, type Lab, openLab } from './lab.ts';
import { pagesOf, play, shrink } from './ladder.ts';
import { judge } from './oracle.ts';
import { wrongReason } from './reasons.ts';
import { startTally } from './tally.ts';
import { complaintsOf } from './verdict.ts';

/** A share of what `npm run robustness` plays. Another one is asked for by the environment. */
const seed = Number(process.env['ROBUSTNESS_SEED'] ?? 1);
const RUNS = isFull ? 20_000 : 1_500;
const LIMIT_MS = isFull ? 3_600_000 : 270_000;

let labs: readonly Lab[] = [];

beforeAll(async () => {
  const code = await bundle();
  labs = [await openLab(code), await openLab(code)];
});
afterAll(async () => {
  for (const lab of labs) await lab.close();
});

test('every combination of state, version and failure is read right', async () => {
  const [lab] = labs;
  const pages = smallGrid();
  const runs = (await lab?.runAll(pages)) ?? [];
  const wrong = pages
    .map((page, index) => ({ page, run: runs[index] }))
    .map(({ page, run }) => ({
      page,
      outcome: run && judge(page, run),
      reason: run && wrongReason(page, run),
    }))
    .filter(({ outcome, reason }) => outcome !== 'right' || reason !== undefined);
  expect(wrong.slice(0, 5)).toEqual([]);
});

test(`of ${RUNS} mutated pages of seed ${seed} none is read wrong`, {
  timeout: LIMIT_MS,
}, async () => {
  const pages = pagesOf(seed, RUNS);
  const tally = startTally();
  const failed = await play(labs, pages, tally);
  const [lab] = labs;
  const failures = lab ? await shrink(lab, seed, pages, failed) : [];
  expect(failures).toEqual([]);
  expect(complaintsOf(tally, RUNS)).toEqual([]);
});

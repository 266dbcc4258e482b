import type { BenchBrowser } from './browser.ts';
import { type Measurement, measure } from './measure.ts';
import type { Pages } from './pages.ts';
import type { Scenario } from './scenarios.ts';
import { bannerWaits, readings, startAfresh } from './shipped.ts';

/** One scenario played once to each of the two extensions. */
export interface Batch {
  readonly ours: Measurement;
  readonly floor: Measurement;
  /** How long after its switch the page was read as what it shows. */
  readonly readAfterMs: number | undefined;
  /** What does not hold, whatever the clock says. */
  readonly faults: readonly string[];
}

export interface Contest {
  readonly pages: Pages;
  readonly shipped: BenchBrowser;
  readonly floor: BenchBrowser;
}

export async function playBatch(
  { pages, shipped, floor }: Contest,
  scenario: Scenario,
): Promise<Batch> {
  const { play, banner, reads } = scenario;
  pages.play(play);
  const floorMeasured = await measure(floor, scenario);

  await startAfresh(shipped, banner);
  const faults = (await bannerWaits(shipped)) ? ['a warning stands before anything was read'] : [];
  const ours = await measure(shipped, scenario);
  const readAt = (await readings(shipped))[reads];
  const { switchAt } = ours;

  if (reads === 'nothing') {
    if (ours.slices.length > 0) faults.push(`${ours.slices.length} slices of ours ran`);
  } else {
    if (readAt === undefined) faults.push(`the page was not read as ${reads}`);
    for (const [who, { slices }] of [['ours', ours] as const, ['floor', floorMeasured] as const]) {
      if (!slices.some(({ kind }) => kind === 'load')) {
        faults.push(`the trace does not show how the script was loaded: ${who}`);
      }
    }
  }
  return {
    ours,
    floor: floorMeasured,
    readAfterMs: readAt !== undefined && switchAt !== undefined ? readAt - switchAt : undefined,
    faults,
  };
}

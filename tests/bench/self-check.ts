import { join } from 'node:path';
import { launchWith } from './browser.ts';
import { measure } from './measure.ts';
import { type Pages, SETTING_PAGE } from './pages.ts';
import { SPINS, writeBusy } from './sample-extensions.ts';
import { spreadOf, sum } from './statistics.ts';
import type { Kind, PageTrace } from './trace.ts';

/** The page's clock is coarse. */
const MAY_LACK_MS = 0.2;
/** The spinning is not all that these scripts do, and the machine is not theirs alone. */
const MAY_ADD_MS = 10;
const LOADS = 5;

const spent: Partial<Record<Kind, number>> = {
  load: SPINS.load,
  timer: SPINS.timer + SPINS.afterTimer,
  observer: SPINS.observer,
  message: SPINS.message,
  answer: SPINS.answer,
};

/** Measures an extension of which it is known how long it runs. Answers what is summed wrongly. */
export async function checkSums(pages: Pages, folder: string): Promise<string[]> {
  const browser = await launchWith(writeBusy(join(folder, 'busy')), pages.port);
  try {
    pages.play({ elements: 400, switch: 'on' });
    const loads: PageTrace[] = [];
    while (loads.length < LOADS)
      loads.push(await measure(browser, { address: SETTING_PAGE, watchMs: 3_500 }));

    return Object.entries(spent).flatMap(([kind, expected]) => {
      const found = spreadOf(loads.map((load) => timeOf(load, kind)));
      const line = `${kind}: spent ${expected} ms, summed ${found.min.toFixed(2)} ms`;
      console.log(`  ${line} [median ${found.median.toFixed(2)}]`);
      const over = found.min - expected;
      return over >= -MAY_LACK_MS && over <= MAY_ADD_MS ? [] : [line];
    });
  } finally {
    await browser.close();
  }
}

function timeOf({ slices }: PageTrace, kind: string): number {
  return sum(slices.filter((slice) => slice.kind === kind).map(({ wallMs }) => wallMs));
}

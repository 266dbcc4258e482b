import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildFor } from '../../scripts/build.ts';
import { type Starts, startBackground } from './background.ts';
import { type Batch, playBatch } from './batch.ts';
import { launchWith } from './browser.ts';
import { type Pages, servePages } from './pages.ts';
import { type Results, report } from './report.ts';
import { writeFloor } from './sample-extensions.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import { checkSums } from './self-check.ts';

const USAGE = `npm run bench -- [--batches 10] [--only part-of-a-page's-name] [--dist folder] [--self-check]`;

const STARTS_A_BATCH = 3;

const wanted = readArguments();
const folder = mkdtempSync(join(tmpdir(), 'default-check-bench-'));
const pages = await servePages();
try {
  const faults = wanted.selfCheck ? await checkSums(pages, folder) : await bench(pages);
  for (const fault of faults) console.error(`FAULT: ${fault}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await pages.close();
  rmSync(folder, { recursive: true, force: true });
}

async function bench(pages: Pages): Promise<string[]> {
  const { batches, only } = wanted;
  const chosen = scenarios.filter(({ name }) => name.includes(only));
  const dist = wanted.dist === undefined ? await buildFor('chrome') : resolve(wanted.dist);
  const minutes = (chosen.reduce((all, { watchMs }) => all + watchMs, 0) * 2 * batches) / 60_000;
  console.log(
    `${batches} batches of ${chosen.length} pages: about ${Math.ceil(minutes * 1.1)} min`,
  );

  const shipped = await launchWith(dist, pages.port);
  const floor = await launchWith(writeFloor(join(folder, 'floor')), pages.port);
  const results = new Map<Scenario, Batch[]>(chosen.map((scenario) => [scenario, []]));
  const starts: Starts = { ours: [], floor: [] };
  try {
    // A first load in a new browser pays for much that is not ours.
    for (const scenario of chosen.slice(0, 1)) {
      await playBatch({ pages, shipped, floor }, { ...scenario, watchMs: 2_000 });
    }
    for (let batch = 0; batch < batches; batch++) {
      for (const [scenario, played] of results) {
        played.push(await playBatch({ pages, shipped, floor }, scenario));
      }
      for (let each = 0; each < STARTS_A_BATCH; each++) {
        starts.floor.push(await startBackground(floor));
        starts.ours.push(await startBackground(shipped));
      }
      console.log(`batch ${batch + 1} of ${batches}`);
    }
  } finally {
    await shipped.close();
    await floor.close();
  }
  console.log(`\n${report(results, starts)}\n`);
  return faultsOf(results);
}

function faultsOf(results: Results): string[] {
  const faults = [...results].flatMap(([{ name }, batches]) =>
    batches.flatMap((batch) => batch.faults.map((fault) => `${name}: ${fault}`)),
  );
  return [...new Set(faults)];
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        batches: { type: 'string', default: '10' },
        only: { type: 'string', default: '' },
        dist: { type: 'string' },
        'self-check': { type: 'boolean', default: false },
      },
    });
    const batches = Number(values.batches);
    if (!Number.isInteger(batches) || batches < 1) throw new Error(`${values.batches} batches`);
    return { batches, only: values.only, dist: values.dist, selfCheck: values['self-check'] };
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return process.exit(1);
  }
}

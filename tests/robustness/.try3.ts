import fc from 'fast-check';
import { generatedPage } from './arbitraries.ts';
import { bundle, launchLab } from './lab.ts';
import { add, startTally } from './tally.ts';

const seed = Number(process.argv[2] ?? 1),
  n = Number(process.argv[3] ?? 1500);
const b = await launchLab('chromium');
const lab = await b.open(await bundle());
const pages = fc.sample(generatedPage, { seed, numRuns: n });
const t = Date.now();
const tally = startTally();
const bad: Record<string, number[]> = {};
const runs = await lab.runAll(pages);
runs.forEach((run, i) => {
  const page = pages[i]!;
  const o = add(tally, page, run);
  if (o !== 'right') (bad[`${o} ${page.breaking?.kind ?? 'keeping'}`] ??= []).push(i);
});
console.log('pages/s', n / ((Date.now() - t) / 1000));
console.table({
  'ours keeping': tally.ours.keeping,
  'ours breaking': tally.ours.breaking,
  'ys keeping': tally.yardstick.keeping,
  'ys breaking': tally.yardstick.breaking,
});
for (const [k, v] of Object.entries(bad)) {
  console.log(k, v.length);
  for (const i of v.slice(0, 2))
    console.log(
      '   ',
      JSON.stringify(pages[i]),
      JSON.stringify(
        runs[i]!.reports.map((r) => [
          r.atMs,
          r.key.slice(9),
          r.reading.state,
          (r.reading as any).reason ?? (r.reading as any).position,
        ]),
      ),
    );
}
await b.close();

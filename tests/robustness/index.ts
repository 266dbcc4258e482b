import { parseArgs } from 'node:util';
import { closePlainBrowsers } from '../page/plain-browser.ts';
import { grid } from './grid.ts';
import { playHistories } from './histories.ts';
import { bundle, openLab } from './lab.ts';
import { pagesOf, play, shrink } from './ladder.ts';
import { costTableOf, tableOf } from './table.ts';
import { startTally } from './tally.ts';
import { complaintsOf, wrongIn } from './verdict.ts';

/*
 * npm run robustness [-- --seed 1 --runs 20000 --windows 2 --histories 1000]
 * Plays generated pages to the reader and to the yardstick, and says how both did; then generated lives of
 * whole browsers, for more than an hour.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261123' },
    runs: { type: 'string', default: '20000' },
    windows: { type: 'string', default: '2' },
    histories: { type: 'string', default: '1000' },
  },
});
const seed = Number(values.seed);
const runs = Number(values.runs);
console.log(`seed ${seed}, ${runs} pages`);

const code = await bundle();
const windows = Array.from({ length: Number(values.windows) }, () => openLab(code));
const labs = await Promise.all(windows);
const [lab] = labs;
if (!lab) throw new Error('no window');

const began = Date.now();
const combinations = grid();
const gridTally = startTally();
const failedInGrid = await play(labs, combinations, gridTally);
const pages = pagesOf(seed, runs);
const tally = startTally();
const failed = await play(labs, pages, tally, (played) => {
  if (played % 4_000 === 0) console.log(`${played} played`);
});
const seconds = (Date.now() - began) / 1_000;
const all = runs + combinations.length;

console.log(`\nEvery state × language × version × failure\n${tableOf(gridTally)}`);

console.log(`\nMutated pages, seed ${seed}\n${tableOf(tally)}\n\n${costTableOf(tally)}\n`);
console.log(`${all} pages in ${seconds.toFixed(0)} s, ${(all / seconds).toFixed(0)} a second`);

for (const index of failedInGrid.slice(0, 5)) console.log(JSON.stringify(combinations[index]));

for (const { outcome, page, said, html } of await shrink(lab, seed, pages, failed)) {
  console.log(`\n${outcome}\n${JSON.stringify(page)}\n${said}\n${html}`);
}
const complaints = [...wrongIn(gridTally), ...complaintsOf(tally, runs)];
const histories = Number(values.histories);
if (histories > 0 && !(await playHistories(seed, histories))) {
  complaints.push('something wrong was said in the life of a browser');
}
for (const complaint of complaints) console.error(`FAILED: ${complaint}`);
await closePlainBrowsers();
process.exitCode = complaints.length > 0 ? 1 : 0;

import { type ChildProcess, spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { installBrowsers } from '../browsers.ts';
import { kept } from './cache.ts';
import { npmRun } from './npm-run.ts';
import { FAILED_FILE, FLAKY_FILE, type Flake } from './reporter.ts';
import { environmentOf } from './run-kind.ts';
import { sayYardstick } from './yardstick.ts';

/*
 * npm run test:proof -- --times 5 --load 2
 * Runs what runs in browsers again and again, beside processes that do nothing but work, and names each
 * test that failed or needed its second try.
 */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '5' },
    load: { type: 'string', default: '2' },
  },
});
const times = Number(values.times);
const load = Number(values.load);
const projects = ['chromium-pages', 'firefox-pages', 'chromium', 'firefox'];

installBrowsers(['chromium', 'firefox']);
await sayYardstick();
if (!npmRun('build')) process.exit(1);

const busy: ChildProcess[] = Array.from({ length: load }, () =>
  spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
);
const failures: string[] = [];
const lines: string[] = [];
try {
  for (let run = 1; run <= times; run++) {
    console.log(`\nRun ${run} of ${times}, beside ${load} busy processes`);
    const began = Date.now();
    const args = projects.flatMap((name) => ['--project', name]);
    const passed = npmRun('vitest', { args, env: environmentOf('gate') });
    const took = `${((Date.now() - began) / 60_000).toFixed(1)} min`;
    lines.push(`Run ${run}: ${passed ? 'passed' : 'FAILED'} in ${took}`);
    if (!passed) failures.push(`run ${run}`);
    for (const name of listed<string>(FAILED_FILE)) lines.push(`  failed: ${name}`);
    for (const { name } of listed<Flake>(FLAKY_FILE)) lines.push(`  second try: ${name}`);
  }
} finally {
  for (const one of busy) one.kill('SIGKILL');
}
console.log(`\n${lines.join('\n')}`);
console.log(`\n${times - failures.length} of ${times} runs passed`);
process.exitCode = failures.length > 0 ? 1 : 0;

function listed<T>(file: string): T[] {
  return JSON.parse(kept(file) ?? '[]') as T[];
}

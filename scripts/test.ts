import { parseArgs } from 'node:util';
import { installBrowsers } from './browsers.ts';
import { cleanTree, keep } from './gate/cache.ts';
import { npmRun } from './gate/npm-run.ts';
import { environmentOf } from './gate/run-kind.ts';
import { sayYardstick } from './gate/yardstick.ts';

/*
 * npm test: the gate. npm run test:full: everything in both browsers, at real pace and without a second
 * try. Either passes what else it is given on to the tests.
 */
const { values, positionals } = parseArgs({
  options: { full: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const env = environmentOf(values.full ? 'full' : 'gate');
const times: string[] = [];

/** A check that fails does not keep the others from running: one run names all that is wrong. */
function passes(name: string, script: string, args: readonly string[] = []): boolean {
  console.log(`\n${name}`);
  const began = Date.now();
  const isSound = npmRun(script, { args, env });
  times.push(`${name} ${((Date.now() - began) / 1_000).toFixed(0)} s`);
  return isSound;
}

// A browser that cannot be had is said here and fails its tests below.
const missing = installBrowsers(['chromium', 'firefox']);
for (const line of missing) console.error(line);
if (missing.length === 0) await sayYardstick();

const tree = positionals.length === 0 ? cleanTree() : undefined;
const checks = [passes('Types', 'types'), passes('Lint', 'lint'), passes('Build', 'build')];
console.log(`\n${times.join(', ')}`);
const sound = [...checks, passes('Tests', 'vitest', positionals)];
if (!sound.every(Boolean) || missing.length > 0) process.exit(1);
// Anyone can tell whether this very commit has passed.
if (tree !== undefined && tree === cleanTree()) keep('gate-passed', tree);

import { spawnSync } from 'node:child_process';
import { installBrowsers } from './browsers.ts';

/** A check that fails does not keep the others from running: one run names all that is wrong. */
function passes(name: string, ...args: string[]): boolean {
  console.log(`\n${name}`);
  return (
    spawnSync('npm', ['run', '--silent', ...args], { stdio: 'inherit', shell: true }).status === 0
  );
}

// A browser that cannot be had is said here and fails its tests below.
const missing = installBrowsers(['chromium', 'firefox']);
for (const line of missing) console.error(line);

const sound = [
  passes('Types', 'types'),
  passes('Lint', 'lint'),
  passes('Build', 'build'),
  passes('Tests', 'vitest', '--', ...process.argv.slice(2)),
];
process.exit(sound.every(Boolean) && missing.length === 0 ? 0 : 1);

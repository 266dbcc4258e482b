import { spawnSync } from 'node:child_process';
import { findBrowser } from '../tests/e2e/browsers/find-browser.ts';
import type { BrowserName } from '../tests/e2e/browsers/index.ts';

const debianPackages: Readonly<Record<BrowserName, string>> = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
};

/**
 * Installs the browsers that are missing from Debian's packages, where it may. Returns a line for
 * each that still cannot be had.
 */
export function installBrowsers(names: readonly BrowserName[]): string[] {
  const missing = names.filter((name) => findBrowser(name) === undefined);
  if (missing.length > 0 && mayInstall()) aptInstall(missing.map((name) => debianPackages[name]));
  return names.filter((name) => findBrowser(name) === undefined).map(howToGet);
}

function howToGet(name: BrowserName): string {
  const variable = `${name.toUpperCase()}_PATH`;
  return `No ${name} found: install it (on Debian: sudo apt-get install ${debianPackages[name]}) or set ${variable} to its program.`;
}

function mayInstall(): boolean {
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
  );
}

function aptInstall(packages: readonly string[]): void {
  console.log(`Installing ${packages.join(' and ')} …`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  } satisfies Parameters<typeof spawnSync>[2];
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { shippingEnvironment } from '../../shipping-environment.ts';
import type { BrowserName } from '../browsers/index.ts';
import { addHurry, targetOf } from '../pace.ts';
import type { LifeGuard } from './guards.ts';

/** All that a build is made from. */
const SOURCES = [
  ...['src', 'public', 'scripts', 'manifest.json'],
  ...['package.json', 'tsconfig.json', 'vite.config.ts'],
];

/**
 * Builds a copy of the sources in which one guard is switched off. A plugin would not do: the scripts for
 * pages are built without any.
 *
 * @returns the folder of the extension, which can be hurried
 */
export function buildWithout(guard: LifeGuard, browser: BrowserName): string {
  const { file, find, within = find, replace } = guard;
  const folder = resolve('dist/without', guard.name.replaceAll(' ', '-'));
  rmSync(folder, { recursive: true, force: true });
  for (const source of SOURCES) cpSync(resolve(source), join(folder, source), { recursive: true });

  const changed = join(folder, file);
  const code = readFileSync(changed, 'utf8');
  writeFileSync(
    changed,
    code.replace(within, () => within.replace(find, () => replace)),
  );

  const mode = targetOf(browser);
  const vite = resolve('node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--mode', mode, '--logLevel', 'error'], {
    cwd: folder,
    env: shippingEnvironment(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const build = join(folder, 'dist', mode);
  addHurry(build);
  return build;
}

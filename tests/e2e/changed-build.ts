import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { shippingEnvironment } from '../shipping-environment.ts';
import type { BrowserName } from './browsers/index.ts';
import { addHurry, targetOf } from './pace.ts';

/** All that a build is made from. */
const SOURCES = [
  ...['src', 'public', 'scripts', 'manifest.json'],
  ...['package.json', 'tsconfig.json', 'vite.config.ts'],
];

/**
 * Builds a copy of the sources with a change in them. A plugin would not do: the scripts for pages are built
 * without any.
 *
 * @param change is given the folder of the copy
 * @returns the folder of the extension, which can be hurried
 */
export function buildChanged(
  name: string,
  browser: BrowserName,
  change: (folder: string) => void,
): string {
  const folder = resolve('dist/changed', name);
  rmSync(folder, { recursive: true, force: true });
  for (const source of SOURCES) cpSync(resolve(source), join(folder, source), { recursive: true });
  change(folder);

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

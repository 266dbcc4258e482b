import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../browsers/index.ts';
import { buildChanged } from '../changed-build.ts';
import type { LifeGuard } from './guards.ts';

/**
 * Builds a copy of the sources in which one guard is switched off.
 *
 * @returns the folder of the extension, which can be hurried
 */
export function buildWithout(guard: LifeGuard, browser: BrowserName): string {
  const { file, find, within = find, replace } = guard;
  return buildChanged(`without-${guard.name.replaceAll(' ', '-')}`, browser, (folder) => {
    const changed = join(folder, file);
    const code = readFileSync(changed, 'utf8');
    writeFileSync(
      changed,
      code.replace(within, () => within.replace(find, () => replace)),
    );
  });
}

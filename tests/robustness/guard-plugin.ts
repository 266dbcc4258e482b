import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Guard } from './guards.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Makes each guard of the reader one that the lab can switch off while the page runs. */
export function guardPlugin(guards: readonly Guard[]): Plugin {
  return {
    name: 'guards',
    enforce: 'pre',
    transform(code, id) {
      const here = guards.filter(({ file }) => id === root + file);
      return here.length > 0 ? switchable(code, here) : undefined;
    },
  };
}

/** Guards whose text the reader no longer has: they would be proven by nothing. */
export function lostGuards(guards: readonly Guard[]): string[] {
  return guards
    .filter(({ file, find }) => readFileSync(root + file, 'utf8').split(find).length !== 2)
    .map(({ name, file, find }) => `${name}: ${file} has not exactly once: ${find}`);
}

function switchable(code: string, guards: readonly Guard[]): string {
  const finds = new Set(guards.map(({ find }) => find));
  let made = code;
  for (const find of finds) {
    const choices = guards
      .filter((guard) => guard.find === find)
      .map(
        ({ name, replace }) => `globalThis.guardOff === ${JSON.stringify(name)} ? (${replace}) : `,
      );
    made = made.replace(find, () => `(${choices.join('')}(${find}))`);
  }
  return made;
}

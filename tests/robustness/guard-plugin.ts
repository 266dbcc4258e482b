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
    .filter(({ file, find, within }) => {
      const code = readFileSync(root + file, 'utf8');
      return !isOnceIn(code, within ?? find) || (within !== undefined && !isOnceIn(within, find));
    })
    .map(({ name, file, find }) => `${name}: ${file} has not exactly once: ${find}`);
}

function isOnceIn(code: string, find: string): boolean {
  return code.split(find).length === 2;
}

function switchable(code: string, guards: readonly Guard[]): string {
  const finds = new Map(guards.map(({ find, within = find }) => [within, find]));
  let made = code;
  for (const [within, find] of finds) {
    const choices = guards
      .filter((guard) => (guard.within ?? guard.find) === within)
      .map(
        ({ name, replace }) => `globalThis.guardOff === ${JSON.stringify(name)} ? (${replace}) : `,
      );
    const choice = `(${choices.join('')}(${find}))`;
    made = made.replace(within, () => within.replace(find, () => choice));
  }
  return made;
}

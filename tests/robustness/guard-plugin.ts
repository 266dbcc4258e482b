import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** An expression of a source file, and what takes its place. */
export interface ReplacedText {
  readonly name: string;
  readonly file: string;
  /** Exactly as the source has it. */
  readonly find: string;
  /** Where it stands more than once: the text around it, which does not. */
  readonly within?: string;
  readonly replace: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Makes each guard of the reader one that the lab can switch off while the page runs. */
export function guardPlugin(guards: readonly ReplacedText[]): Plugin {
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
export function lostGuards(guards: readonly ReplacedText[]): string[] {
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

function switchable(code: string, guards: readonly ReplacedText[]): string {
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

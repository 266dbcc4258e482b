import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { localeFolders, messagesIn } from './words.ts';

const PUBLIC = resolve(import.meta.dirname, '../public');
const ASSEMBLED = resolve(import.meta.dirname, '../node_modules/.cache/public');

/** Ships `public/` with the words of each service merged into `_locales`. */
export function publicFiles(): Plugin {
  return {
    name: 'public-files',
    config() {
      assemble();
      return { publicDir: ASSEMBLED };
    },
  };
}

/** Touches only what differs: another build may be reading the same files. */
function assemble(): void {
  const wanted = new Map(filesIn(PUBLIC).map((path) => [path, readFileSync(join(PUBLIC, path))]));
  for (const folder of localeFolders()) {
    const text = JSON.stringify(messagesIn(folder), null, 2);
    wanted.set(join('_locales', folder, 'messages.json'), Buffer.from(`${text}\n`));
  }
  mkdirSync(ASSEMBLED, { recursive: true });
  const there = new Set(filesIn(ASSEMBLED));
  for (const path of there) if (!wanted.has(path)) rmSync(join(ASSEMBLED, path));
  for (const [path, content] of wanted) {
    const file = join(ASSEMBLED, path);
    if (there.has(path) && readFileSync(file).equals(content)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

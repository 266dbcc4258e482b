import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { isBuilt } from '../../scripts/gate/run-kind.ts';
import type { Target } from '../../scripts/manifest.ts';
import { shippingEnvironment } from '../shipping-environment.ts';

export const targets = ['chrome', 'firefox'] as const satisfies readonly Target[];

const ROOT = join(import.meta.dirname, '../..');
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');

/** A built extension: what ships, by its path in the package. */
export interface Built {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly manifest: BuiltManifest;
  text(path: string): string;
}

export type BuiltManifest = Readonly<Record<string, unknown>> & {
  readonly content_scripts: readonly { readonly js: readonly string[] }[];
  readonly action: { readonly default_popup: string };
};

/**
 * What ships: from `dist` where `npm test` has just built it, and else built apart from it, as it may be
 * stale, in a process of its own.
 */
export async function build(target: Target): Promise<Built> {
  if (isBuilt) return toBuilt(readAll(join(ROOT, 'dist', target)));
  const folder = mkdtempSync(join(tmpdir(), `default-check-${target}-`));
  try {
    const args = [VITE, 'build', '--mode', target, '--outDir', folder, '--emptyOutDir'];
    await promisify(execFile)(process.execPath, [...args, '--logLevel', 'warn'], {
      cwd: ROOT,
      env: shippingEnvironment(),
    });
    return toBuilt(readAll(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toBuilt(files: ReadonlyMap<string, Buffer>): Built {
  const text = (path: string) => {
    const found = files.get(path);
    if (!found) throw new Error(`${path} was not built: ${[...files.keys()].join(', ')}`);
    return found.toString('utf8');
  };
  return { files, text, manifest: JSON.parse(text('manifest.json')) };
}

function readAll(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return new Map(
    files.map((file) => [relative(folder, file).replaceAll(sep, posix.sep), readFileSync(file)]),
  );
}

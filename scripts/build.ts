import { resolve } from 'node:path';
import { build } from 'vite';
import type { Target } from './manifest.ts';

/** Builds the extension for one browser. Returns its folder. */
export async function buildFor(target: Target): Promise<string> {
  console.log(`Building dist/${target} …`);
  await build({ mode: target, logLevel: 'warn' });
  return resolve('dist', target);
}

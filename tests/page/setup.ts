import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { oncePerRun } from '../once-per-run.ts';
import { bundle } from './bundle.ts';

const entries = [
  'lab-entry.ts',
  'fixtures-entry.ts',
  'press-entry.ts',
  'structure-entry.ts',
  'watch-entry.ts',
] as const;

/** A file beside this one that pages of a lab have as `lab`. */
export type Entry = (typeof entries)[number];

declare module 'vitest' {
  interface ProvidedContext {
    pageCode: Readonly<Record<Entry, string>>;
  }
}

/** The code that pages are given is bundled once for a run. */
export default async function setup(project: TestProject): Promise<void> {
  const bundled = await oncePerRun('page code', () => Promise.all(entries.map(withCode)));
  project.provide('pageCode', Object.fromEntries(bundled) as never);
}

async function withCode(entry: Entry): Promise<readonly [Entry, string]> {
  return [entry, await bundle(fileURLToPath(new URL(entry, import.meta.url)))];
}

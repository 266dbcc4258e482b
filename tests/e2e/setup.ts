import { npmRun } from '../../scripts/gate/npm-run.ts';
import { isBuilt } from '../../scripts/gate/run-kind.ts';

let isMade = isBuilt;

/** Journeys are made with the extension as it is now. Vitest asks once for each browser. */
export default function setup(): void {
  if (isMade) return;
  // A test runner says `NODE_ENV=test`, and with that another extension comes out.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  isMade = npmRun('build', { env, isQuiet: true });
  if (!isMade) throw new Error('The extension cannot be built');
}

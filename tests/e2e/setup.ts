import { npmRun } from '../../scripts/gate/npm-run.ts';
import { isBuilt } from '../../scripts/gate/run-kind.ts';
import { oncePerRun } from '../once-per-run.ts';
import { browserNames } from './browsers/index.ts';
import { copyHurried } from './pace.ts';

/** Journeys are made with the extension as it is now. */
export default function setup(): void {
  if (!isBuilt) oncePerRun('extension', build);
  oncePerRun('hurried extension', () => browserNames.forEach(copyHurried));
}

function build(): void {
  // A test runner says `NODE_ENV=test`, and with that another extension comes out.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  if (!npmRun('build', { env, isQuiet: true })) throw new Error('The extension cannot be built');
}

import { npmRun } from '../../scripts/gate/npm-run.ts';
import { isBuilt, isMadeReady } from '../../scripts/gate/run-kind.ts';
import { oncePerRun } from '../once-per-run.ts';
import { shippingEnvironment } from '../shipping-environment.ts';
import { browserNames } from './browsers/index.ts';
import { copyHurried } from './pace.ts';

/** Journeys are made with the extension as it is now. */
export default function setup(): void {
  if (!isMadeReady) makeReady();
}

export function makeReady(): void {
  if (!isBuilt) oncePerRun('extension', build);
  oncePerRun('hurried extension', () => browserNames.forEach(copyHurried));
}

function build(): void {
  if (!npmRun('build', { env: shippingEnvironment(), isQuiet: true }))
    throw new Error('The extension cannot be built');
}

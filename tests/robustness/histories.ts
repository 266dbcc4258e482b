import { spawn } from 'node:child_process';
import { environmentOf } from '../../scripts/gate/run-kind.ts';
import { variableOf } from '../e2e/life/share.ts';
import { makeReady } from '../e2e/setup.ts';

/** A journey waits for a third of its time: more than two cores have work for. */
const PROCESSES = 3;

/**
 * Plays generated lives of a browser in Chromium, and switches each guard off once.
 * @returns whether nothing wrong was said
 */
export async function playHistories(seed: number, count: number): Promise<boolean> {
  makeReady();
  const env = environmentOf('beside');
  const shares = Array.from({ length: PROCESSES }, (_, part) => ({
    seed,
    count,
    part,
    of: PROCESSES,
  }));
  const ladder = await Promise.all(
    shares.map((share) =>
      runTests('tests/e2e/life/ladder.test.ts', { ...env, ...variableOf(share) }),
    ),
  );
  const guards = await runTests('tests/e2e/life/guards.test.ts', env);
  return [...ladder, guards].every((isRight) => isRight);
}

function runTests(file: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const args = ['vitest', 'run', '--project', 'chromium', file, '--retry', '0'];
  return new Promise((resolve, reject) => {
    const run = spawn('npx', args, { env, stdio: 'inherit' });
    run.once('error', reject);
    run.once('close', (code) => resolve(code === 0));
  });
}

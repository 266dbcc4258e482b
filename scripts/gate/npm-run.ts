import { spawnSync } from 'node:child_process';

interface Options {
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** What it says matters only where it fails. */
  readonly isQuiet?: boolean;
}

/** Runs one of the project's scripts. @returns whether it succeeded */
export function npmRun(script: string, { args = [], env, isQuiet }: Options = {}): boolean {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', script, '--', ...args], {
    stdio: isQuiet ? 'pipe' : 'inherit',
    shell: true,
    env,
  });
  if (isQuiet && status !== 0) process.stderr.write(Buffer.concat([stdout, stderr]));
  return status === 0;
}

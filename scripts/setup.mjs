// Runs before anything is installed: only what Node itself has.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.installed-from');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/** Installs the packages of the lockfile, unless they are there. */
export function installPackages() {
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Node ${process.versions.node} is too old: Default Check needs 20.19 or newer.`);
  }
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;

  console.log('Installing packages …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  run(npm, ['ci', '--no-audit', '--no-fund'], { shell: process.platform === 'win32' });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

/** @param {string} message */
export function stop(message) {
  console.error(message);
  process.exit(1);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').ExecFileSyncOptions} [options]
 */
export function run(command, args, options = {}) {
  try {
    execFileSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  } catch {
    stop(`${command} ${args.join(' ')} failed.`);
  }
}

/**
 * Runs a TypeScript file of this folder, once the packages are there.
 *
 * @param {string} name
 * @param {readonly string[]} [args]
 */
export function runScript(name, args = []) {
  run(process.execPath, ['--import', 'tsx', join('scripts', name), ...args]);
}

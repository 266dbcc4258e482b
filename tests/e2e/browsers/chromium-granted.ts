import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';

/**
 * Installs the build with some of its optional permissions granted, hosts among them. Chromium's question for them is drawn
 * by the browser where no test can press it, and it lies in no profile. But who has installed an extension
 * that required a permission keeps it granted when an update makes it optional: so that update is played,
 * in a folder of its own, and what runs in the end is the build as it ships.
 */
export async function installGranted(
  browser: Browser,
  dist: string,
  granted: readonly string[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'default-check-granted-'));
  browser.once('disconnected', () => void rm(folder, { recursive: true, force: true }));
  await cp(dist, folder, { recursive: true });

  const file = join(folder, 'manifest.json');
  const shipped = await readFile(file, 'utf8');
  const {
    optional_permissions: _,
    optional_host_permissions: __,
    permissions,
    host_permissions,
    ...rest
  } = JSON.parse(shipped);
  const hosts = granted.filter((one) => one.includes('://'));
  const others = granted.filter((one) => !hosts.includes(one));
  const required = {
    permissions: [...permissions, ...others],
    host_permissions: [...host_permissions, ...hosts],
  };
  await writeFile(file, JSON.stringify({ ...rest, ...required }));
  await browser.installExtension(folder);

  await writeFile(file, shipped);
  return browser.installExtension(folder);
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Simulator } from '../simulator/server.ts';
import { launch, type TestBrowser } from './browsers/index.ts';
import { shippedBuild } from './pace.ts';

export interface LastingProfile {
  start(): Promise<TestBrowser>;
  /** Closes the browser, if one runs. */
  stop(): Promise<void>;
}

/** A profile of its own in which a browser can be started again. It is gone afterwards. */
export async function inLastingProfile(
  simulator: Simulator,
  use: (profile: LastingProfile) => Promise<void>,
): Promise<void> {
  const name = inject('browser');
  const dist = shippedBuild(name);
  const profile = await mkdtemp(join(tmpdir(), 'default-check-profile-'));
  let running: TestBrowser | undefined;
  const stop = async () => {
    const browser = running;
    running = undefined;
    await browser?.close();
  };
  const start = async () => {
    running = await launch(name, { simulator, dist, profile });
    return running;
  };
  try {
    await use({ start, stop });
  } finally {
    await stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

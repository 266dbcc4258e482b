import { type Simulator, startSimulator } from '../simulator/server.ts';
import {
  type BrowserName,
  type LaunchOptions,
  launch,
  type TestBrowser,
} from './browsers/index.ts';
import { hurriedBuild, PACE } from './pace.ts';

/** A browser that has the extension, and the service that it meets. */
export interface Stage {
  readonly browser: TestBrowser;
  readonly simulator: Simulator;
  readonly isShared: boolean;
}

type Options = Pick<LaunchOptions, 'granted' | 'firefoxQuotaKb' | 'firefoxManaged'> & {
  readonly own?: boolean;
  readonly build?: () => string;
};

let shared: Promise<Stage> | undefined;

/**
 * One for all files of this process, with the extension installed anew; of its own where a file asks for
 * something that others do not.
 */
export async function openStage(name: BrowserName, options: Options): Promise<Stage> {
  if (Object.keys(options).length > 0) return launchStage(name, false, options);
  const running = await shared;
  if (running?.browser.isConnected()) {
    await running.browser.reinstall();
    return running;
  }
  shared = launchStage(name, true);
  return shared;
}

export async function closeStage({ browser, simulator, isShared }: Stage): Promise<void> {
  if (isShared) return;
  await browser.close();
  await simulator.close();
}

async function launchStage(
  name: BrowserName,
  isShared: boolean,
  { own: _, build, ...options }: Options = {},
): Promise<Stage> {
  const simulator = await startSimulator();
  const dist = build?.() ?? hurriedBuild(name);
  const browser = await launch(name, { simulator, dist, pace: PACE, ...options });
  return { browser, simulator, isShared };
}

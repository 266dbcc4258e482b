import type { Account } from './account.ts';
import type { Modes } from './modes.ts';
import { TOY_HOSTS } from './toy.ts';

export const HOST = 'www.linkedin.com';
export const ORIGIN = `https://${HOST}`;

/** Every site that is played, each at its real address. */
export const HOSTS: readonly string[] = [HOST, ...TOY_HOSTS];

/** What every part of the simulator looks at, always as it is now. */
export interface Site {
  readonly account: Account;
  readonly modes: Modes;
  /** Aborted when the simulator is reset or closed, so that no late save reaches the next test. */
  ending: AbortSignal;
}

import { NO_POLICY, type Policy, parsePolicy } from '../core/store/policy.ts';
import { browser } from './api.ts';

/** What an administrator has set. Firefox has no managed storage where nobody has set anything. */
export async function readPolicy(): Promise<Policy> {
  try {
    return parsePolicy(await browser.storage.managed.get(null));
  } catch {
    return NO_POLICY;
  }
}

export function onPolicyChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') changed();
  });
}

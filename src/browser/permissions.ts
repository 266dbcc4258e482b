import type { Permissions } from 'webextension-polyfill';
import { browser } from './api.ts';

const NOTIFICATIONS = { permissions: ['notifications' as const] };

/** Whether the browser lets us send notifications. The person may take that back in it at any time. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(NOTIFICATIONS);
}

/**
 * Whether the browser lets us into all pages that match. The person may take that back in it at any time.
 *
 * @param patterns match patterns
 */
export function hasSiteAccess(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...patterns] });
}

/** Only in a page of ours and straight from the person's click, as for notifications. */
export async function askForSiteAccess(patterns: readonly string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [...patterns] });
  } catch {
    return false;
  }
}

/** Only in a page of ours and straight from the person's click: later than that the browser refuses. */
export async function askToNotify(): Promise<boolean> {
  try {
    return await browser.permissions.request(NOTIFICATIONS);
  } catch {
    return false;
  }
}

export async function giveUpNotifying(): Promise<void> {
  await browser.permissions.remove(NOTIFICATIONS);
}

export function onPermissionsChanged(changed: () => void): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}

/** Gives back whatever the person granted beyond what the extension was installed with. */
export async function giveBackPermissions(): Promise<void> {
  const { optional_permissions, optional_host_permissions } = browser.runtime.getManifest();
  const granted = await browser.permissions.getAll();
  const permissions = (optional_permissions ?? []).filter(isIn(granted.permissions));
  const origins = (optional_host_permissions ?? []).filter(isIn(granted.origins));
  if (permissions.length + origins.length > 0) {
    await browser.permissions.remove({ permissions, origins } as Permissions.Permissions);
  }
}

function isIn(granted: readonly string[] = []): (one: string) => boolean {
  return (one) => granted.includes(one);
}

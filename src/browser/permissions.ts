import type { Permissions } from 'webextension-polyfill';
import { browser } from './api.ts';

const NOTIFICATIONS = { permissions: ['notifications' as const] };

/** Whether the browser lets us send notifications. The person may take that back in it at any time. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(NOTIFICATIONS);
}

/** The pages of every service that we are made for. The person may take that back in the browser at any time. */
function siteAccess(): Permissions.Permissions {
  return { origins: browser.runtime.getManifest().host_permissions ?? [] };
}

/** Whether the browser lets us into the pages of the services. */
export function hasSiteAccess(): Promise<boolean> {
  return browser.permissions.contains(siteAccess());
}

/** Only in a page of ours and straight from the person's click, as for notifications. */
export async function askForSiteAccess(): Promise<boolean> {
  try {
    return await browser.permissions.request(siteAccess());
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

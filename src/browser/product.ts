import { browser } from './api.ts';

/** Our own version, as the manifest says it. */
export function version(): string {
  return browser.runtime.getManifest().version;
}

import { browser } from './api.ts';

/** Our own version, as the manifest says it. */
export function version(): string {
  return browser.runtime.getManifest().version;
}

/** What the manifest asks for: by name, by name on the person's word, and hosts as match patterns. */
export function permissions(): {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly hosts: readonly string[];
} {
  const { permissions, optional_permissions, host_permissions } = browser.runtime.getManifest();
  return {
    required: permissions ?? [],
    optional: optional_permissions ?? [],
    hosts: host_permissions ?? [],
  };
}

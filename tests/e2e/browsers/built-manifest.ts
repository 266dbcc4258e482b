import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface BuiltManifest {
  readonly popup: string;
  readonly geckoId: string | undefined;
}

export function builtManifest(dist: string): BuiltManifest {
  const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as {
    action?: { default_popup?: string };
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const popup = manifest.action?.default_popup;
  if (popup === undefined) throw new Error(`${dist}: the manifest names no popup`);
  return { popup, geckoId: manifest.browser_specific_settings?.gecko?.id };
}

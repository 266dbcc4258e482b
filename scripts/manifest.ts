import type { ManifestV3Export } from '@crxjs/vite-plugin';
import base from '../manifest.json' with { type: 'json' };
import pkg from '../package.json' with { type: 'json' };
import { services } from '../src/catalogue/index.ts';
import { hostsOf } from '../src/core/recipe/address.ts';

export type Target = 'chrome' | 'firefox';

type Manifest = Extract<ManifestV3Export, { manifest_version: number }>;

const required = services.filter(({ siteAccess }) => siteAccess === 'required');
/** Asked for one at a time, in a click: a service that comes with an update asks nobody anything. */
const optional = services.filter(({ siteAccess }) => siteAccess === 'optional');

/** The base manifest with what the recipes and the browser ask for filled in. */
export function manifestFor(target: Target): Manifest {
  const { background, browser_specific_settings, content_scripts, storage, ...rest } = base;
  return {
    ...rest,
    version: pkg.version,
    host_permissions: required.flatMap(hostsOf),
    ...(optional.length > 0 && { optional_host_permissions: optional.flatMap(hostsOf) }),
    content_scripts: content_scripts.map((script) => ({
      ...script,
      matches: required.flatMap(({ settingsPages }) => settingsPages),
    })),
    ...(target === 'chrome'
      ? {
          background,
          // Firefox has policies without one.
          storage,
          // The first with `light-dark()` in style sheets.
          minimum_chrome_version: '123',
        }
      : {
          background: { scripts: [background.service_worker], type: 'module' },
          // Without it Firefox does not say in which container a tab stands. No cookie is ever read.
          permissions: [...rest.permissions, 'cookies'],
          browser_specific_settings,
        }),
  } as Manifest;
}

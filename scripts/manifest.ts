import type { ManifestV3Export } from '@crxjs/vite-plugin';
import base from '../manifest.json' with { type: 'json' };
import pkg from '../package.json' with { type: 'json' };
import { services } from '../src/catalogue/index.ts';

export type Target = 'chrome' | 'firefox';

type Manifest = Extract<ManifestV3Export, { manifest_version: number }>;

const hosts = services.flatMap((service) => service.warnOn);
const settingsPages = services.flatMap((service) => service.settingsPages);

/** The base manifest with what the recipes and the browser ask for filled in. */
export function manifestFor(target: Target): Manifest {
  const { background, browser_specific_settings, content_scripts, storage, ...rest } = base;
  return {
    ...rest,
    version: pkg.version,
    host_permissions: hosts,
    content_scripts: content_scripts.map((script) => ({ ...script, matches: settingsPages })),
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

import type { CrxPlugin } from '@crxjs/vite-plugin';

/**
 * Takes back what crxjs adds for a script that the background registers by itself: an entry in
 * `web_accessible_resources`, by which any page could probe for us, and a copy that nobody loads.
 */
export function unexposed(): CrxPlugin {
  return {
    name: 'unexposed',
    enforce: 'post',
    apply: 'build',
    renderCrxManifest({ web_accessible_resources: _, ...manifest }, bundle) {
      for (const [fileName, output] of Object.entries(bundle)) {
        if (output.type === 'chunk' && /\.iife\.tsx?$/.test(output.facadeModuleId ?? '')) {
          delete bundle[fileName];
        }
      }
      return manifest;
    },
  };
}

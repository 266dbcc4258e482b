import { crx } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { checkRecipes } from './scripts/check-recipes.ts';
import { manifestFor, type Target } from './scripts/manifest.ts';
import { publicFiles } from './scripts/public-files.ts';
import { unexposed } from './scripts/unexposed.ts';

const targets: readonly string[] = ['chrome', 'firefox'] satisfies Target[];

export default defineConfig(({ mode }) => {
  const target = (targets.includes(mode) ? mode : 'chrome') as Target;
  return {
    plugins: [
      checkRecipes(),
      publicFiles(),
      preact(),
      crx({ manifest: manifestFor(target), browser: target }),
      unexposed(),
    ],
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: ['chrome123', 'firefox140'],
      modulePreload: false,
      sourcemap: false,
      // Named by no field of the manifest.
      rolldownOptions: { input: { welcome: 'src/entrypoints/welcome/index.html' } },
    },
    server: { port: 5173, strictPort: true, cors: { origin: [/^chrome-extension:\/\//] } },
  };
});

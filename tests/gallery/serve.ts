import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { build, createServer, type InlineConfig, preview, type ViteDevServer } from 'vite';

const ROOT = import.meta.dirname;
const HOST = '127.0.0.1';

/** It is no part of any build that ships. */
const config: InlineConfig = {
  configFile: false,
  root: ROOT,
  publicDir: join(ROOT, '../../public'),
  plugins: [preact()],
  cacheDir: join(ROOT, '../../node_modules/.vite-gallery'),
  logLevel: 'error',
};

/** For a person who changes something: each change is seen at once. */
export async function serveGallery(port = 0): Promise<{ address: string; server: ViteDevServer }> {
  const server = await createServer({
    ...config,
    server: { host: HOST, port, fs: { allow: [join(ROOT, '../..')] } },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('The gallery has no address');
  return { address, server };
}

/**
 * As one file, for hundreds of visits: the server above holds a connection open for each page, and a
 * browser that has too many of them waits for ever.
 */
export async function serveBuiltGallery(): Promise<{ address: string; close(): Promise<void> }> {
  const outDir = join(ROOT, '../../.gallery/site');
  await build({
    ...config,
    build: { outDir, emptyOutDir: true, target: 'chrome123', minify: false },
  });
  const server = await preview({
    ...config,
    build: { outDir },
    preview: { host: HOST, port: 0 },
  });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('The gallery has no address');
  return { address, close: () => server.close() };
}

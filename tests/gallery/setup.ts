import type { TestProject } from 'vitest/node';
import { serveBuiltGallery } from './serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    galleryAddress: string;
  }
}

/** The gallery is built and served once for a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { address, close } = await serveBuiltGallery();
  project.provide('galleryAddress', address);
  return close;
}

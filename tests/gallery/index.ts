import { serveGallery } from './serve.ts';

const { address } = await serveGallery(5174);
console.log(`The gallery: ${address}`);

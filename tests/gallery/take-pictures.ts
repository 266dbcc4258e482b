import { closePlainBrowsers, plainBrowser } from '../page/plain-browser.ts';
import { keepPicture, picturedIn } from './pictures.ts';
import { serveBuiltGallery, serveGallery } from './serve.ts';
import { load, shoot } from './shots.ts';

const asked = process.argv.slice(2);
const { server } = await serveGallery();
const { address, close } = await serveBuiltGallery();
// By the server, as only it knows what to make of style sheets.
const { scenes } = (await server.ssrLoadModule('/scenes.tsx')) as typeof import('./scenes.tsx');
const page = await (await plainBrowser('chromium')).newPage();
for (const scene of Object.keys(scenes)) {
  if (asked.length > 0 && !asked.some((part) => scene.startsWith(part))) continue;
  for (const { theme, language } of picturedIn) {
    const view = { scene, theme, language };
    await load(page, address, view);
    await keepPicture(view, await shoot(page));
  }
}
await closePlainBrowsers();
await close();
await server.close();

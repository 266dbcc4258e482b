import { mkdirSync, writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { launch } from '../tests/e2e/browsers/index.ts';
import { startSimulator } from '../tests/simulator/server.ts';
import { buildFor } from './build.ts';
import { drawWithOneFont } from './picture-font.ts';
import { drawStorePictures } from './store-pictures.ts';
import { playGermany, type Shot, takeShots } from './take-shots.ts';

const STORE = 'store/pictures';
const inDocs: readonly Shot[] = ['popup', 'banner', 'dashboard', 'rules-in-time', 'welcome'];

drawWithOneFont();
const dist = await buildFor('chrome');
const simulator = await startSimulator();
playGermany(simulator.account);
const browser = await launch('chromium', { simulator, dist });

const shots = await takeShots(browser);
for (const name of inDocs) keep(`docs/${name}.png`, shots[name]);
mkdirSync(STORE, { recursive: true });
for (const [name, picture] of await drawStorePictures(browser, shots)) {
  keep(`${STORE}/${name}.png`, picture);
}

await browser.close();
await simulator.close();
process.exit(0);

/** Unfiltered and opaque: what is flat is smallest so, and stores refuse what can be seen through. */
function keep(file: string, picture: Uint8Array): void {
  const small = PNG.sync.write(PNG.sync.read(Buffer.from(picture)), {
    colorType: 2,
    inputHasAlpha: true,
    filterType: 0,
    deflateLevel: 9,
    deflateStrategy: 0,
  });
  writeFileSync(file, small);
  console.log(`${file}: ${Math.round(small.length / 1000)} kB`);
}

import { parseArgs } from 'node:util';
import { codes } from '../src/catalogue/jurisdictions.ts';
import type { BrowserName } from '../tests/e2e/browsers/index.ts';
import { installBrowsers } from './browsers.ts';
import { buildFor } from './build.ts';
import { runDemo } from './demo.ts';
import { openLive } from './live.ts';

const USAGE = 'npm start -- [--browser chromium|firefox] [--place DE] [--live]';

const { browser, place, live } = readArguments();
const [missing] = installBrowsers([browser]);
if (missing !== undefined) fail(missing);
if (live && !hasDisplay()) fail('--live needs a screen: the real LinkedIn wants you to sign in.');

const dist = await buildFor(browser === 'chromium' ? 'chrome' : 'firefox');
if (live) await openLive(browser, dist, place);
else await runDemo({ browser, dist, place, headless: !hasDisplay() });
process.exit(0);

function readArguments(): { browser: BrowserName; place: string | undefined; live: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'string', default: 'chromium' },
        place: { type: 'string' },
        live: { type: 'boolean', default: false },
      },
    });
    const { browser, live } = values;
    if (browser !== 'chromium' && browser !== 'firefox') fail(`No browser "${browser}". ${USAGE}`);
    const place = values.place?.toUpperCase();
    if (place !== undefined && !(codes as readonly string[]).includes(place)) {
      fail(`"${values.place}" is no ISO 3166-1 code of a place. ${USAGE}`);
    }
    return { browser, place, live };
  } catch (error) {
    return fail(`${(error as Error).message}\n${USAGE}`);
  }
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { BrowserName } from './index.ts';

interface Places {
  readonly variable: string;
  readonly names: readonly string[];
  readonly paths: readonly string[];
}

const {
  PATH = '',
  LOCALAPPDATA = '',
  PROGRAMFILES = '',
  'PROGRAMFILES(X86)': PROGRAMFILES_X86 = '',
} = process.env;

const places: Readonly<Record<BrowserName, Places>> = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    // Branded Chrome may refuse unpacked extensions, so it comes last.
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    paths: [
      '/snap/bin/chromium',
      ...applications('Chromium.app/Contents/MacOS/Chromium'),
      ...applications('Google Chrome.app/Contents/MacOS/Google Chrome'),
      ...programs('Chromium', 'Application', 'chrome.exe'),
      ...programs('Google', 'Chrome', 'Application', 'chrome.exe'),
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox', 'firefox-esr'],
    paths: [
      '/snap/bin/firefox',
      ...applications('Firefox.app/Contents/MacOS/firefox'),
      ...programs('Mozilla Firefox', 'firefox.exe'),
    ],
  },
};

/** Where the browser's program is: named by the environment, in PATH, or in a usual place. */
export function findBrowser(name: BrowserName): string | undefined {
  const { variable, names, paths } = places[name];
  const named = process.env[variable];
  // A wrong path must not quietly test another browser.
  if (named !== undefined && named !== '') return runs(named) ? named : undefined;
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  const ending = process.platform === 'win32' ? '.exe' : '';
  const inPath = names.flatMap((one) => folders.map((folder) => join(folder, one + ending)));
  return [...inPath, ...paths].find(runs);
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function applications(path: string): string[] {
  return [join('/Applications', path), join(homedir(), 'Applications', path)];
}

function programs(...path: string[]): string[] {
  return [PROGRAMFILES, PROGRAMFILES_X86, LOCALAPPDATA]
    .filter((root) => root !== '')
    .map((root) => join(root, ...path));
}

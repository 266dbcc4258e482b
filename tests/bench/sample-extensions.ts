import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MATCHES = ['https://www.linkedin.com/mypreferences/*'];

/** The least that an extension can run in a page and in its background: what is left of a number is its own doing. */
export function writeFloor(folder: string): string {
  return write(folder, {
    'manifest.json': manifest('Floor', { background: { service_worker: 'background.js' } }),
    'background.js': 'chrome.runtime.onMessage.addListener((_, sender, answer) => answer(0));',
    'content.js': '0;',
  });
}

/** How long the busy extension spins in each way, in milliseconds. */
export const SPINS = {
  load: 13,
  timer: 20,
  afterTimer: 11,
  observer: 15,
  message: 17,
  answer: 16,
} as const;

/** Uses up known times in every way in which a script can come to run. */
export function writeBusy(folder: string): string {
  return write(folder, {
    'manifest.json': manifest('Busy', {
      permissions: ['storage'],
      background: { service_worker: 'background.js' },
    }),
    'background.js': `chrome.runtime.onMessage.addListener((message, sender, answer) => {
  setTimeout(() => answer(message), 50);
  return true;
});`,
    'content.js': `const spin = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
spin(${SPINS.load});
setTimeout(() => spin(${SPINS.timer}), 1500);
new Promise((done) => setTimeout(done, 1700)).then(() => spin(${SPINS.afterTimer}));
new MutationObserver((_, observer) => {
  observer.disconnect();
  spin(${SPINS.observer});
}).observe(document.querySelector('main'), { childList: true });
setTimeout(async () => {
  await chrome.runtime.sendMessage('ping');
  spin(${SPINS.message});
}, 1000);
setTimeout(async () => {
  await chrome.storage.local.get('nothing');
  spin(${SPINS.answer});
}, 1200);`,
  });
}

function manifest(name: string, more: object): string {
  return JSON.stringify({
    manifest_version: 3,
    name,
    version: '1',
    content_scripts: [{ js: ['content.js'], run_at: 'document_idle', matches: MATCHES }],
    ...more,
  });
}

function write(folder: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

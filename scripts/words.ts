import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MessagesFile } from '../src/core/language/phrasebook.ts';

const ROOT = resolve(import.meta.dirname, '..');
const LOCALES = join(ROOT, 'public/_locales');
const SERVICES = join(ROOT, 'src/catalogue/services');

/** The languages that are there, as browsers name their folders. */
export function localeFolders(): string[] {
  return readdirSync(LOCALES).toSorted();
}

/** Every sentence that people see in a language: the extension's own, and those beside each recipe. */
export function messagesIn(folder: string): MessagesFile {
  return merged([
    readMessages(join(LOCALES, folder, 'messages.json')),
    ...readdirSync(SERVICES).map((service) => serviceWordsIn(service, folder)),
  ]);
}

/** What stands beside one recipe; nothing where nobody has translated it. */
export function serviceWordsIn(service: string, folder: string): MessagesFile {
  const file = join(SERVICES, service, 'words', `${folder}.json`);
  return existsSync(file) ? readMessages(file) : {};
}

/** @throws Error where two files have a sentence of the same name */
export function merged(files: readonly MessagesFile[]): MessagesFile {
  const all: Record<string, MessagesFile[string]> = {};
  for (const [key, message] of files.flatMap((file) => Object.entries(file))) {
    if (all[key]) throw new Error(`Two files have a sentence named ${key}`);
    all[key] = message;
  }
  return all;
}

function readMessages(file: string): MessagesFile {
  return JSON.parse(readFileSync(file, 'utf8'));
}

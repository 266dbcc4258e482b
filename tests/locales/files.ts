import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../public/_locales');

export type Messages = Readonly<
  Record<string, { readonly message: string; readonly description?: string }>
>;

/** The folders that are there, whatever they are called. */
export function localeFolders(): string[] {
  return readdirSync(FOLDER).toSorted();
}

export function messagesIn(folder: string): Messages {
  return JSON.parse(readFileSync(join(FOLDER, folder, 'messages.json'), 'utf8'));
}

import { folderOf, type Language, type LanguageChoice } from '../core/language/language.ts';
import type { Locale } from '../core/language/locale.ts';
import {
  localeFrom,
  type MessagesFile,
  type Phrasebook,
  phrasebookOf,
} from '../core/language/phrasebook.ts';
import { browserLocale, isMute, languageOfBrowser } from './i18n.ts';
import { pageApi } from './page-api.ts';

// The files are part of the package and change only with it.
const phrasebooks = new Map<Language, Promise<Phrasebook | undefined>>();

/** For extension pages and the background. Where the browser speaks, nothing is fetched. */
export async function localeIn(choice: LanguageChoice): Promise<Locale> {
  const phrasebook = await phrasebookIn(choice, isMute());
  return phrasebook ? localeFrom(phrasebook) : browserLocale();
}

/**
 * @param mute whether the browser gives out no sentences where they are needed
 * @returns `undefined` where the browser speaks: by choice, or because the file cannot be read
 */
export async function phrasebookIn(
  choice: LanguageChoice,
  mute: boolean,
): Promise<Phrasebook | undefined> {
  if (choice === 'browser' && !mute) return undefined;
  const language = choice === 'browser' ? languageOfBrowser() : choice;
  const asked = phrasebooks.get(language) ?? fetched(language);
  phrasebooks.set(language, asked);
  return asked;
}

async function fetched(language: Language): Promise<Phrasebook | undefined> {
  try {
    const asked = messagesIn('en');
    const [own, english] = await Promise.all([
      language === 'en' ? asked : messagesIn(language),
      asked,
    ]);
    return phrasebookOf(language, own, english);
  } catch (error) {
    console.error(language, error);
    phrasebooks.delete(language);
    return undefined;
  }
}

async function messagesIn(language: Language): Promise<MessagesFile> {
  const file = await fetch(pageApi.runtime.getURL(`_locales/${folderOf(language)}/messages.json`));
  return file.json();
}

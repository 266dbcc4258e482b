import { folderOf, languages } from '../../src/core/language/language.ts';
import { type Locale, localeOf } from '../../src/core/language/locale.ts';
import {
  filled,
  localeFrom,
  type MessagesFile,
  phrasebookOf,
} from '../../src/core/language/phrasebook.ts';
import { pseudoMessages } from '../locales/pseudo.ts';

const own = import.meta.glob<MessagesFile>('../../public/_locales/*/messages.json', {
  import: 'default',
});
const ofServices = import.meta.glob<MessagesFile>('../../src/catalogue/services/*/words/*.json', {
  import: 'default',
});

/** @param language BCP 47, or `pseudo`: longer than any, and nobody's */
export async function localeFor(language: string): Promise<Locale> {
  const english = await messagesIn('en');
  if (language === 'pseudo') {
    const long = pseudoMessages(english);
    return localeOf((key, ...values) => filled(long[key]?.message ?? '', values), 'en');
  }
  const ours = languages.find((one) => one === language);
  if (!ours) throw new Error(`Nobody speaks ${language}`);
  return localeFrom(phrasebookOf(ours, await messagesIn(folderOf(ours)), english));
}

/** None yet counts as none: English speaks then. */
async function messagesIn(folder: string): Promise<MessagesFile> {
  const files = Object.entries({ ...own, ...ofServices })
    .filter(([path]) => path.includes(`/${folder}/`) || path.endsWith(`/${folder}.json`))
    .map(([, load]) => load());
  return Object.assign({}, ...(await Promise.all(files)));
}

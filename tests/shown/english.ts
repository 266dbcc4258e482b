import { localeFrom, phrasebookOf } from '../../src/core/language/phrasebook.ts';
import { messagesIn } from '../locales/files.ts';

const messages = messagesIn('en');

/** What our own words are in. */
export const english = localeFrom(phrasebookOf('en', messages, messages));

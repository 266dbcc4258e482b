import { merged, messagesIn } from '../../scripts/words.ts';
import { localeFrom, phrasebookOf } from '../../src/core/language/phrasebook.ts';
import toyWords from '../toy/words/en.json' with { type: 'json' };

const messages = merged([messagesIn('en'), toyWords]);

/** What our own words are in, and those of the toy service. */
export const english = localeFrom(phrasebookOf('en', messages, messages));

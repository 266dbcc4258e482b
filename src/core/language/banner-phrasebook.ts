// Apart from `phrasebook.ts`, as the popup has no use for it.
import type { Phrasebook } from './phrasebook.ts';

/** Groups of sentences that the banner may need, whichever warnings stand. */
const ofBanner = /^(?:app_name$|(?:action|banner|choice|flip_back|limits|shares|terms)_)/;

/** As little as the banner needs. */
export function forBanner({ language, sentences }: Phrasebook): Phrasebook {
  const entries = Object.entries(sentences).filter(([key]) => ofBanner.test(key));
  return { language, sentences: Object.fromEntries(entries) };
}

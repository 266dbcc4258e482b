import { settingKey } from '../../../core/language/words.ts';
import type { Track } from '../../../core/rules/rules-in-time.ts';
import type { Locale } from '../../words/locale.ts';
import { namePlace } from '../../words/places.ts';

/** What stands for the places of a track: their names one by one, or one name for a rest. */
export function namesOf({ kind, names }: Track, locale: Locale): string[] {
  switch (kind) {
    case 'named':
      return names.map((name) => nameOf(name, locale));
    case 'elsewhere':
      return [locale.text('time_elsewhere')];
    case 'unsourced':
      return [locale.text('time_unsourced')];
  }
}

export function titleOf(track: Track, locale: Locale): string {
  return locale.list(namesOf(track, locale));
}

/** Two capital letters are an ISO code; a group may be written so too, and has a sentence of its own. */
function nameOf(name: string, { text, language }: Locale): string {
  return text(settingKey('group', name.toLowerCase())) || namePlace(name, language);
}

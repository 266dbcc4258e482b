import type { Text } from '../core/words.ts';
import { pageApi } from './page-api.ts';

export const text: Text = (key, ...values) => pageApi.i18n.getMessage(key, [...values]);

/** A BCP 47 language tag for dates and names. */
export function language(): string {
  return pageApi.i18n.getUILanguage();
}

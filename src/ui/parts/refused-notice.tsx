import type { ToldRefusal } from '../../core/errand/told-refusal.ts';
import { wordKey } from '../../core/language/words.ts';
import { useLocale } from '../words/locale.ts';

/** Told where the background did not do what was asked. */
export function RefusedNotice({ refusal }: { readonly refusal: ToldRefusal }) {
  const { text } = useLocale();
  return (
    <p class="notice" role="alert" data-notice="refused" data-refusal={refusal}>
      {text(wordKey('error', refusal))}
    </p>
  );
}

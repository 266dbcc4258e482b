import { wordKey } from '../../core/language/words.ts';
import type { Alternative } from '../../core/recipe/recipe.ts';
import { useLocale } from '../words/locale.ts';

interface Props {
  readonly alternative: Alternative;
  readonly serviceName: string;
}

/** The link to another way out that the service offers. It is opened, never filled in. */
export function WayOut({ alternative: { kind, open }, serviceName }: Props) {
  const { text } = useLocale();
  return (
    <a href={open} target="_blank" rel="noopener noreferrer">
      {text(wordKey('way_out', kind), serviceName)}
    </a>
  );
}

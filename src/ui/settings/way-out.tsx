import { wordKey } from '../../core/language/words.ts';
import type { Surface } from '../../core/recipe/recipe.ts';
import { useLocale } from '../words/locale.ts';

interface Props {
  readonly surface: Surface;
  readonly serviceName: string;
}

/** The link to another way out that the service offers. It is opened, never filled in. */
export function WayOut({ surface: { kind, open }, serviceName }: Props) {
  const { text } = useLocale();
  return (
    <a href={open} target="_blank" rel="noopener noreferrer">
      {text(wordKey('way_out', kind), serviceName)}
    </a>
  );
}

import { wordKey } from '../../core/language/words.ts';
import type { Evidence } from '../../core/recipe/recipe.ts';
import { formatDay } from '../words/dates.ts';
import { useLocale } from '../words/locale.ts';

interface Props {
  readonly title: string;
  /** Below the heading of the card that it stands in. */
  readonly heading: 'h3' | 'h4';
  readonly evidence: readonly Evidence[];
}

export function EvidenceList({ title, heading: Heading, evidence }: Props) {
  return (
    <div class="evidence">
      <Heading>{title}</Heading>
      <Sources evidence={evidence} />
    </div>
  );
}

/** Each a link, with its dates and how sure it makes us. */
export function Sources({ evidence }: Pick<Props, 'evidence'>) {
  const { text, language } = useLocale();
  return (
    <ul>
      {evidence.map((one) => {
        const checked = formatDay(one.checked, language);
        const sure = text(wordKey('certainty', one.certainty));
        return (
          <li key={one.address}>
            <a href={one.address} target="_blank" rel="noopener noreferrer">
              {one.publisher}
            </a>
            {one.published
              ? text('source_dated', formatDay(one.published, language), checked, sure)
              : text('source_undated', checked, sure)}
          </li>
        );
      })}
    </ul>
  );
}

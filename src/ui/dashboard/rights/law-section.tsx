import { wordKey } from '../../../core/language/words.ts';
import type { LawThere } from '../../../core/law/laws.ts';
import { EvidenceList } from '../../parts/evidence-list.tsx';
import { useLocale } from '../../words/locale.ts';

interface Props {
  readonly law: LawThere | undefined;
  readonly serviceName: string;
}

/** What it gives and what it does not, in a sentence each, and where that stands. */
export function LawSection({ law, serviceName }: Props) {
  const { text } = useLocale();
  if (!law) {
    return (
      <section class="part" data-law="none">
        <h3>{text('law_none_title')}</h3>
        <p>{text('law_none')}</p>
        <p>{text('law_none_do')}</p>
      </section>
    );
  }
  const { words, provisions, evidence } = law.period;
  const all = [provisions.right, provisions.deadline, provisions.complaint].filter(Boolean);
  return (
    <section class="part" data-law={words}>
      <h3>{law.title}</h3>
      <p>{text(wordKey('law_gives', words), serviceName)}</p>
      <p>{text(wordKey('law_limits', words), serviceName)}</p>
      <p class="small">{text('rights_provisions', all.join('; '))}</p>
      <EvidenceList heading="h4" title={text('rights_sources')} evidence={evidence} />
    </section>
  );
}

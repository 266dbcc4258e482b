import type { FlipBack } from '../../core/reading/finding.ts';
import { formatDate } from '../words/dates.ts';
import { flipBackSentence } from '../words/flip-back-sentence.ts';
import { useLocale } from '../words/locale.ts';

interface Props {
  readonly flipBack: FlipBack;
  readonly serviceName: string;
  readonly onMine: () => void;
  readonly onEvidence: () => void;
}

/** The loudest thing there is to say: what was off and verified is on, and nobody here pressed it. */
export function FlipBackNotice({ flipBack, serviceName, onMine, onEvidence }: Props) {
  const locale = useLocale();
  const { text, language } = locale;
  return (
    <div class="notice flip-back" role="alert" data-notice="flip-back">
      <p>
        <strong>{flipBackSentence(flipBack, serviceName, locale)}</strong>
      </p>
      <p class="small">
        {text('flip_back_how_known', formatDate(flipBack.verifiedAt, language), serviceName)}
      </p>
      {flipBack.signedOutSince && <p class="small">{text('flip_back_signed_out', serviceName)}</p>}
      <div class="actions">
        <button type="button" data-action="evidence" onClick={onEvidence}>
          {text('flip_back_evidence')}
        </button>
        <button type="button" class="quiet" data-action="mine" onClick={onMine}>
          {text('flip_back_mine')}
        </button>
      </div>
    </div>
  );
}

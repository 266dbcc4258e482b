import type { FlipBack } from '../core/finding.ts';
import { wordKey } from '../core/words.ts';
import { formatDate } from './dates.ts';
import { useLocale } from './locale.ts';

interface Props {
  readonly flipBack: FlipBack;
  readonly serviceName: string;
  readonly onMine: () => void;
}

/** The loudest thing there is to say: what was off and verified is on, and nobody here pressed it. */
export function FlipBackNotice({ flipBack, serviceName, onMine }: Props) {
  const { text, language } = useLocale();
  const on = (moment: number) => formatDate(moment, language);
  return (
    <div class="notice flip-back" role="alert" data-notice="flip-back">
      <p>
        <strong>
          {text(
            wordKey('flip_back', flipBack.cause),
            on(flipBack.heldSince),
            on(flipBack.foundAt),
            serviceName,
          )}
        </strong>
      </p>
      <p class="small">{text('flip_back_how_known', on(flipBack.verifiedAt), serviceName)}</p>
      {flipBack.signedOutSince && <p class="small">{text('flip_back_signed_out', serviceName)}</p>}
      <button type="button" class="quiet" data-action="mine" onClick={onMine}>
        {text('flip_back_mine')}
      </button>
    </div>
  );
}

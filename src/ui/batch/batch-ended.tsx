import type { Round } from '../../core/batch/batch.schema.ts';
import { wordKey } from '../../core/language/words.ts';
import { useLocale } from '../words/locale.ts';

interface Props {
  readonly round: Round;
  readonly serviceName: string;
  readonly onSeen: () => void;
}

/** What came of a round, until the person has seen it. */
export function RoundEnded({ round, serviceName, onSeen }: Props) {
  const { text, number } = useLocale();
  const { end, results, kind } = round;
  if (!end) return null;
  const all = Object.values(results);
  const good = all.filter((result) =>
    kind === 'check' ? result === 'read' : result === 'done' || result === 'already-there',
  );
  const reason = end.reason && wordKey('reason', end.reason);
  return (
    <div class="notice" data-notice="round" data-end={end.code}>
      <p>
        <strong>{text(wordKey('round_end', end.code), serviceName)}</strong>{' '}
        {text(wordKey('round_result', kind), number(good.length), number(all.length))}{' '}
        {reason && `${text(reason, serviceName)} ${text(`${reason}_do`, serviceName)}`}
      </p>
      <button type="button" data-action="round-seen" onClick={onSeen}>
        {text('round_seen')}
      </button>
    </div>
  );
}

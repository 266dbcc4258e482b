import type { Batch } from '../../core/batch/batch.schema.ts';
import { wordKey } from '../../core/language/words.ts';
import { serviceIdOf } from '../../core/recipe/entry.ts';
import type { ListedService } from '../../core/verdict/listed-service.ts';
import { useLocale } from '../words/locale.ts';

interface Props {
  readonly batch: Batch;
  readonly services: readonly ListedService[];
  readonly onSeen: () => void;
}

/** What came of a batch, until the person has seen it. */
export function BatchEnded({ batch, services, onSeen }: Props) {
  const { text, number } = useLocale();
  const { end, results, kind, stops, index } = batch;
  if (!end) return null;
  const [at = ''] = (stops[index] ?? stops.at(-1))?.keys ?? [];
  const serviceId = end.service ?? serviceIdOf(at);
  const serviceName = services.find(({ id }) => id === serviceId)?.name ?? '';
  const all = Object.values(results);
  const good = all.filter((result) =>
    kind === 'check' ? result === 'read' : result === 'done' || result === 'already-there',
  );
  const reason = end.reason && wordKey('reason', end.reason);
  return (
    <div class="notice" data-notice="batch" data-end={end.code}>
      <p>
        <strong>{text(wordKey('batch_end', end.code), serviceName)}</strong>{' '}
        {text(wordKey('batch_result', kind), number(good.length), number(all.length))}{' '}
        {reason && `${text(reason, serviceName)} ${text(`${reason}_do`, serviceName)}`}
      </p>
      <button type="button" data-action="batch-seen" onClick={onSeen}>
        {text('batch_seen')}
      </button>
    </div>
  );
}
